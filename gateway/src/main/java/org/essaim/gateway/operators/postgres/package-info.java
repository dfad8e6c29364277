/** What operators see of rows, and the log of what they did. */
@NullMarked
package org.essaim.gateway.operators.postgres;

import org.jspecify.annotations.NullMarked;
