/** How hosts are, in PostgreSQL. */
@NullMarked
package org.essaim.executor.following.postgres;

import org.jspecify.annotations.NullMarked;
