/**
 * How a member gives Essaim access to an account.
 *
 * <p>In order: what a person typed becomes a {@link org.essaim.executor.linking.typed.TypedAccount};
 * {@link org.essaim.executor.linking.StartLink} asks the network where to send the person and saves a
 * {@link org.essaim.executor.linking.LinkAttempt} under a state that is good once, for ten minutes, for this member and this
 * browser session; {@link org.essaim.executor.linking.CompleteLink} takes it, has the network prove who came back, and keeps
 * the grant. Whatever does not work is a
 * {@link org.essaim.executor.linking.LinkRefusal}.
 */
@NullMarked
package org.essaim.executor.linking;

import org.jspecify.annotations.NullMarked;
