/** What of X is a member's. From an archive (a claim) or from X itself by Keycloak's broker (a proof) to the identity, to archive-ingest and to the member's notices. The archive never supplies a proven id: only {@link org.essaim.gateway.xaccounts.ProofRefresh} leads to a proof, and it reads nothing but the broker link. */
@NullMarked
package org.essaim.gateway.xaccounts;

import org.jspecify.annotations.NullMarked;
