/** Claims, proofs and notices as rows. */
@NullMarked
package org.essaim.gateway.xaccounts.postgres;

import org.jspecify.annotations.NullMarked;
