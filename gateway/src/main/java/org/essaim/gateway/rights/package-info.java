/**
 * What a person may ask for about themselves, at any time: {@link org.essaim.gateway.rights.HoldingsOf everything that is held},
 * and that it be gone ({@link org.essaim.gateway.rights.EraseMember}). Erasure goes outward: first follow-executor forgets, on the
 * person's own word; then the rows here go in one transaction, with the events by which archive-ingest and the matcher forget;
 * last the account at the sign-in service, by a job that is tried again until it is gone.
 */
@NullMarked
package org.essaim.gateway.rights;

import org.jspecify.annotations.NullMarked;
