package org.essaim.gateway.rest.limits;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.essaim.gateway.GatewayConfig;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Holds whoever is signed in to their allowance, whatever addresses they come from, and tells them what is left of it. */
public class MemberLimit {

    private static final String VERDICT = MemberLimit.class.getName();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int FIRST = 1000;

    private final SecurityIdentity identity;
    private final Allowances allowances;

    public MemberLimit(SecurityIdentity identity, GatewayConfig config, InstantSource clock) {
        this.identity = identity;
        this.allowances = new Allowances("member", new Allowance(config.callsPerMemberAndMinute(), MINUTE), clock);
    }

    @ServerRequestFilter(priority = FIRST)
    public @Nullable Response hold(ContainerRequestContext request) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return null;
        }
        Allowance.Verdict verdict = allowances.take(token.getIssuer() + "|" + token.getSubject());
        request.setProperty(VERDICT, verdict);
        if (verdict.allowed()) {
            return null;
        }
        Problem problem = AddressLimit.tooMany();
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(problem.body())
                .build();
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(VERDICT) instanceof Allowance.Verdict verdict) {
            response.getHeaders().putSingle("RateLimit-Policy", allowances.policy());
            response.getHeaders().putSingle("RateLimit", allowances.left(verdict));
            if (!verdict.allowed()) {
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Allowances.seconds(verdict));
            }
        }
    }
}
