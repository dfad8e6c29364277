package org.essaim.executor.linking.typed;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.contracts.Network;
import org.essaim.executor.linking.typed.TypedAccount.BlueskyDid;
import org.essaim.executor.linking.typed.TypedAccount.BlueskyHandle;
import org.essaim.executor.linking.typed.TypedAccount.FediverseAccount;
import org.jspecify.annotations.Nullable;

/** Reads the many ways in which people write an account. */
final class TypedAccountParser {

    /** Where a bare name is looked for on Bluesky. */
    private static final String BLUESKY_DOMAIN = ".bsky.social";

    private static final Pattern LABEL_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SERVER = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?");
    private static final Pattern DID = Pattern.compile("did:(?:plc:[a-z2-7]{24}|web:[a-zA-Z0-9.:%-]{1,250})");
    private static final Pattern ACCT = Pattern.compile("@?([\\w.-]{1,64})@([^@/\\s]{1,255})");
    private static final Pattern FEDIVERSE_PATH =
            Pattern.compile("/(?:web/|deck/)?(?:@|users/)([\\w.-]{1,64})(?:@([^@/\\s]{1,255}))?(?:/.*)?");
    private static final Pattern BLUESKY_PATH = Pattern.compile("/profile/([^/]{1,253})(?:/.*)?");
    private static final int LONGEST = 500;

    private TypedAccountParser() {}

    static Optional<TypedAccount> parse(Network network, String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (network) {
            case BLUESKY -> bluesky(text);
            case MASTODON -> fediverse(text);
        };
    }

    private static Optional<TypedAccount> bluesky(String text) {
        if (text.startsWith("https://") || text.startsWith("http://")) {
            Matcher profile = BLUESKY_PATH.matcher(pathOf(text));
            return profile.matches() ? bluesky(profile.group(1)) : hostOf(text).flatMap(TypedAccountParser::handle);
        }
        if (text.startsWith("at://")) {
            return bluesky(text.substring("at://".length()).replaceFirst("/.*", ""));
        }
        if (DID.matcher(text).matches()) {
            return Optional.of(new BlueskyDid(text));
        }
        return handle(text.startsWith("@") ? text.substring(1) : text);
    }

    private static Optional<TypedAccount> handle(String text) {
        return ascii(text)
                .map(name -> LABEL_NAME.matcher(name).matches() ? name + BLUESKY_DOMAIN : name)
                .filter(name -> HOST_NAME.matcher(name).matches() && name.length() <= 253)
                .map(BlueskyHandle::new);
    }

    private static Optional<TypedAccount> fediverse(String text) {
        if (text.startsWith("https://") || text.startsWith("http://")) {
            Matcher profile = FEDIVERSE_PATH.matcher(pathOf(text));
            if (!profile.matches()) {
                return "/".equals(pathOf(text)) || pathOf(text).isEmpty()
                        ? hostOf(text).flatMap(host -> server(host, null))
                        : Optional.empty();
            }
            String elsewhere = profile.group(2);
            return elsewhere == null
                    ? hostOf(text).flatMap(host -> server(host, profile.group(1)))
                    : server(elsewhere, profile.group(1));
        }
        Matcher acct = ACCT.matcher(text.startsWith("acct:") ? text.substring("acct:".length()) : text);
        if (acct.matches()) {
            return server(acct.group(2), acct.group(1));
        }
        // A name alone fits thousands of servers; only something that names a server is understood.
        return text.contains(".") || text.contains(":") ? server(text, null) : Optional.empty();
    }

    private static Optional<TypedAccount> server(String authority, @Nullable String name) {
        return ascii(authority)
                .filter(host -> SERVER.matcher(host).matches())
                .map(host -> new FediverseAccount(host, name));
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String pathOf(String link) {
        try {
            String path = URI.create(link).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "//";
        }
    }

    private static Optional<String> hostOf(String link) {
        try {
            URI uri = URI.create(link);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return plain ? Optional.of(uri.getRawAuthority()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
