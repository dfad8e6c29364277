package org.essaim.gateway.operators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.operators.AuditLog;
import org.essaim.gateway.operators.AuditLog.Action;
import org.essaim.gateway.operators.Stops;
import org.jspecify.annotations.Nullable;

/** Where nothing is followed. */
@Path("/api/v1/operator")
@RolesAllowed("operator")
@RunOnVirtualThread
@Tag(name = "Operators")
public class StopsResource {

    private static final String UNREACHABLE = "502 executor-unreachable";

    private final Stops stops;
    private final AuditLog audit;
    private final CurrentOperator operator;

    public StopsResource(Stops stops, AuditLog audit, CurrentOperator operator) {
        this.stops = stops;
        this.audit = audit;
        this.operator = operator;
    }

    @GET
    @Path("/stops")
    @Extension(name = "x-problems", value = UNREACHABLE)
    @Operation(operationId = "stops", summary = "Networks and hosts that are stopped")
    public List<Stops.Stop> stopped() {
        return Answers.unwrap(stops.standing(operator.accessToken(), Stops.Kind.STOPPED));
    }

    @PUT
    @Path("/stops/{what}")
    @Extension(name = "x-problems", value = UNREACHABLE)
    @Operation(
            operationId = "stop",
            summary = "Stop a network or a host: nothing is followed there from the next follow on")
    public void stop(@PathParam("what") String what, @Nullable StopReason reason) {
        put(Stops.Kind.STOPPED, Action.STOP, what, reason);
    }

    @DELETE
    @Path("/stops/{what}")
    @Extension(name = "x-problems", value = "404 not-stopped, " + UNREACHABLE)
    @Operation(operationId = "liftStop", summary = "Let it go on")
    public void lift(@PathParam("what") String what) {
        lift(Stops.Kind.STOPPED, Action.LIFT_STOP, what);
    }

    @GET
    @Path("/left-out-hosts")
    @Extension(name = "x-problems", value = UNREACHABLE)
    @Operation(operationId = "leftOutHosts", summary = "Hosts whose admins asked to be left out")
    public List<Stops.Stop> leftOut() {
        return Answers.unwrap(stops.standing(operator.accessToken(), Stops.Kind.LEFT_OUT));
    }

    @PUT
    @Path("/left-out-hosts/{what}")
    @Extension(name = "x-problems", value = UNREACHABLE)
    @Operation(operationId = "leaveOut", summary = "Leave a host out, as its admin asked")
    public void leaveOut(@PathParam("what") String what, @Nullable StopReason reason) {
        put(Stops.Kind.LEFT_OUT, Action.LEAVE_OUT, what, reason);
    }

    @DELETE
    @Path("/left-out-hosts/{what}")
    @Extension(name = "x-problems", value = "404 not-stopped, " + UNREACHABLE)
    @Operation(operationId = "takeIn", summary = "Work with the host again")
    public void takeIn(@PathParam("what") String what) {
        lift(Stops.Kind.LEFT_OUT, Action.TAKE_IN, what);
    }

    private void put(Stops.Kind kind, Action action, String what, @Nullable StopReason reason) {
        String why = reason == null || reason.reason() == null ? "" : reason.reason();
        Answers.unwrap(stops.put(operator.accessToken(), kind, what, why));
        audit.note(operator.subject(), action, what, null);
    }

    private void lift(Stops.Kind kind, Action action, String what) {
        Answers.unwrap(stops.lift(operator.accessToken(), kind, what));
        audit.note(operator.subject(), action, what, null);
    }

    /** For the next operator who wonders. */
    public record StopReason(@Nullable String reason) {}
}
