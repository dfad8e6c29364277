package org.essaim.executor.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.essaim.executor.stops.LeftOutHost;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Hosts whose admins asked the operator to be left out. */
@Path("/api/operator/left-out-hosts")
@RolesAllowed("operator")
@RunOnVirtualThread
public class LeftOutHostsResource {

    private final LeftOutHosts hosts;
    private final InstantSource clock;

    public LeftOutHostsResource(LeftOutHosts hosts, InstantSource clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @GET
    public List<LeftOutHost> list() {
        return hosts.all();
    }

    @PUT
    @Path("/{host}")
    public void leaveOut(@PathParam("host") String host, StopsResource.@Nullable Reason reason) {
        String why = reason == null ? null : reason.reason();
        hosts.leaveOut(new LeftOutHost(host.toLowerCase(Locale.ROOT), why == null ? "" : why, clock.instant()));
    }

    @DELETE
    @Path("/{host}")
    public void takeIn(@PathParam("host") String host) {
        if (!hosts.takeIn(host.toLowerCase(Locale.ROOT))) {
            throw new Problem(404, "not-left-out", "Not left out", "That host is not left out.");
        }
    }
}
