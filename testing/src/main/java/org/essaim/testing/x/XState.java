package org.essaim.testing.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts, posts and grants of the stand-in, in memory. Safe for use by several threads. */
final class XState {

    static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, XAccount> accounts = new LinkedHashMap<>();
    private final Map<String, XPost> posts = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Grant> accessTokens = new HashMap<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();

    XState(InstantSource clock) {
        this.clock = clock;
    }

    /** What someone may do: as which account, for which client, with which scopes, until when. */
    record Grant(String accountId, String clientId, List<String> scopes, Instant ends) {

        @Override
        public String toString() {
            return "Grant[]";
        }
    }

    record Code(Grant grant, String redirectUri, String challenge) {

        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** Tokens as they were handed out; a refresh token comes with the scope offline.access only. */
    record Tokens(String access, Optional<String> refresh, List<String> scopes) {

        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    synchronized void put(XAccount account) {
        accounts.put(account.id(), account);
    }

    synchronized void remove(String id) {
        accounts.remove(id);
        posts.values().removeIf(post -> post.authorId().equals(id));
    }

    synchronized void put(XPost post) {
        posts.put(post.id(), post);
    }

    synchronized List<XAccount> accounts() {
        return new ArrayList<>(accounts.values());
    }

    synchronized Optional<XAccount> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    synchronized Optional<XPost> post(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    synchronized String issueCode(
            String accountId, String clientId, List<String> scopes, String redirectUri, String challenge) {
        String code = secret();
        Grant grant = new Grant(accountId, clientId, scopes, clock.instant().plus(CODE_LIFE));
        codes.put(code, new Code(grant, redirectUri, challenge));
        return code;
    }

    synchronized Optional<Tokens> redeem(String code, String clientId, String redirectUri, String verifier) {
        return Optional.ofNullable(codes.remove(code))
                .filter(known -> known.grant().clientId().equals(clientId)
                        && known.redirectUri().equals(redirectUri)
                        && known.challenge().equals(challenge(verifier))
                        && clock.instant().isBefore(known.grant().ends()))
                .map(known -> issue(known.grant()));
    }

    /** A refresh token is good once. */
    synchronized Optional<Tokens> refresh(String token, String clientId) {
        return Optional.ofNullable(refreshTokens.get(token))
                .filter(grant -> grant.clientId().equals(clientId))
                .map(grant -> {
                    refreshTokens.remove(token);
                    return issue(grant);
                });
    }

    synchronized Optional<Grant> grant(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken))
                .filter(grant -> clock.instant().isBefore(grant.ends()));
    }

    synchronized void revoke(String token) {
        accessTokens.remove(token);
        refreshTokens.remove(token);
    }

    private Tokens issue(Grant granted) {
        Grant grant = new Grant(
                granted.accountId(),
                granted.clientId(),
                granted.scopes(),
                clock.instant().plus(TOKEN_LIFE));
        String access = secret();
        accessTokens.put(access, grant);
        Optional<String> refresh = grant.scopes().contains("offline.access") ? Optional.of(secret()) : Optional.empty();
        refresh.ifPresent(token -> refreshTokens.put(token, grant));
        return new Tokens(access, refresh, grant.scopes());
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
