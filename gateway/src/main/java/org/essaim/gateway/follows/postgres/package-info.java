/** Follows and plans as rows, and the records that leave with them. */
@NullMarked
package org.essaim.gateway.follows.postgres;

import org.jspecify.annotations.NullMarked;
