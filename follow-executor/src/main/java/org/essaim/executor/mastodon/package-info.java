/**
 * Servers that speak Mastodon's client API.
 *
 * <p>Linking, in order: {@link org.essaim.executor.mastodon.MastodonServers} (what the server offers, who we are there) ->
 * {@link org.essaim.executor.mastodon.MastodonLinks} (code with PKCE, then the server says who the person is). Following:
 * {@link org.essaim.executor.mastodon.MastodonFollowSession} finds each target on the person's own server, compares its
 * actor URI, reads the relationships, and follows one by one.
 */
@NullMarked
package org.essaim.executor.mastodon;

import org.jspecify.annotations.NullMarked;
