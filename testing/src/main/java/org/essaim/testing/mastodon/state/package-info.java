/**
 * What the stand-in servers know, kept in memory: {@link org.essaim.testing.mastodon.state.Fediverse} has every
 * {@link org.essaim.testing.mastodon.state.Actor} and the one {@link org.essaim.testing.mastodon.state.Graph} of who
 * follows and blocks whom; an {@link org.essaim.testing.mastodon.state.Instance} knows some of them by ids of its own, and
 * has its {@link org.essaim.testing.mastodon.state.Grants}. Everything here is used under the fediverse's lock.
 */
@NullMarked
package org.essaim.testing.mastodon.state;

import org.jspecify.annotations.NullMarked;
