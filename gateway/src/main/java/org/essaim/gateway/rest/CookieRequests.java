package org.essaim.gateway.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Against forged requests from other sites: a call that changes something and carries no bearer token rides on the browser's
 * cookie, and must carry a header that no other site can set (it would need this API's leave, and CORS is closed).
 */
public class CookieRequests {

    public static final String HEADER = "X-Essaim-CSRF";

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @ServerRequestFilter(preMatching = true)
    public void refuseForged(ContainerRequestContext request) {
        // The word in the address of a letter's end is all that counts there, and mail programs post it.
        boolean word = request.getUriInfo().getRequestUri().getPath().startsWith("/letters/end/");
        boolean bearer = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (!bearer && !word && !SAFE.contains(request.getMethod()) && request.getHeaderString(HEADER) == null) {
            throw new Problem(
                    403,
                    "csrf-header-missing",
                    "Not from this site",
                    "Calls that change something in a browser session carry the header " + HEADER + ".");
        }
    }
}
