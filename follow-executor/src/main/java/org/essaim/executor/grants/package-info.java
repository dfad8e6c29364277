/**
 * What members gave Essaim access to. It is kept here alone and leaves encrypted or not at all.
 *
 * <p>In order: a completed link becomes a {@link org.essaim.executor.grants.Grant}, its tokens a
 * {@link org.essaim.executor.grants.Secret} that the {@link org.essaim.executor.grants.KeyRing} seals before it reaches
 * {@link org.essaim.executor.grants.Grants}; who works for an account gets an
 * {@link org.essaim.executor.grants.OpenGrant}; who must renew tokens takes the one turn there is
 * ({@link org.essaim.executor.grants.RefreshTurn}).
 */
@NullMarked
package org.essaim.executor.grants;

import org.jspecify.annotations.NullMarked;
