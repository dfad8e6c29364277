package org.essaim.gateway.disputes.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.XId;
import org.essaim.gateway.disputes.Contested;
import org.essaim.gateway.disputes.Dispute;
import org.essaim.gateway.disputes.Disputes;
import org.essaim.gateway.disputes.Disputes.Raising;
import org.essaim.gateway.disputes.PlainText;
import org.essaim.gateway.members.CurrentMember;
import org.essaim.platform.http.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What I say about X accounts that are not held as mine, or that others claim. */
@Path("/api/v1/me/disputes")
@RolesAllowed("member")
@RunOnVirtualThread
@Tag(name = "X account")
public class DisputesResource {

    private final CurrentMember member;
    private final Disputes disputes;

    public DisputesResource(CurrentMember member, Disputes disputes) {
        this.member = member;
        this.disputes = disputes;
    }

    @GET
    @Operation(
            operationId = "disputes",
            summary = "The X accounts that I may dispute, and what I disputed, newest first")
    public DisputesView all() {
        return new DisputesView(disputes.contestedBy(member.id()), disputes.of(member.id()));
    }

    @POST
    @ResponseStatus(201)
    @Extension(
            name = "x-problems",
            value =
                    "422 words-missing, 422 account-missing, 409 nothing-to-dispute, 409 dispute-open, 409 too-many-disputes")
    @Operation(
            operationId = "raiseDispute",
            summary = "Say that an X account is mine; an operator decides, and the others who have it are told")
    public Dispute raise(@Nullable DisputeRequest request) {
        String words = PlainText.of(request == null ? null : request.words())
                .orElseThrow(() -> new Problem(
                        422,
                        "words-missing",
                        "No words",
                        "Say in at most " + PlainText.MOST + " characters of plain text why the account is yours."));
        return switch (disputes.raise(member.id(), account(request), words)) {
            case Raising.Raised(Dispute dispute) -> dispute;
            case Raising.NothingToDispute() ->
                throw new Problem(
                        409, "nothing-to-dispute", "Nothing to dispute", "Nobody stands against you for this account.");
            case Raising.AlreadyOpen() ->
                throw new Problem(
                        409,
                        "dispute-open",
                        "Already disputed",
                        "An operator will decide; take it back to say it anew.");
            case Raising.TooMany() ->
                throw new Problem(
                        409,
                        "too-many-disputes",
                        "Too many disputes",
                        "At most five can be raised within thirty days.");
        };
    }

    private static XId account(@Nullable DisputeRequest request) {
        if (request == null || request.xId() == null) {
            throw new Problem(
                    422,
                    "account-missing",
                    "No account",
                    "Name one of the accounts that you may dispute, by its number.");
        }
        return request.xId();
    }

    @DELETE
    @Path("/{dispute}")
    @Extension(name = "x-problems", value = "404 dispute-not-found, 409 dispute-decided")
    @Operation(
            operationId = "takeDisputeBack",
            summary = "Take a dispute back before it is decided; nothing is kept of it")
    public void takeBack(@PathParam("dispute") UUID dispute) {
        switch (disputes.takeBack(member.id(), dispute)) {
            case TAKEN_BACK -> {
                // Done.
            }
            case NOT_FOUND ->
                throw new Problem(404, "dispute-not-found", "No such dispute", "You have raised no such dispute.");
            case ALREADY_DECIDED ->
                throw new Problem(409, "dispute-decided", "Already decided", "An operator has decided it.");
        }
    }

    /** Which account, and why it is mine: plain text, at most 2000 characters. */
    public record DisputeRequest(
            @Nullable XId xId, @Nullable String words) {}

    /** What I may dispute, and what I disputed. */
    public record DisputesView(List<Contested> contested, List<Dispute> disputes) {}
}
