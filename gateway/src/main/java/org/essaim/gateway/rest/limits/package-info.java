/** How much one address and one member may ask, so that nobody takes what others need. Each replica counts for itself. */
@NullMarked
package org.essaim.gateway.rest.limits;

import org.jspecify.annotations.NullMarked;
