package org.essaim.executor.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.profiles.Profile;
import org.essaim.executor.profiles.Profiles;
import org.essaim.executor.profiles.SmallPicture;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Names and faces of accounts that a member looks at. */
@Path("/api/members/{member}")
@Authenticated
@RunOnVirtualThread
public class ProfilesResource {

    private static final int MOST = 100;

    private final Caller caller;
    private final Profiles profiles;

    public ProfilesResource(Caller caller, Profiles profiles) {
        this.caller = caller;
        this.profiles = profiles;
    }

    /** What is known now; what is not is looked for, and there to be asked for again later. */
    @POST
    @Path("/profiles")
    public List<Profile> profiles(@PathParam("member") UUID path, @Nullable List<TargetAccount> accounts) {
        caller.member(path);
        if (accounts == null || accounts.size() > MOST) {
            throw new Problem(
                    400, "incomplete-request", "Incomplete request", "Between 0 and " + MOST + " accounts are wanted.");
        }
        return profiles.of(accounts);
    }

    @GET
    @Path("/pictures/{digest}")
    public RestResponse<byte[]> picture(@PathParam("member") UUID path, @PathParam("digest") String digest) {
        caller.member(path);
        SmallPicture picture = profiles.picture(digest)
                .orElseThrow(() -> new Problem(404, "no-such-picture", "Not found", "There is no such picture."));
        return ResponseBuilder.ok(picture.jpeg(), "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=604800, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
