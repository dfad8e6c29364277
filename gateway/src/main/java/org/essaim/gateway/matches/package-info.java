/** Whom the member knew on X and where those are now, for review. From matches.v1 to the rows that pages read; what was declined never comes back. The projection also cancels follows whose match is gone and plans arrivals, in the same transaction. */
@NullMarked
package org.essaim.gateway.matches;

import org.jspecify.annotations.NullMarked;
