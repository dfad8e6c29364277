package org.essaim.executor.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.essaim.executor.linking.clients.PublicClient;

/** Who we are to authorization servers that never heard of us. */
@Path("/oauth")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class OAuthClientResource {

    private final PublicClient client;

    public OAuthClientResource(PublicClient client) {
        this.client = client;
    }

    @GET
    @Path("/client-metadata.json")
    public String metadata() {
        return client.metadata();
    }

    @GET
    @Path("/jwks.json")
    public String jwks() {
        return client.jwks();
    }
}
