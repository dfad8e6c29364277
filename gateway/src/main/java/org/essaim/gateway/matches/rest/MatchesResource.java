package org.essaim.gateway.matches.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.MatchCounts;
import org.essaim.gateway.matches.MatchFilter;
import org.essaim.gateway.matches.MatchOrder;
import org.essaim.gateway.matches.MatchPage;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.migrations.rest.Owner;
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

    private final Owner owner;
    private final Matches matches;
    private final InstantSource clock;

    public MatchesResource(Owner owner, Matches matches, InstantSource clock) {
        this.owner = owner;
        this.matches = matches;
        this.clock = clock;
    }

    @GET
    @Path("/matches")
    @Extension(
            name = "x-problems",
            value = "404 migration-not-found, 400 cursor-not-understood, 400 limit-not-understood, 422 search-too-long")
    @Operation(operationId = "matches", summary = "A page of standing matches; those I declined only when asked for")
    public MatchList page(
            @PathParam("id") UUID migration,
            @BeanParam FilterParameters filter,
            @QueryParam("sort") @DefaultValue("CLOSENESS") MatchOrder sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        MemberId id = owner.of(migration);
        Instant at = clock.instant();
        MatchPage page = matches.page(
                id, filter.filter(), sort, cursor == null ? null : MatchCursors.read(cursor, sort), PageSize.of(limit));
        MatchPage.Cursor next = page.next();
        return new MatchList(
                at,
                page.matches().stream().map(MatchView::of).toList(),
                next == null ? null : MatchCursors.write(next, sort));
    }

    @GET
    @Path("/matches/counts")
    @Extension(name = "x-problems", value = "404 migration-not-found")
    @Operation(operationId = "matchCounts", summary = "How many matches there are, by what was decided and by network")
    public MatchCounts counts(@PathParam("id") UUID migration) {
        return matches.counts(owner.of(migration));
    }

    @POST
    @Path("/decisions")
    @Extension(
            name = "x-problems",
            value = "404 migration-not-found, 422 decision-missing, 422 matches-missing, 422 search-too-long")
    @Operation(
            operationId = "decide",
            summary =
                    "Confirm or decline matches: the named ones, those a filter lets through, or all; the same again changes nothing")
    public Decided decide(@PathParam("id") UUID migration, DecisionRequest request) {
        MemberId id = owner.of(migration);
        if (request == null || request.decision() == null) {
            throw new Problem(422, "decision-missing", "No decision", "Say CONFIRM or DECLINE.");
        }
        Decision decision = switch (request.decision()) {
            case CONFIRM -> Decision.CONFIRMED;
            case DECLINE -> Decision.DECLINED;
        };
        if (request.filter() != null) {
            return new Decided(matches.decide(id, decision, request.filter().filter(), seen(request)));
        }
        if (request.all()) {
            return new Decided(matches.decide(id, decision, MatchFilter.NOT_DECLINED, seen(request)));
        }
        List<XId> named = request.matches();
        if (named == null || named.isEmpty() || named.size() > MOST_DECIDED) {
            throw new Problem(
                    422,
                    "matches-missing",
                    "No matches",
                    "Name 1 to " + MOST_DECIDED + " matches by X id, or give a filter, or say all.");
        }
        return new Decided(matches.decide(id, decision, named));
    }

    /** Held to times that a match can have come at. */
    private @Nullable Instant seen(DecisionRequest request) {
        Instant until = request.until();
        if (until == null || until.isAfter(clock.instant())) {
            return null;
        }
        return until.isBefore(Instant.EPOCH) ? Instant.EPOCH : until;
    }

    /**
     * A page.
     *
     * @param at when it was read: who comes later is not on it
     * @param next the cursor of the page after it, or null
     */
    public record MatchList(
            Instant at, List<MatchView> matches, @Nullable String next) {}

    /**
     * What I say, and of which matches: of those with these X ids, of those that a filter lets through, or of all I have not
     * declined. The filter is taken before the others.
     *
     * @param until with a filter or all: who came after this time, as a page gave it, is left out, for I have not seen them
     */
    public record DecisionRequest(
            @Nullable Choice decision,
            boolean all,
            @Nullable List<XId> matches,
            @Nullable FilterBody filter,
            @Nullable Instant until) {

        /** What I say. */
        public enum Choice {
            CONFIRM,
            DECLINE
        }
    }

    /** For how many standing matches it holds now. */
    public record Decided(int decided) {}
}
