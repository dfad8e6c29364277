package org.essaim.executor.bluesky.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;

/** From a PDS to its authorization server, each naming itself. */
public final class AuthorizationServers {

    private final Web web;

    public AuthorizationServers(Web web) {
        this.web = web;
    }

    public AuthorizationServer of(URI pds) throws LinkRefusedException, WebException {
        JsonNode resource = document(pds + "/.well-known/oauth-protected-resource");
        String issuer = resource.path("authorization_servers").path(0).asText();
        return read(issuer, document(issuer + "/.well-known/oauth-authorization-server"));
    }

    private JsonNode document(String address) throws LinkRefusedException, WebException {
        WebResponse response = web.send(WebRequest.get(readable(address)));
        if (!response.isSuccess()) {
            throw new LinkRefusedException(
                    response.status() >= 500 ? LinkRefusal.NETWORK_UNREACHABLE : LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        return Json.read(response.body());
    }

    private static AuthorizationServer read(String issuer, JsonNode metadata) throws LinkRefusedException {
        if (!issuer.equals(metadata.path("issuer").asText())) {
            throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        JsonNode revocation = metadata.path("revocation_endpoint");
        return new AuthorizationServer(
                issuer,
                endpoint(metadata, "authorization_endpoint"),
                endpoint(metadata, "token_endpoint"),
                endpoint(metadata, "pushed_authorization_request_endpoint"),
                revocation.isTextual() ? endpoint(metadata, "revocation_endpoint") : null);
    }

    private static URI endpoint(JsonNode metadata, String name) throws LinkRefusedException {
        return readable(metadata.path(name).asText());
    }

    private static URI readable(String address) throws LinkRefusedException {
        try {
            URI uri = URI.create(address);
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
    }
}
