/**
 * Bluesky: the atproto OAuth profile and the follow records of a repository.
 *
 * <p>Linking, in order: {@link org.essaim.executor.bluesky.Identities} (handle to DID to PDS, verified both ways) ->
 * {@link org.essaim.executor.bluesky.AuthorizationServers} -> {@link org.essaim.executor.bluesky.BlueskyOAuth} (PAR, PKCE,
 * DPoP). Following: {@link org.essaim.executor.bluesky.BlueskyFollowSession} reads the person's own repository, has each
 * target looked at, and writes records under the keys that were saved before.
 */
@NullMarked
package org.essaim.executor.bluesky;

import org.jspecify.annotations.NullMarked;
