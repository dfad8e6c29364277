package org.essaim.gateway.links.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.links.ExecutorDocuments;
import org.essaim.platform.http.Problem;

/** What networks read about this Essaim as an OAuth client; two documents and nothing else is forwarded. */
@Path("/oauth")
@PermitAll
@RunOnVirtualThread
@Tag(name = "OAuth client")
public class OauthDocuments {

    private final ExecutorDocuments documents;

    public OauthDocuments(ExecutorDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Path("/client-metadata.json")
    @Produces("application/json")
    @Extension(name = "x-problems", value = "502 executor-unreachable")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @Operation(operationId = "oauthClientMetadata", summary = "The OAuth client metadata that networks read")
    public String clientMetadata() {
        return document(ExecutorDocuments.Name.CLIENT_METADATA);
    }

    @GET
    @Path("/jwks.json")
    @Produces("application/json")
    @Extension(name = "x-problems", value = "502 executor-unreachable")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @Operation(operationId = "oauthKeys", summary = "The public keys of the OAuth client")
    public String keys() {
        return document(ExecutorDocuments.Name.KEYS);
    }

    private String document(ExecutorDocuments.Name name) {
        return documents
                .read(name)
                .orElseThrow(() ->
                        new Problem(502, "executor-unreachable", "Not available right now", "Try again in a moment."));
    }
}
