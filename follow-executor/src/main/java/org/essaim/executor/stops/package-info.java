/** The operator's emergency stop: no account of a stopped network or host is worked on until the stop is lifted. */
@NullMarked
package org.essaim.executor.stops;

import org.jspecify.annotations.NullMarked;
