/**
 * How one Mastodon answers, in the order a request meets it: {@link org.essaim.testing.mastodon.api.Faults} may break it
 * on purpose, {@link org.essaim.testing.mastodon.api.Router} finds the endpoint,
 * {@link org.essaim.testing.mastodon.api.RequestLimits} count it, {@link org.essaim.testing.mastodon.api.Access} asks for
 * the scope, an {@code *Endpoints} class acts, and {@link org.essaim.testing.mastodon.api.AccountJson} writes the entities.
 * A {@link org.essaim.testing.mastodon.api.Refusal} is every answer that is not a success.
 */
@NullMarked
package org.essaim.testing.mastodon.api;

import org.jspecify.annotations.NullMarked;
