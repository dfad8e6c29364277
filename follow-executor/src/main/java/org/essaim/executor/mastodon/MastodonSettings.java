package org.essaim.executor.mastodon;

import java.net.URI;
import java.util.Set;

/**
 * Who we are to a server, and which servers we know.
 *
 * @param website shown to people beside our name
 * @param software names, as NodeInfo has them, of what speaks the API as we know it
 */
public record MastodonSettings(URI redirectUri, URI website, Set<String> software) {

    public MastodonSettings {
        software = Set.copyOf(software);
    }
}
