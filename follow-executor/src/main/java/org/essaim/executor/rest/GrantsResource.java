package org.essaim.executor.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.unlinking.UnlinkAccount;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Shows and ends links. */
@Path("/api/members/{member}/grants")
@Authenticated
@RunOnVirtualThread
public class GrantsResource {

    private final Caller caller;
    private final Grants grants;
    private final UnlinkAccount unlink;

    public GrantsResource(Caller caller, Grants grants, UnlinkAccount unlink) {
        this.caller = caller;
        this.grants = grants;
        this.unlink = unlink;
    }

    @GET
    public List<LinkJson.Link> list(@PathParam("member") UUID path) {
        return grants.of(caller.member(path)).stream().map(LinkJson.Link::of).toList();
    }

    @DELETE
    public void unlink(@PathParam("member") UUID path, @QueryParam("account") @Nullable String account) {
        if (account == null || !unlink.unlink(caller.member(path), account)) {
            throw new Problem(404, "link-not-found", "Link not found", "No such account is linked.");
        }
    }
}
