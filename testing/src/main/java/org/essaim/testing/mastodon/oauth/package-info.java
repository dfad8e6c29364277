/**
 * Mastodon's OAuth: an app registers, a person signs in and consents on
 * {@link org.essaim.testing.mastodon.oauth.ConsentPages}, the app exchanges the code and later revokes the token at
 * {@link org.essaim.testing.mastodon.oauth.OauthEndpoints}.
 */
@NullMarked
package org.essaim.testing.mastodon.oauth;

import org.jspecify.annotations.NullMarked;
