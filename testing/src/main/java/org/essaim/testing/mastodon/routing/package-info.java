/**
 * How a request finds what answers it: a {@link org.essaim.testing.mastodon.routing.Router} of endpoints, the
 * {@link org.essaim.testing.mastodon.routing.Access} each asks for, the {@link org.essaim.testing.mastodon.routing.Call}
 * that gets through, {@link org.essaim.testing.mastodon.routing.Pages} of long answers, and the
 * {@link org.essaim.testing.mastodon.routing.Refusal} that every other answer is.
 */
@NullMarked
package org.essaim.testing.mastodon.routing;

import org.jspecify.annotations.NullMarked;
