/**
 * Our memory of what was asked and what became of it, one {@link org.essaim.executor.ledger.Entry} for each acting account
 * and target.
 *
 * <p>In order: a {@link org.essaim.contracts.FollowPlan} is accepted into rows ({@link org.essaim.executor.ledger.Accepted}),
 * a worker claims an acting account ({@link org.essaim.executor.ledger.Lease}), intends follows
 * ({@link org.essaim.executor.ledger.Intent}: the record's key and time, saved before anything is sent), and settles each
 * with a {@link org.essaim.executor.ledger.Change}; every change that a person should see is published in its transaction.
 */
@NullMarked
package org.essaim.executor.ledger;

import org.jspecify.annotations.NullMarked;
