package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.budgets.Allowed;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Cost;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.courtesy.RateLimitWords;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;

/** Calls a server in the name of one account, within what the account and the server allow. */
final class MastodonAccess {

    /** The windows of calls are shorter, those of follows are a day. */
    private static final Duration LONGEST_CALL_WINDOW = Duration.ofMinutes(10);

    /** For calls that no pace slows down. */
    private static final Allowed UNPACED = new Allowed(100, null);

    /** Refusals of a follow that the server does not count as one. */
    private static final Set<Integer> NOT_COUNTED = Set.of(400, 401, 403, 404, 406, 422, 429);

    private final Web web;
    private final Grants grants;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;
    private final OpenGrant grant;
    private final MastodonToken token;

    MastodonAccess(Web web, Grants grants, Budgets budgets, BudgetLimits limits, InstantSource clock, OpenGrant grant) {
        this.web = web;
        this.grants = grants;
        this.budgets = budgets;
        this.limits = limits;
        this.clock = clock;
        this.grant = grant;
        this.token = MastodonToken.of(grant.secret());
    }

    String actor() {
        return grant.grant().account().id();
    }

    /** The domain of the accounts at home here. */
    String domain() {
        return token.domain();
    }

    WebResponse get(String path) throws HaltException, WebException {
        return call(WebRequest.get(URI.create(token.base() + path)), List.of(), UNPACED);
    }

    /** The same for what not every token may: that it may not is the server's trouble then, not the person's. */
    WebResponse getIfPermitted(String path) throws HaltException, WebException {
        try {
            return get(path);
        } catch (HaltException e) {
            throw e.halt() instanceof Halt.NeedsPerson ? new HaltException(new Halt.Unwell()) : e;
        }
    }

    WebResponse unfollow(String localId) throws HaltException, WebException {
        return call(post("/api/v1/accounts/" + localId + "/unfollow"), List.of(), UNPACED);
    }

    /**
     * Follows.
     *
     * @param pace how much of the day's follows the account may use
     */
    WebResponse follow(String localId, Allowed pace) throws HaltException, WebException {
        Cost follow = limits.mastodonFollows(actor(), pace.percent()).cost(1);
        WebResponse response = call(post("/api/v1/accounts/" + localId + "/follow"), List.of(follow), pace);
        if (NOT_COUNTED.contains(response.status())) {
            budgets.release(List.of(follow));
        }
        return response;
    }

    Allowed pace(int day, Crowd crowd) {
        return limits.pace().on(day, crowd);
    }

    private WebRequest post(String path) {
        return WebRequest.postForm(URI.create(token.base() + path), Map.of());
    }

    private WebResponse call(WebRequest request, List<Cost> more, Allowed pace) throws HaltException, WebException {
        WebResponse response = exchange(request, more, pace);
        return switch (response.status()) {
            case 401 -> throw unauthorised();
            case 403 -> permitted(response);
            default -> response;
        };
    }

    private WebResponse exchange(WebRequest request, List<Cost> more, Allowed pace) throws HaltException, WebException {
        List<Cost> costs = new ArrayList<>(more);
        costs.add(limits.mastodonAccount(actor()).cost(1));
        if (budgets.reserve(costs) instanceof Reservation.Exhausted(Instant until, Budget spent)) {
            boolean follows = more.stream().anyMatch(cost -> cost.budget().equals(spent));
            throw new HaltException(
                    follows
                            ? new Halt.Spent(until, pace.slowed())
                            : new Halt.Until(until, FollowDeferred.Reason.BUDGET_SPENT));
        }
        WebResponse response = sent(request, costs);
        heed(response);
        return response;
    }

    private WebResponse sent(WebRequest request, List<Cost> costs) throws HaltException, WebException {
        try {
            return web.send(signed(request));
        } catch (HostRestingException e) {
            budgets.release(costs);
            throw new HaltException(Halt.of(e));
        } catch (NoAnswerException e) {
            if (!e.mayHaveActed()) {
                budgets.release(costs);
            }
            throw e;
        }
    }

    /** One status for three things: what the token may not, what the person's log-in may not, what this target does not want. */
    private static WebResponse permitted(WebResponse response) throws HaltException {
        String error = Json.read(response.body()).path("error").asText();
        if (error.contains("authorized scopes")) {
            throw new HaltException(new Halt.NeedsPerson(Reason.SCOPE_MISSING));
        }
        if (error.startsWith("Your login") || error.contains("confirmed e-mail")) {
            throw new HaltException(new Halt.NeedsPerson(Reason.LINK_AGAIN));
        }
        return response;
    }

    private WebRequest signed(WebRequest request) {
        return request.with("Authorization", "Bearer " + token.accessToken());
    }

    /**
     * Some servers say 401 for anything that goes wrong: the link is lost only when they do not know us at all, in their own
     * words. The page of a proxy in between says nothing about anyone.
     */
    private HaltException unauthorised() throws HaltException, WebException {
        WebRequest whoami = WebRequest.get(URI.create(token.base() + "/api/v1/accounts/verify_credentials"));
        WebResponse self = exchange(whoami, List.of(), UNPACED);
        boolean unknown =
                self.status() == 401 && Json.read(self.body()).path("error").isTextual();
        if (!unknown) {
            return new HaltException(new Halt.Unwell());
        }
        grants.lose(actor(), grant.generation());
        return new HaltException(new Halt.NeedsPerson(Reason.LINK_AGAIN));
    }

    private void heed(WebResponse response) throws HaltException {
        Instant now = clock.instant();
        RateLimitWords words = RateLimitWords.of(response, "X-", now);
        boolean ofFollows = words.resets().isPresent()
                && words.limit().isPresent()
                && isOfFollows(words.resets().get(), words.limit().get(), now);
        Optional<Observation> told = words.about(ofFollows ? follows() : limits.mastodonAccount(actor()));
        budgets.observe(told.stream().toList());
        Optional<Instant> quiet = words.quietUntil(response, now);
        if (quiet.isPresent()) {
            boolean spent = response.status() == 429 && ofFollows && told.isPresent();
            throw new HaltException(
                    spent
                            ? new Halt.Spent(quiet.get(), null)
                            : new Halt.Until(quiet.get(), FollowDeferred.Reason.BUDGET_SPENT));
        }
    }

    private Budget follows() {
        return limits.mastodonFollows(actor(), UNPACED.percent());
    }

    /** Which window the headers speak of: both end at midnight in a day's last minutes, so the size tells as well. */
    private boolean isOfFollows(Instant resets, long limit, Instant now) {
        return resets.isAfter(now.plus(LONGEST_CALL_WINDOW)) || limit == limits.mastodonFollowsPerDay();
    }

    /** The body, when it is what was asked for; a page of a proxy or an error in disguise is a halt. */
    static JsonNode body(WebResponse response, boolean array) throws HaltException {
        JsonNode body = Json.read(response.body());
        if (!response.isSuccess() || (array ? !body.isArray() : !body.path("id").isTextual())) {
            throw new HaltException(new Halt.Unwell());
        }
        return body;
    }
}
