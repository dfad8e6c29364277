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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.follows.Follows.Cursor;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.gateway.rest.Cursors;
import org.essaim.gateway.rest.PageSize;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Follow those I confirmed; pause, resume, take back; see what became of each. */
@Path("/api/v1/migrations/{id}")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Follows")
public class FollowsResource {

    private final CurrentMember member;
    private final Migrations migrations;
    private final Follows follows;

    public FollowsResource(CurrentMember member, Migrations migrations, Follows follows) {
        this.member = member;
        this.migrations = migrations;
        this.follows = follows;
    }

    @POST
    @Path("/plans")
    @ResponseStatus(202)
    @Operation(summary = "Follow every match I confirmed, on every account I linked")
    public Follows.Planned plan(@PathParam("id") UUID migration, @Nullable PlanRequest request) {
        return follows.plan(owner(migration), migration, request == null ? null : request.network());
    }

    @POST
    @Path("/pause")
    @ResponseStatus(202)
    @Operation(summary = "Start no more follows until I resume")
    public void pause(@PathParam("id") UUID migration) {
        follows.pause(owner(migration), migration);
    }

    @POST
    @Path("/resume")
    @ResponseStatus(202)
    @Operation(summary = "Go on where the pause began")
    public void resume(@PathParam("id") UUID migration) {
        follows.resume(owner(migration), migration);
    }

    @POST
    @Path("/undo")
    @ResponseStatus(202)
    @Operation(summary = "Take back what this move followed, and only that")
    public void undo(@PathParam("id") UUID migration) {
        follows.undo(owner(migration), migration);
    }

    @GET
    @Path("/follows")
    @Operation(summary = "A page of the follows of a move and what became of each")
    public FollowPage page(
            @PathParam("id") UUID migration,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        MemberId id = owner(migration);
        Follows.Page page = follows.page(id, migration, cursor == null ? null : after(cursor), PageSize.of(limit));
        Cursor next = page.next();
        return new FollowPage(page.follows(), next == null ? null : Cursors.write(next.acting(), next.target()));
    }

    private static Cursor after(String cursor) {
        List<String> parts = Cursors.read(cursor, 2);
        return new Cursor(parts.get(0), parts.get(1));
    }

    private MemberId owner(UUID migration) {
        MemberId id = member.id();
        if (migrations.find(id, migration).isEmpty()) {
            throw new Problem(404, "migration-not-found", "No such move", "You have no move with this id.");
        }
        return id;
    }

    /** On one network, or on all when null. */
    public record PlanRequest(@Nullable Network network) {}

    /** A page; {@code next} is the cursor of the page after it, or null. */
    public record FollowPage(
            List<Follows.Follow> follows, @Nullable String next) {}
}
