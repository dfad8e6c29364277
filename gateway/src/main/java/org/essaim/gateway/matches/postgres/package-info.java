/** Standing matches and decisions as rows. */
@NullMarked
package org.essaim.gateway.matches.postgres;

import org.jspecify.annotations.NullMarked;
