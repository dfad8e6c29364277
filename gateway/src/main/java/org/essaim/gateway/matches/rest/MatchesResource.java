package org.essaim.gateway.matches.rest;

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
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.matches.Matches.Cursor;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.matches.Matches.Page;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.gateway.rest.Cursors;
import org.essaim.gateway.rest.PageSize;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Whom I knew, where they are now, and what I say to each. */
@Path("/api/v1/migrations/{id}")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "Review")
public class MatchesResource {

    private static final int MOST_DECIDED = 1000;

    private final CurrentMember member;
    private final Migrations migrations;
    private final Matches matches;

    public MatchesResource(CurrentMember member, Migrations migrations, Matches matches) {
        this.member = member;
        this.migrations = migrations;
        this.matches = matches;
    }

    @GET
    @Path("/matches")
    @Operation(summary = "A page of standing matches, closest first, without those I declined")
    public MatchPage page(
            @PathParam("id") UUID migration,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        MemberId id = owner(migration);
        Page page = matches.page(id, cursor == null ? null : after(cursor), PageSize.of(limit));
        Cursor next = page.next();
        return new MatchPage(
                page.matches(),
                next == null ? null : Cursors.write(Integer.toString(next.rank()), Long.toString(next.xId())));
    }

    private static Cursor after(String cursor) {
        List<String> parts = Cursors.read(cursor, 2);
        try {
            return new Cursor(Integer.parseInt(parts.get(0)), Long.parseLong(parts.get(1)));
        } catch (NumberFormatException e) {
            throw Cursors.notUnderstood();
        }
    }

    @POST
    @Path("/decisions")
    @Operation(summary = "Confirm or decline matches: the named ones, or all I have not declined")
    public Decided decide(@PathParam("id") UUID migration, DecisionRequest request) {
        MemberId id = owner(migration);
        if (request == null || request.decision() == null) {
            throw new Problem(422, "decision-missing", "No decision", "Say CONFIRM or DECLINE.");
        }
        Decision decision = switch (request.decision()) {
            case CONFIRM -> Decision.CONFIRMED;
            case DECLINE -> Decision.DECLINED;
        };
        if (request.all()) {
            return new Decided(matches.decideAll(id, decision));
        }
        List<XId> named = request.matches();
        if (named == null || named.isEmpty() || named.size() > MOST_DECIDED) {
            throw new Problem(
                    422,
                    "matches-missing",
                    "No matches",
                    "Name 1 to " + MOST_DECIDED + " matches by X id, or say all.");
        }
        return new Decided(matches.decide(id, decision, named));
    }

    private MemberId owner(UUID migration) {
        MemberId id = member.id();
        if (migrations.find(id, migration).isEmpty()) {
            throw new Problem(404, "migration-not-found", "No such move", "You have no move with this id.");
        }
        return id;
    }

    /** A page; {@code next} is the cursor of the page after it, or null. */
    public record MatchPage(
            List<Matches.Standing> matches, @Nullable String next) {}

    /** What I say, and of which matches (their X ids) or of all. */
    public record DecisionRequest(
            @Nullable Choice decision,
            boolean all,
            @Nullable List<XId> matches) {

        /** What I say. */
        public enum Choice {
            CONFIRM,
            DECLINE
        }
    }

    /** How many standing matches it was recorded for. */
    public record Decided(int decided) {}
}
