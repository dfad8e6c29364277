package org.essaim.gateway.follows.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.gateway.executor.rest.Answers;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.follows.Follows.Cursor;
import org.essaim.gateway.follows.Follows.FollowState;
import org.essaim.gateway.follows.Outlooks;
import org.essaim.gateway.migrations.rest.Owner;
import org.essaim.gateway.rest.Cursors;
import org.essaim.gateway.rest.PageSize;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Follow those I confirmed; pause, resume, cancel, take back; see what became of each. */
@Path("/api/v1/migrations/{id}")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Follows")
public class FollowsResource {

    private static final int LONGEST_CURSOR_PART = 2048;

    private final Owner owner;
    private final Follows follows;
    private final Outlooks outlooks;
    private final PlanEstimates estimates;

    public FollowsResource(Owner owner, Follows follows, Outlooks outlooks, PlanEstimates estimates) {
        this.owner = owner;
        this.follows = follows;
        this.outlooks = outlooks;
        this.estimates = estimates;
    }

    @GET
    @Path("/plans/preview")
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(
            operationId = "previewPlan",
            summary =
                    "What a plan would do: how many follows on which account, and when they would be done; changes nothing")
    public PlanEstimates.PlanPreview preview(
            @PathParam("id") UUID migration, @QueryParam("network") @Nullable Network network) {
        return estimates.of(follows.preview(owner.of(migration), network), owner.word());
    }

    @POST
    @Path("/plans")
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(
            operationId = "plan",
            summary =
                    "Follow every match I confirmed, on every account I linked; what is planned or done stays as it is")
    public Follows.Planned plan(@PathParam("id") UUID migration, @Nullable PlanRequest request) {
        return follows.plan(owner.of(migration), migration, request == null ? null : request.network());
    }

    @POST
    @Path("/pause")
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(operationId = "pause", summary = "Start no more follows until I resume")
    public void pause(@PathParam("id") UUID migration) {
        follows.pause(owner.of(migration), migration);
    }

    @POST
    @Path("/resume")
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(operationId = "resume", summary = "Go on where the pause began")
    public void resume(@PathParam("id") UUID migration) {
        follows.resume(owner.of(migration), migration);
    }

    @POST
    @Path("/cancel")
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(operationId = "cancel", summary = "Cancel what is planned and not followed yet; what is followed stays")
    public void cancel(@PathParam("id") UUID migration) {
        follows.cancel(owner.of(migration), migration);
    }

    @POST
    @Path("/undo")
    @ResponseStatus(202)
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(operationId = "undo", summary = "Take back what this move followed, and only that")
    public void undo(@PathParam("id") UUID migration) {
        follows.undo(owner.of(migration), migration);
    }

    @GET
    @Path("/outlook")
    @Extension(name = "x-problems", value = "404 migration-not-found, 502 executor-unreachable")
    @Operation(
            operationId = "outlook",
            summary =
                    "For each of my acting accounts: what is open, what keeps it, when it goes on and when it will be done")
    public List<Outlooks.Outlook> outlook(@PathParam("id") UUID migration) {
        owner.of(migration);
        return Answers.unwrap(outlooks.of(owner.word()));
    }

    @GET
    @Path("/follows")
    @Extension(
            name = "x-problems",
            value = "404 migration-not-found, 400 cursor-not-understood, 400 limit-not-understood")
    @Operation(operationId = "follows", summary = "A page of the follows of a move and what became of each")
    public FollowList page(
            @PathParam("id") UUID migration,
            @QueryParam("state") Set<FollowState> states,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        MemberId id = owner.of(migration);
        Follows.Page page = follows.page(
                id,
                migration,
                states.isEmpty() ? null : states,
                cursor == null ? null : after(cursor),
                PageSize.of(limit));
        Cursor next = page.next();
        return new FollowList(page.follows(), next == null ? null : Cursors.write(next.acting(), next.target()));
    }

    private static Cursor after(String cursor) {
        List<String> parts = Cursors.read(cursor, 2);
        if (parts.stream().anyMatch(part -> part.length() > LONGEST_CURSOR_PART || part.indexOf('\0') >= 0)) {
            throw Cursors.notUnderstood();
        }
        return new Cursor(parts.get(0), parts.get(1));
    }

    /** On one network, or on all when null. */
    public record PlanRequest(@Nullable Network network) {}

    /** A page; {@code next} is the cursor of the page after it, or null. */
    public record FollowList(
            List<Follows.Follow> follows, @Nullable String next) {}
}
