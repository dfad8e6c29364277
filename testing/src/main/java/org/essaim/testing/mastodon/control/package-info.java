/**
 * What is no part of a Mastodon: {@link org.essaim.testing.mastodon.control.ControlEndpoints} arrange accounts and ask what
 * has happened, {@link org.essaim.testing.mastodon.control.Faults} go wrong on purpose,
 * {@link org.essaim.testing.mastodon.control.RequestLog} counts what was asked.
 */
@NullMarked
package org.essaim.testing.mastodon.control;

import org.jspecify.annotations.NullMarked;
