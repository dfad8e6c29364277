/**
 * The atproto OAuth profile. In order: {@link org.essaim.executor.bluesky.oauth.AuthorizationServers} (PDS to its
 * authorization server) -> {@link org.essaim.executor.bluesky.oauth.BlueskyLinks} -> {@link
 * org.essaim.executor.bluesky.oauth.BlueskyOAuth} (PAR, PKCE, code, renewal) over {@link
 * org.essaim.executor.bluesky.oauth.DpopWeb}, as the client that {@link org.essaim.executor.bluesky.oauth.OAuthClient}
 * says we are.
 */
@NullMarked
package org.essaim.executor.bluesky.oauth;

import org.jspecify.annotations.NullMarked;
