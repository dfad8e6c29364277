/**
 * The follow-executor: every follow exactly once, never faster than it should. It alone holds people's access and calls the
 * networks.
 *
 * <p>In order of the flow: {@link org.essaim.executor.linking} (a person links an account) -> {@link
 * org.essaim.executor.grants} (the access, sealed) -> {@link org.essaim.executor.ledger} (plans become rows; accounts are
 * leased) -> {@link org.essaim.executor.following} (look, save the intent, send, settle) within {@link
 * org.essaim.executor.budgets}, unless {@link org.essaim.executor.stops} forbid. Beside it, {@link
 * org.essaim.executor.profiles} keeps names and faces of target accounts. Everything goes out through {@link
 * org.essaim.executor.courtesy}, and then {@link org.essaim.executor.guard}. Adapters: {@code rest} and {@code kafka} in, {@code postgres} beside, {@code bluesky},
 * {@code mastodon} and {@code http} out. {@link org.essaim.executor.Wiring} puts them together.
 */
@NullMarked
package org.essaim.executor;

import org.jspecify.annotations.NullMarked;
