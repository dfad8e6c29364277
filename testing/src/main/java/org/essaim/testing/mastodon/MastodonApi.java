package org.essaim.testing.mastodon;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.testing.mastodon.api.AccountEndpoints;
import org.essaim.testing.mastodon.api.AccountJson;
import org.essaim.testing.mastodon.api.FederationEndpoints;
import org.essaim.testing.mastodon.api.FollowEndpoints;
import org.essaim.testing.mastodon.api.InstanceEndpoints;
import org.essaim.testing.mastodon.api.RequestLimits;
import org.essaim.testing.mastodon.control.ControlEndpoints;
import org.essaim.testing.mastodon.control.Fault;
import org.essaim.testing.mastodon.control.Faults;
import org.essaim.testing.mastodon.control.RequestLog;
import org.essaim.testing.mastodon.limits.Level;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.limits.Throttle;
import org.essaim.testing.mastodon.oauth.ConsentPages;
import org.essaim.testing.mastodon.oauth.OauthEndpoints;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Grants.Token;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** Everything that one instance answers, from the request to the response. */
public final class MastodonApi {

    private final Instance instance;
    private final RequestLimits limits;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final Router router = new Router();
    private final ControlEndpoints control;

    public MastodonApi(Instance instance, Release release, Limits limits, InstantSource clock) {
        this.instance = instance;
        this.limits = new RequestLimits(limits, new Throttle(clock));
        AccountJson json = new AccountJson(instance);
        new AccountEndpoints(instance, json).declare(router);
        new FollowEndpoints(instance, json, this.limits).declare(router);
        new OauthEndpoints(instance, release).declare(router);
        new ConsentPages(instance).declare(router);
        new InstanceEndpoints(instance, release).declare(router);
        new FederationEndpoints(instance, json).declare(router);
        this.control = new ControlEndpoints(instance, json, faults, log);
    }

    public WebResponse answer(WebRequest request) {
        if (request.path().startsWith("/_control/")) {
            return instance.fediverse().inTurn(() -> control.answer(request));
        }
        log.add(request);
        Optional<Fault> fault = faults.take(request);
        if (fault.isEmpty()) {
            return act(request);
        }
        fault.get().takeTime();
        return fault.get().acts()
                ? fault.get().after(act(request))
                : fault.get().instead();
    }

    private WebResponse act(WebRequest request) {
        return instance.fediverse().inTurn(() -> {
            Optional<Token> token = request.bearer().flatMap(instance.grants()::token);
            Optional<Level> level = limits.count(request, token);
            Map<String, String> headers =
                    new LinkedHashMap<>(level.map(Level::headers).orElse(Map.of()));
            WebResponse response;
            try {
                if (level.filter(Level::exceeded).isPresent()) {
                    throw Refusal.tooManyRequests();
                }
                response = route(request);
            } catch (Refusal refused) {
                response = refused.response();
            } catch (IllegalArgumentException e) {
                response =
                        Refusal.of(400, "The request could not be understood").response();
            }
            if (request.path().endsWith("/follow") && !headers.isEmpty()) {
                headers = followHeaders(headers, token);
            }
            return response.with(headers).with("X-Request-Id", UUID.randomUUID().toString());
        });
    }

    private Map<String, String> followHeaders(Map<String, String> shown, Optional<Token> token) {
        return token.flatMap(Token::owner)
                .map(person -> limits.tighter(shown, person))
                .orElse(shown);
    }

    private WebResponse route(WebRequest request) {
        Router.Found found = router.find(request).orElseThrow(MastodonApi::noRoute);
        Optional<Token> token = found.route().access().check(request, instance.grants());
        WebResponse response = found.route().action().apply(new Call(request, found.variables(), token));
        return request.path().startsWith("/api/")
                ? response.with(Map.of("Cache-Control", "private, no-store", "Vary", "Authorization, Origin"))
                : response;
    }

    private static Refusal noRoute() {
        return Refusal.of(404, "Not Found");
    }
}
