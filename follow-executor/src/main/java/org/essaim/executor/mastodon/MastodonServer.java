package org.essaim.executor.mastodon;

import java.net.URI;
import java.util.List;

/**
 * What a server offers.
 *
 * @param issuer how it names itself when it answers
 * @param domain of its accounts, by its own word
 * @param scopes it offers; empty when it does not say (before 4.3)
 */
record MastodonServer(
        URI base, String issuer, String domain, URI authorization, URI token, URI revocation, List<String> scopes) {

    private static final List<String> PRECISE = List.of("read:accounts", "read:follows", "write:follows");

    /** For servers that know nothing finer (Pixelfed). */
    private static final List<String> BROAD = List.of("read", "write", "follow");

    static MastodonServer withDefaults(URI base, String domain) {
        return new MastodonServer(
                base,
                base.toString(),
                domain,
                URI.create(base + "/oauth/authorize"),
                URI.create(base + "/oauth/token"),
                URI.create(base + "/oauth/revoke"),
                List.of());
    }

    /** What to ask for, most precise first: a server refuses scopes that it does not know. */
    List<String> wantedScopes() {
        boolean precise = scopes.isEmpty() || scopes.containsAll(PRECISE);
        return precise ? PRECISE : BROAD.stream().filter(scopes::contains).toList();
    }

    static List<String> broadScopes() {
        return BROAD;
    }

    static boolean canFollow(List<String> granted) {
        boolean follows = granted.contains("write:follows") || granted.contains("write") || granted.contains("follow");
        boolean reads = granted.contains("read")
                || (granted.contains("read:accounts")
                        && (granted.contains("read:follows") || granted.contains("follow")));
        return follows && reads;
    }
}
