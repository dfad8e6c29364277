package org.essaim.executor.bluesky.follows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.BlueskyTokens;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.grants.RefreshTurn;
import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.jboss.logging.Logger;

/** Calls a PDS in the name of one account, with tokens that are renewed by one worker at a time. */
final class BlueskyAccess {

    private static final Logger LOG = Logger.getLogger(BlueskyAccess.class);
    private static final int MOST_SAVES = 5;
    private static final Duration SAVE_PAUSE = Duration.ofSeconds(1);
    private static final Duration RENEW_EARLY = Duration.ofSeconds(30);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
    private static final Set<String> STALE_TOKEN = Set.of("invalid_token", "ExpiredToken", "InvalidToken");
    private static final Set<String> OWN_ACCOUNT_CLOSED =
            Set.of("AccountTakedown", "AccountDeactivated", "AccountSuspended", "RepoTakendown", "RepoDeactivated");
    private static final Set<String> NOT_HERE = Set.of("AccountNotFound", "RepoNotFound");

    private final DpopWeb web;
    private final BlueskyOAuth oauth;
    private final Grants grants;
    private final InstantSource clock;
    private final Relocation relocation;
    private OpenGrant grant;
    private BlueskyTokens tokens;

    BlueskyAccess(
            DpopWeb web,
            BlueskyOAuth oauth,
            Grants grants,
            Relocation relocation,
            InstantSource clock,
            OpenGrant grant) {
        this.web = web;
        this.oauth = oauth;
        this.grants = grants;
        this.clock = clock;
        this.relocation = relocation;
        this.grant = grant;
        this.tokens = BlueskyTokens.of(grant.secret());
    }

    String did() {
        return tokens.did();
    }

    URI pds() {
        return URI.create(tokens.pds());
    }

    /**
     * Posts to the PDS.
     *
     * @return any answer that speaks of what was posted; one that speaks of the account itself is a halt
     */
    WebResponse post(String method, String json) throws HaltException, WebException {
        if (tokens.expiresAt().isBefore(clock.instant().plus(RENEW_EARLY))) {
            renew();
        }
        WebResponse response = send(method, json);
        if (isStale(response)) {
            renew();
            response = send(method, json);
        }
        if (NOT_HERE.contains(error(response)) && movedAlong()) {
            response = send(method, json);
        }
        return checked(response);
    }

    /**
     * Goes on where the repository is now, when its server says that it has none.
     *
     * @throws HaltException when it is nowhere that this session reaches: its owner put it to sleep or took it to a server
     *     of another issuer, or an admin closed it; only they can say what is to be done
     */
    void followRepository() throws HaltException, WebException {
        if (!movedAlong()) {
            throw new HaltException(new Halt.NeedsPerson(FollowSettled.Reason.LINK_AGAIN));
        }
    }

    /** A repository may move between the servers of one issuer; then the session goes on, elsewhere. */
    private boolean movedAlong() throws WebException {
        Optional<URI> elsewhere = relocation.of(tokens.did(), pds(), tokens.issuer());
        if (elsewhere.isEmpty()) {
            return false;
        }
        BlueskyTokens there = tokens.at(elsewhere.get().toString());
        Grant moved = grant.grant().at(elsewhere.get().getRawAuthority());
        use(grants.refreshed(new OpenGrant(moved, there.secret(), grant.generation())));
        return true;
    }

    private WebResponse send(String method, String json) throws WebException {
        WebRequest request = WebRequest.postJson(URI.create(tokens.pds() + "/xrpc/" + method), json);
        return web.send(request, tokens.key(), tokens.accessToken());
    }

    private static boolean isStale(WebResponse response) {
        boolean refused = response.status() == 400 || response.status() == 401;
        return refused
                && (STALE_TOKEN.contains(error(response))
                        || response.header("WWW-Authenticate").orElse("").contains("invalid_token"));
    }

    /** What speaks of the account itself is a halt; a page of something in between says nothing about anyone. */
    private WebResponse checked(WebResponse response) throws HaltException {
        int status = response.status();
        if (status != 400 && status != 401 && status != 403) {
            return response;
        }
        String error = error(response);
        // A proof that is refused, even after its repeats, is the clocks' or the servers' trouble: the tokens are as
        // good as before.
        if (error.isEmpty() || DpopWeb.refusesProof(response)) {
            throw new HaltException(new Halt.Unwell());
        }
        if (OWN_ACCOUNT_CLOSED.contains(error)) {
            throw new HaltException(new Halt.NeedsPerson(FollowSettled.Reason.LINK_AGAIN));
        }
        if (status == 401 || isStale(response) || NOT_HERE.contains(error)) {
            throw lost();
        }
        if (status == 403) {
            throw new HaltException(new Halt.NeedsPerson(FollowSettled.Reason.SCOPE_MISSING));
        }
        return response;
    }

    static String error(WebResponse response) {
        JsonNode error = Json.read(response.body()).path("error");
        return error.asText();
    }

    private HaltException lost() {
        grants.lose(tokens.did(), grant.generation());
        return new HaltException(new Halt.NeedsPerson(FollowSettled.Reason.LINK_AGAIN));
    }

    private void renew() throws HaltException, WebException {
        switch (grants.takeRefreshTurn(tokens.did(), grant.generation())) {
            case RefreshTurn.AlreadyRenewed(OpenGrant newer) -> use(newer);
            case RefreshTurn.Yours(OpenGrant current) -> use(renewed(current));
            case RefreshTurn.Busy() -> {
                Instant later = clock.instant().plus(BUSY_PAUSE);
                throw new HaltException(new Halt.Until(later, FollowDeferred.Reason.NETWORK_TROUBLE));
            }
            case RefreshTurn.Gone() -> throw new HaltException(new Halt.NeedsPerson(FollowSettled.Reason.LINK_AGAIN));
        }
    }

    private OpenGrant renewed(OpenGrant current) throws HaltException, WebException {
        Optional<BlueskyTokens> fresh;
        try {
            fresh = oauth.renew(BlueskyTokens.of(current.secret()));
        } catch (AddressNotAllowedException e) {
            throw lost();
        } catch (HostRestingException e) {
            grants.returnRefreshTurn(tokens.did(), current.generation());
            throw e;
        } catch (NoAnswerException e) {
            if (!e.mayHaveActed()) {
                grants.returnRefreshTurn(tokens.did(), current.generation());
            }
            throw e;
        }
        if (fresh.isEmpty()) {
            throw lost();
        }
        return saved(new OpenGrant(current.grant(), fresh.get().secret(), current.generation()));
    }

    /** The old token is used up: unless the new one is kept, the person must link again. So the database gets some time. */
    private OpenGrant saved(OpenGrant fresh) {
        for (int attempt = 1; ; attempt++) {
            try {
                return grants.refreshed(fresh);
            } catch (IllegalStateException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == MOST_SAVES) {
                    throw e;
                }
                LOG.warnf(
                        "renewed tokens are not saved yet error=%s",
                        e.getClass().getSimpleName());
                LockSupport.parkNanos(SAVE_PAUSE.multipliedBy(attempt).toNanos());
            }
        }
    }

    private void use(OpenGrant newer) {
        grant = newer;
        tokens = BlueskyTokens.of(newer.secret());
    }
}
