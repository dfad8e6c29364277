/** The limits of a Mastodon: {@link org.essaim.testing.mastodon.limits.Limits} are counted by {@link org.essaim.testing.mastodon.limits.Throttle} in fixed windows of the clock. */
@NullMarked
package org.essaim.testing.mastodon.limits;

import org.jspecify.annotations.NullMarked;
