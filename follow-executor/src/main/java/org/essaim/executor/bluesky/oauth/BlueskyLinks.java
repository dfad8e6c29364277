package org.essaim.executor.bluesky.oauth;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.identity.DidDocument;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.linking.LinkAttempt;
import org.essaim.executor.linking.LinkNetwork;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;
import org.essaim.executor.linking.Proof;
import org.essaim.executor.linking.Purpose;
import org.essaim.executor.linking.Started;
import org.essaim.executor.linking.typed.TypedAccount;

/** Links Bluesky accounts. */
public final class BlueskyLinks implements LinkNetwork {

    private static final int VERIFIER_BYTES = 48;

    private final Identities identities;
    private final AuthorizationServers servers;
    private final BlueskyOAuth oauth;
    private final SecureRandom random;

    public BlueskyLinks(Identities identities, AuthorizationServers servers, BlueskyOAuth oauth, SecureRandom random) {
        this.identities = identities;
        this.servers = servers;
        this.oauth = oauth;
        this.random = random;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public Started start(TypedAccount account, Purpose purpose, String state) {
        try {
            Optional<DidDocument> identity = identityOf(account);
            return identity.isEmpty()
                    ? new Started.Refused(LinkRefusal.ACCOUNT_NOT_FOUND)
                    : redirect(identity.get(), purpose, state);
        } catch (LinkRefusedException e) {
            return new Started.Refused(e.refusal());
        } catch (WebException e) {
            return new Started.Refused(new LinkRefusedException(e).refusal());
        }
    }

    private Optional<DidDocument> identityOf(TypedAccount account) throws WebException, LinkRefusedException {
        return switch (account) {
            case TypedAccount.BlueskyHandle(String handle) -> identities.byHandle(handle);
            case TypedAccount.BlueskyDid(String did) -> identities.byDid(did);
            case TypedAccount.FediverseAccount _ -> throw new LinkRefusedException(LinkRefusal.ACCOUNT_NOT_UNDERSTOOD);
        };
    }

    private Started redirect(DidDocument identity, Purpose purpose, String state)
            throws LinkRefusedException, WebException {
        AuthorizationServer server = servers.of(identity.pds());
        ECKey key = DpopWeb.newKey();
        byte[] bytes = new byte[VERIFIER_BYTES];
        random.nextBytes(bytes);
        String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String hint = Objects.requireNonNullElse(identity.handle(), identity.did());
        URI authorization = oauth.push(server, key, purpose, verifier, state, hint);
        URI revocation = server.revocation();
        BlueskyVisit visit = new BlueskyVisit(
                identity.did(),
                server.issuer(),
                server.token().toString(),
                revocation == null ? null : revocation.toString(),
                key.toJSONString(),
                verifier,
                null);
        return new Started.Redirect(authorization, server.issuer(), visit.secret());
    }

    @Override
    public Proof complete(LinkAttempt attempt, String code) {
        BlueskyVisit visit = BlueskyVisit.of(attempt.secret());
        try {
            BlueskyOAuth.Tokens tokens = visit.tokens();
            if (tokens == null) {
                tokens = oauth.exchange(visit, code);
                visit = visit.with(tokens);
            }
            return prove(attempt, visit, tokens);
        } catch (LinkRefusedException e) {
            return new Proof.Refused(e.refusal());
        } catch (HostRestingException | NoAnswerException e) {
            return new Proof.Later(new LinkRefusedException(e).refusal(), visit.secret());
        } catch (WebException e) {
            return new Proof.Refused(new LinkRefusedException(e).refusal());
        }
    }

    /** Any server may name any DID: only the one that the DID itself leads to is believed. */
    private Proof prove(LinkAttempt attempt, BlueskyVisit visit, BlueskyOAuth.Tokens tokens)
            throws LinkRefusedException, WebException {
        if (!tokens.subject().equals(visit.did()) || !tokens.scopes().contains("atproto")) {
            throw new LinkRefusedException(LinkRefusal.LINK_DENIED);
        }
        DidDocument identity = identities
                .byDid(tokens.subject())
                .orElseThrow(() -> new LinkRefusedException(LinkRefusal.ACCOUNT_NOT_FOUND));
        if (!servers.of(identity.pds()).issuer().equals(visit.issuer())) {
            throw new LinkRefusedException(LinkRefusal.LINK_DENIED);
        }
        String handle = identities.isVerified(identity) ? Objects.requireNonNull(identity.handle()) : identity.did();
        Grant grant = new Grant(
                attempt.member(),
                new TargetAccount(Network.BLUESKY, identity.did(), handle),
                identity.pds().getRawAuthority(),
                Grant.State.LINKED,
                tokens.scopes(),
                canFollow(tokens.scopes()));
        BlueskyTokens kept = new BlueskyTokens(
                identity.did(),
                identity.pds().toString(),
                visit.issuer(),
                visit.tokenEndpoint(),
                visit.revocationEndpoint(),
                visit.dpopKey(),
                tokens.access(),
                tokens.refresh(),
                tokens.expiresAt());
        return new Proof.Proven(grant, kept.secret());
    }

    /** A server may grant less than was asked. Without named actions a repo scope covers them all. */
    public static boolean canFollow(List<String> scopes) {
        return scopes.stream().anyMatch(scope -> {
            boolean repo = scope.startsWith("repo:app.bsky.graph.follow")
                    || scope.startsWith("repo:*")
                    || (scope.startsWith("repo?") && scope.contains("collection=app.bsky.graph.follow"));
            boolean create = !scope.contains("action=") || scope.contains("action=create");
            return scope.equals("transition:generic") || (repo && create);
        });
    }
}
