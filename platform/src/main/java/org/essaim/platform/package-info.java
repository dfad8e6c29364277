/**
 * What every service stands on, written once: {@link org.essaim.platform.postgres.Transactions} (one port call, one
 * transaction), {@link org.essaim.platform.outbox.Outbox} (state and its record together),
 * {@link org.essaim.platform.jobs.Jobs} (long work as leased rows),
 * {@link org.essaim.platform.erasures.ReplayErasures} (whom a restored backup brings back is erased again),
 * {@link org.essaim.platform.deadletters.DeadLetters} and {@link org.essaim.platform.http.Problem}.
 *
 * <p>Technology only; nothing here knows what an archive, a match or a follow is. See ADR 0004.
 */
@NullMarked
package org.essaim.platform;

import org.jspecify.annotations.NullMarked;
