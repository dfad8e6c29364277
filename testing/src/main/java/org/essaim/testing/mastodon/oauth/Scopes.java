package org.essaim.testing.mastodon.oauth;

import java.util.List;

/** The scopes that a current Mastodon knows. */
public final class Scopes {

    public static final List<String> ALL = List.of(
            ("read profile write write:accounts write:blocks write:bookmarks write:collections write:conversations "
                            + "write:favourites write:filters write:follows write:lists write:media write:mutes "
                            + "write:notifications write:reports write:statuses read:accounts read:blocks "
                            + "read:bookmarks read:collections read:favourites read:filters read:follows read:lists "
                            + "read:mutes read:notifications read:search read:statuses follow push admin:read "
                            + "admin:read:accounts admin:read:reports admin:read:domain_allows "
                            + "admin:read:domain_blocks admin:read:ip_blocks admin:read:email_domain_blocks "
                            + "admin:read:canonical_email_blocks admin:write admin:write:accounts "
                            + "admin:write:reports admin:write:domain_allows admin:write:domain_blocks "
                            + "admin:write:ip_blocks admin:write:email_domain_blocks "
                            + "admin:write:canonical_email_blocks")
                    .split(" "));

    private Scopes() {}

    /** Reads scopes as clients send them: separated by blanks. */
    public static List<String> parse(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    public static boolean areKnown(List<String> scopes) {
        return ALL.containsAll(scopes);
    }

    /** Whether an app that was registered with some scopes may ask for others: the same, or narrower ones. */
    public static boolean cover(List<String> registered, List<String> asked) {
        return asked.stream()
                .allMatch(
                        scope -> registered.contains(scope) || registered.contains(scope.replaceFirst(":[^:]+$", "")));
    }
}
