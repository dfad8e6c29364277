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
import org.essaim.executor.stops.EmergencyStop;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** The operator's emergency stop, of a network or of one host. */
@Path("/api/operator/stops")
@RolesAllowed("operator")
@RunOnVirtualThread
public class StopsResource {

    private final EmergencyStops stops;
    private final InstantSource clock;

    public StopsResource(EmergencyStops stops, InstantSource clock) {
        this.stops = stops;
        this.clock = clock;
    }

    /** Why it is stopped. */
    public record Reason(@Nullable String reason) {}

    @GET
    public List<EmergencyStop> list() {
        return stops.all();
    }

    @PUT
    @Path("/{scope}")
    public void stop(@PathParam("scope") String scope, @Nullable Reason reason) {
        String why = reason == null ? null : reason.reason();
        stops.stop(new EmergencyStop(normalised(scope), why == null ? "" : why, clock.instant()));
    }

    @DELETE
    @Path("/{scope}")
    public void lift(@PathParam("scope") String scope) {
        if (!stops.lift(normalised(scope))) {
            throw new Problem(404, "not-stopped", "Not stopped", "Nothing is stopped there.");
        }
    }

    /** Networks are written large, hosts small. */
    private static String normalised(String scope) {
        String large = scope.toUpperCase(Locale.ROOT);
        boolean network = large.equals("BLUESKY") || large.equals("MASTODON");
        return network ? large : scope.toLowerCase(Locale.ROOT);
    }
}
