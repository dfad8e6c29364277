package org.essaim.gateway.members.rest;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.members.LoginClosedException;
import org.essaim.gateway.members.Members;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Reads issuer, subject and session from the token of the request: the bearer's, or the browser session's. */
@RequestScoped
public class TokenMember implements CurrentMember {

    private final SecurityIdentity identity;
    private final Members members;
    private final InstantSource clock;
    private @Nullable MemberId member;

    public TokenMember(SecurityIdentity identity, Members members, InstantSource clock) {
        this.identity = identity;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public MemberId id() {
        MemberId known = member;
        if (known == null) {
            JsonWebToken token = token();
            known = arrive(new Login(token.getIssuer(), token.getSubject()));
            member = known;
        }
        return known;
    }

    private MemberId arrive(Login login) {
        try {
            return members.arrive(login);
        } catch (LoginClosedException e) {
            throw new Problem(
                    401,
                    "account-erased",
                    "This account was erased",
                    "You asked to be forgotten, and were. Sign up anew if you want to come back.");
        }
    }

    @Override
    public String accessToken() {
        return identity.getCredential(AccessTokenCredential.class).getToken();
    }

    @Override
    public Duration sessionLeft() {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(token().getExpirationTime()));
        return left.isPositive() ? left : Duration.ofSeconds(1);
    }

    @Override
    public String sessionBinding() {
        JsonWebToken token = token();
        String session = token.getClaim("sid");
        String bound = token.getIssuer() + "|" + token.getSubject() + "|" + (session == null ? "" : session);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bound.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token;
        }
        throw new UnauthorizedException();
    }
}
