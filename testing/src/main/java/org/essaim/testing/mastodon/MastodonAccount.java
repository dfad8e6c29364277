package org.essaim.testing.mastodon;

import java.net.URI;

/**
 * An account at home on a stand-in, with what its person knows.
 *
 * @param id on its home instance
 * @param address {@code user@host:port}
 * @param uri ActivityPub id
 */
public record MastodonAccount(String id, String username, String address, URI uri, String password) {

    @Override
    public String toString() {
        return "MastodonAccount[" + id + "]";
    }
}
