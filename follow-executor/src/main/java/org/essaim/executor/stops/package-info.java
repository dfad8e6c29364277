/** The operator's emergency stop: no account of a stopped network or host is worked on until the stop is lifted; and the hosts
 * whose admins asked to be left out. */
@NullMarked
package org.essaim.executor.stops;

import org.jspecify.annotations.NullMarked;
