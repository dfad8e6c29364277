package org.essaim.testing.mastodon.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Apps, authorization codes and access tokens of one instance. Tokens never expire; they are revoked. */
public final class Grants {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, App> apps = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Actor> sessions = new HashMap<>();

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /** A registered client. */
    public record App(
            String id,
            String name,
            Optional<String> website,
            List<String> redirectUris,
            List<String> scopes,
            String clientId,
            String clientSecret) {

        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    /** A code on its way from the browser to the client. */
    public record Code(
            App app, Actor owner, List<String> scopes, String redirectUri, Optional<String> challenge, Instant ends) {

        @Override
        public String toString() {
            return "Code[" + app.id() + "]";
        }
    }

    /** An access token; without an owner it is the app's own. */
    public record Token(String value, App app, Optional<Actor> owner, List<String> scopes, Instant createdAt) {

        @Override
        public String toString() {
            return "Token[" + app.id() + "]";
        }
    }

    public App register(String name, Optional<String> website, List<String> redirectUris, List<String> scopes) {
        App app = new App(Integer.toString(apps.size() + 1), name, website, redirectUris, scopes, secret(), secret());
        apps.put(app.clientId(), app);
        return app;
    }

    public Optional<App> app(String clientId) {
        return Optional.ofNullable(apps.get(clientId));
    }

    /** Forgets an app and its tokens, as old instances did with apps that nobody used. */
    public void forget(App app) {
        apps.remove(app.clientId());
        tokens.values().removeIf(token -> token.app().equals(app));
    }

    public String issueCode(App app, Actor owner, List<String> scopes, String redirectUri, Optional<String> challenge) {
        String code = secret();
        codes.put(
                code,
                new Code(
                        app,
                        owner,
                        scopes,
                        redirectUri,
                        challenge,
                        clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /**
     * Takes a code out: it is good once, for its app and redirect address, and for whoever knows the verifier when it came
     * with a challenge.
     */
    public Optional<Code> redeem(String code, App app, String redirectUri, Optional<String> verifier) {
        return Optional.ofNullable(codes.remove(code))
                .filter(known -> known.app().equals(app) && known.redirectUri().equals(redirectUri))
                .filter(known -> clock.instant().isBefore(known.ends()))
                .filter(known ->
                        known.challenge().isEmpty() || known.challenge().equals(verifier.map(Grants::challenge)));
    }

    /** A token for an owner's app and scopes: the one there is already, or a new one. */
    public Token grant(App app, Optional<Actor> owner, List<String> scopes) {
        return standing(app, owner, scopes).orElseGet(() -> {
            Token token = new Token(secret(), app, owner, List.copyOf(scopes), clock.instant());
            tokens.put(token.value(), token);
            return token;
        });
    }

    public Optional<Token> standing(App app, Optional<Actor> owner, List<String> scopes) {
        return tokens.values().stream()
                .filter(token -> token.app().equals(app)
                        && token.owner().equals(owner)
                        && Set.copyOf(token.scopes()).equals(Set.copyOf(scopes)))
                .findFirst();
    }

    public Optional<Token> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    public boolean isRevoked(String value) {
        return revoked.contains(value);
    }

    public void revoke(String value) {
        if (tokens.remove(value) != null) {
            revoked.add(value);
        }
    }

    /** Takes every token of an owner away, as a person does under "authorized apps". */
    public void revokeAll(Actor owner) {
        List<String> values = tokens.values().stream()
                .filter(token -> token.owner().filter(owner::equals).isPresent())
                .map(Token::value)
                .toList();
        values.forEach(this::revoke);
    }

    /** Signs a browser in; gives the cookie's value. */
    public String openSession(Actor person) {
        String session = secret();
        sessions.put(session, person);
        return session;
    }

    public Optional<Actor> session(String value) {
        return Optional.ofNullable(sessions.get(value));
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
