/** Proofs on X, at a running gateway. */
@NullMarked
package org.essaim.gateway.xaccounts;

import org.jspecify.annotations.NullMarked;
