package org.essaim.executor.mastodon;

import java.net.URI;

/**
 * Who we are to a server.
 *
 * @param website shown to people beside our name
 */
public record MastodonSettings(URI redirectUri, URI website) {}
