/**
 * The endpoints that a client which follows people uses: {@link org.essaim.testing.mastodon.api.AccountEndpoints} find
 * accounts, {@link org.essaim.testing.mastodon.api.FollowEndpoints} tie them together within
 * {@link org.essaim.testing.mastodon.api.RequestLimits}, {@link org.essaim.testing.mastodon.api.InstanceEndpoints} and
 * {@link org.essaim.testing.mastodon.api.FederationEndpoints} say what the server is and who lives there, and
 * {@link org.essaim.testing.mastodon.api.AccountJson} writes the entities.
 */
@NullMarked
package org.essaim.testing.mastodon.api;

import org.jspecify.annotations.NullMarked;
