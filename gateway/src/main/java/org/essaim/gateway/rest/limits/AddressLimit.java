package org.essaim.gateway.rest.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.essaim.gateway.GatewayConfig;
import org.essaim.platform.http.Problem;

/** Holds each address to its allowance before anyone is asked who they are. Behind a proxy the address is the one that the proxy tells. */
@ApplicationScoped
public class AddressLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BEFORE_SIGN_IN = 1100;

    private final Allowances allowances;

    public AddressLimit(GatewayConfig config, InstantSource clock) {
        this.allowances = new Allowances("address", new Allowance(config.callsPerAddressAndMinute(), MINUTE), clock);
    }

    void register(@Observes Filters filters) {
        filters.register(this::hold, BEFORE_SIGN_IN);
    }

    private void hold(RoutingContext context) {
        if (!context.request().path().startsWith("/api/")) {
            context.next();
            return;
        }
        SocketAddress address = context.request().remoteAddress();
        String host = address == null ? null : address.hostAddress();
        Allowance.Verdict verdict = allowances.take(host == null ? "unknown" : host);
        if (verdict.allowed()) {
            context.next();
            return;
        }
        Problem problem = tooMany();
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Allowances.seconds(verdict)))
                .putHeader("RateLimit-Policy", allowances.policy())
                .putHeader("RateLimit", allowances.left(verdict))
                .end(new JsonObject(Map.copyOf(problem.body())).encode());
    }

    static Problem tooMany() {
        return new Problem(
                429, "rate-limited", "Too many calls", "Wait for as many seconds as Retry-After says, then go on.");
    }
}
