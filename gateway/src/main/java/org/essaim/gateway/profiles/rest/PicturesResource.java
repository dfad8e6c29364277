package org.essaim.gateway.profiles.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.migrations.rest.Owner;
import org.essaim.gateway.profiles.Profiles;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** The pictures that profiles name. */
@Path("/api/v1/me/pictures")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Review")
public class PicturesResource {

    private static final String NAME_OF_PICTURE = "[0-9a-zA-Z_-]{1,128}";

    private final Owner owner;
    private final Profiles profiles;

    public PicturesResource(Owner owner, Profiles profiles) {
        this.owner = owner;
        this.profiles = profiles;
    }

    @GET
    @Path("/{picture}")
    @Produces("image/jpeg")
    @Extension(name = "x-problems", value = "404 no-such-picture, 502 executor-unreachable")
    @Operation(operationId = "picture", summary = "A small picture, by the name that a profile gave; it never changes")
    public RestResponse<byte[]> picture(@PathParam("picture") String picture) {
        if (!picture.matches(NAME_OF_PICTURE)) {
            throw new Problem(404, "no-such-picture", "No such picture", "Ask for it by the name a profile gave.");
        }
        return RestResponse.ResponseBuilder.ok(Answers.unwrap(profiles.picture(owner.word(), picture)), "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=604800, immutable")
                .build();
    }
}
