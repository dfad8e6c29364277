package org.essaim.gateway.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The two pages that need a signed-in person. */
@Path("/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class PagesResource {

    private static final URI APP = URI.create("/app");

    @GET
    @Path("/app")
    @Operation(hidden = true)
    public String app() throws IOException {
        return page("app.html");
    }

    /** Where sign-in ends when there is no page to go back to. */
    @GET
    @Path("/app/signed-in")
    @Operation(hidden = true)
    public RestResponse<Void> signedIn() {
        return RestResponse.seeOther(APP);
    }

    /** Where a network sends the person back to; the page hands what it was given to the API. */
    @GET
    @Path("/link/callback")
    @Operation(hidden = true)
    public String linkCallback() throws IOException {
        return page("link-callback.html");
    }

    private static String page(String name) throws IOException {
        try (InputStream page = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("pages/" + name), name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
