package org.essaim.gateway.operators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.ActLog;
import org.essaim.gateway.operators.AuditLog;
import org.essaim.gateway.operators.AuditLog.Action;
import org.essaim.gateway.operators.MatchView;
import org.essaim.gateway.operators.SignInNames;
import org.essaim.gateway.operators.SupportView;
import org.essaim.gateway.operators.SupportView.MemberStanding;
import org.essaim.gateway.rights.Erasures;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Help for a member who asks for it, receipts, the view of matches, and what operators did. */
@Path("/api/v1/operator")
@RolesAllowed("operator")
@RunOnVirtualThread
@Tag(name = "Operators")
public class SupportResource {

    private static final int MOST_ENTRIES = 200;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    private final SupportView members;
    private final SignInNames names;
    private final Erasures erasures;
    private final MatchView matches;
    private final AuditLog audit;
    private final ActLog acts;
    private final CurrentOperator operator;

    public SupportResource(
            SupportView members,
            SignInNames names,
            Erasures erasures,
            MatchView matches,
            AuditLog audit,
            ActLog acts,
            CurrentOperator operator) {
        this.members = members;
        this.names = names;
        this.erasures = erasures;
        this.matches = matches;
        this.audit = audit;
        this.acts = acts;
        this.operator = operator;
    }

    /** The name goes in the body: addresses are logged on their way. */
    @POST
    @Path("/member-lookups")
    @Extension(name = "x-problems", value = "404 member-not-found, 422 name-missing, 502 sign-in-unreachable")
    @Operation(
            operationId = "lookUpMember",
            summary =
                    "How the move of the member with this user name, e-mail address or id stands; written down in the audit log")
    public MemberStanding lookUp(Lookup lookup) {
        if (lookup == null || lookup.name() == null || lookup.name().isBlank()) {
            throw new Problem(
                    422, "name-missing", "No name", "Say the user name, the e-mail address or the member's id.");
        }
        MemberStanding standing = memberOf(lookup.name().strip())
                .flatMap(members::of)
                .orElseThrow(() ->
                        new Problem(404, "member-not-found", "No such member", "Nobody signed in here by that name."));
        audit.note(
                operator.subject(), Action.LOOK_AT_MEMBER, null, standing.id().asString());
        return standing;
    }

    private Optional<MemberId> memberOf(String name) {
        try {
            return Optional.of(new MemberId(UUID.fromString(name)));
        } catch (IllegalArgumentException e) {
            return subjectOf(name).flatMap(members::memberOf);
        }
    }

    private Optional<String> subjectOf(String name) {
        try {
            return names.subjectOf(name);
        } catch (IllegalStateException e) {
            throw new Problem(
                    502,
                    "sign-in-unreachable",
                    "The sign-in service does not answer",
                    "Try again in a moment, or look the member up by their id.");
        }
    }

    @GET
    @Path("/erasures/{receipt}")
    @Extension(name = "x-problems", value = "404 receipt-not-found")
    @Operation(operationId = "erasure", summary = "How far the erasure with this receipt is")
    public Erasures.Progress erasure(@PathParam("receipt") UUID receipt) {
        return erasures.progress(receipt)
                .orElseThrow(
                        () -> new Problem(404, "receipt-not-found", "No such receipt", "No erasure has this number."));
    }

    @POST
    @ResponseStatus(202)
    @Path("/match-rebuilds")
    @Operation(operationId = "rebuildMatches", summary = "Project the standing matches anew from their topic")
    public void rebuildMatches() {
        matches.askForRebuild();
        audit.note(operator.subject(), Action.REBUILD_MATCHES, null, null);
    }

    @GET
    @Path("/audit")
    @Operation(operationId = "audit", summary = "What operators did, newest first, at most 200; nobody is named")
    public List<AuditLog.Entry> audit() {
        return audit.last(MOST_ENTRIES);
    }

    @GET
    @Path("/acts")
    @Extension(name = "x-problems", value = "400 person-not-understood")
    @Operation(
            operationId = "acts",
            summary =
                    "What members did that bears on their accounts, newest first, at most 200; of one of them by the digest that stands in the audit log")
    public List<ActLog.Noted> acts(@QueryParam("person") @Nullable String person) {
        if (person != null && !DIGEST.matcher(person).matches()) {
            throw new Problem(
                    400, "person-not-understood", "No such person", "Name a person by the digest in the audit log.");
        }
        audit.note(operator.subject(), Action.LOOK_AT_ACTS, person, null);
        return acts.last(person, MOST_ENTRIES);
    }

    /** A user name, an e-mail address, or a member's id. */
    public record Lookup(@Nullable String name) {}
}
