/** Acts as rows, to which nothing is done but adding, and forgetting the old ones. */
@NullMarked
package org.essaim.gateway.acts.postgres;

import org.jspecify.annotations.NullMarked;
