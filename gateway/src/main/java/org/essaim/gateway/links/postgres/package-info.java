/** The links' rows. */
@NullMarked
package org.essaim.gateway.links.postgres;

import org.jspecify.annotations.NullMarked;
