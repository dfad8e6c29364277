package org.essaim.matcher.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.essaim.matcher.status.RebuildRequests;

/**
 * {@code POST /api/rebuilds}: the instance drops what it holds, reads the topics again from their beginning, and publishes what
 * differs. Not ready until then. A repeat is harmless. For an operator inside the network, as the status is.
 */
@Path("/api/rebuilds")
public class RebuildResource {

    private final RebuildRequests rebuilds;

    public RebuildResource(RebuildRequests rebuilds) {
        this.rebuilds = rebuilds;
    }

    @POST
    public Response rebuild() {
        rebuilds.make();
        return Response.accepted().build();
    }
}
