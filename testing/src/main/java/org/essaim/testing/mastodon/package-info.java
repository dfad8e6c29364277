/**
 * A stand-in for Mastodon servers over real HTTP, held to recordings of the real one.
 * {@link org.essaim.testing.mastodon.FakeMastodon} runs instances in this process,
 * {@link org.essaim.testing.mastodon.MastodonMain} in one of their own; {@link org.essaim.testing.mastodon.MastodonControl}
 * arranges accounts and faults and asks what is really followed; {@link org.essaim.testing.mastodon.MastodonPerson} signs in
 * and consents as a person does.
 */
@NullMarked
package org.essaim.testing.mastodon;

import org.jspecify.annotations.NullMarked;
