/** Scenarios of the whole gateway. */
@NullMarked
package org.essaim.gateway;

import org.jspecify.annotations.NullMarked;
