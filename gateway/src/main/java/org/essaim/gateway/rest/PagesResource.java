package org.essaim.gateway.rest;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages that need a signed-in person. Each is the one page of the web app (src/main/webui), which shows what the address says; any
 * other address that is not known is not found.
 */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PagesResource {

    private static final URI APP = URI.create("/app");
    /** Keycloak asks the person to sign in with X, and adds that to the account they are signed in with. */
    private static final URI PROVE = URI.create("/app/x?kc_action=idp_link:x");

    /** Keycloak makes a passkey for the account the person is signed in with, and asks before. */
    private static final URI PASSKEY = URI.create("/app/settings?kc_action=webauthn-register-passwordless");

    /** Below the issuer; Keycloak leads back from there to the client's own page. */
    private static final String ACCOUNT = "/account/account-security/signing-in?referrer=essaim-gateway";

    private static final String PAGE = "META-INF/resources/index.html";

    private final OidcSession session;
    private final JsonWebToken token;

    public PagesResource(OidcSession session, JsonWebToken token) {
        this.session = session;
        this.token = token;
    }

    @GET
    @Path("/app")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<byte[]> app() throws IOException {
        return page();
    }

    @GET
    @Path("/app/{page: [a-z]+}")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<byte[]> station() throws IOException {
        return page();
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
    @RunOnVirtualThread
    @Operation(hidden = true)
    public RestResponse<byte[]> linkCallback() throws IOException {
        return page();
    }

    /** On to X, by way of Keycloak. */
    @GET
    @Path("/app/prove")
    @Operation(hidden = true)
    public Uni<RestResponse<Void>> prove() {
        return throughKeycloak(PROVE);
    }

    /** On to Keycloak, which makes a passkey, and back to the settings. */
    @GET
    @Path("/app/passkey")
    @Operation(hidden = true)
    public Uni<RestResponse<Void>> passkey() {
        return throughKeycloak(PASSKEY);
    }

    /** Keycloak's own pages about the person's account: password, passkeys, where they are signed in. */
    @GET
    @Path("/app/account")
    @Operation(hidden = true)
    public RestResponse<Void> account() {
        return RestResponse.seeOther(URI.create(token.getIssuer() + ACCOUNT));
    }

    /** The person stays signed in at Keycloak: this site's own session is ended, and the next page begins another, which carries what Keycloak shall do. */
    private Uni<RestResponse<Void>> throughKeycloak(URI next) {
        return session.logout().replaceWith(() -> RestResponse.seeOther(next));
    }

    private static RestResponse<byte[]> page() throws IOException {
        try (InputStream page = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE), PAGE)) {
            return RestResponse.ResponseBuilder.ok(page.readAllBytes())
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .build();
        }
    }
}
