package org.essaim.gateway.operators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.disputes.Disputes;
import org.essaim.gateway.disputes.Disputes.Decision;
import org.essaim.gateway.disputes.Disputes.Verdict;
import org.essaim.gateway.disputes.OpenDispute;
import org.essaim.gateway.disputes.PlainText;
import org.essaim.gateway.operators.AuditLog;
import org.essaim.gateway.operators.AuditLog.Action;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** Disputes that wait for an operator. */
@Path("/api/v1/operator/disputes")
@RolesAllowed("operator")
@RunOnVirtualThread
@Tag(name = "Operators")
public class DisputesDeskResource {

    private static final int MOST_SHOWN = 100;

    private final Disputes disputes;
    private final AuditLog audit;
    private final CurrentOperator operator;

    public DisputesDeskResource(Disputes disputes, AuditLog audit, CurrentOperator operator) {
        this.disputes = disputes;
        this.audit = audit;
        this.operator = operator;
    }

    @GET
    @Operation(
            operationId = "openDisputes",
            summary = "Disputes that wait, oldest first, at most 100: who claims the account and who has proven it")
    public List<OpenDispute> open() {
        audit.note(operator.subject(), Action.LOOK_AT_DISPUTES, null, null);
        return disputes.open(MOST_SHOWN);
    }

    @POST
    @Path("/{dispute}/decision")
    @Extension(
            name = "x-problems",
            value = "422 verdict-missing, 422 reason-missing, 404 dispute-not-found, 409 dispute-decided")
    @Operation(
            operationId = "decideDispute",
            summary =
                    "Uphold a dispute, which takes the account from the others here and gives it to nobody, or reject it; both sides are told")
    public void decide(@PathParam("dispute") UUID dispute, @Nullable VerdictRequest request) {
        if (request == null || request.verdict() == null) {
            throw new Problem(422, "verdict-missing", "No verdict", "Say UPHOLD or REJECT.");
        }
        String reason = PlainText.of(request.reason())
                .orElseThrow(() -> new Problem(
                        422,
                        "reason-missing",
                        "No reason",
                        "Say why in at most " + PlainText.MOST + " characters of plain text; whoever asked reads it."));
        Verdict verdict = request.verdict();
        switch (disputes.decide(dispute, verdict, reason)) {
            case Decision.Decided(MemberId raisedBy) ->
                audit.note(operator.subject(), action(verdict), null, raisedBy.asString());
            case Decision.NotFound() ->
                throw new Problem(404, "dispute-not-found", "No such dispute", "It is not there, or was taken back.");
            case Decision.AlreadyDecided() ->
                throw new Problem(409, "dispute-decided", "Already decided", "It was decided before.");
        }
    }

    private static Action action(Verdict verdict) {
        return switch (verdict) {
            case UPHOLD -> Action.UPHOLD_DISPUTE;
            case REJECT -> Action.REJECT_DISPUTE;
        };
    }

    /** What I find, and why, for whoever raised it: plain text, at most 2000 characters. */
    public record VerdictRequest(
            @Nullable Verdict verdict, @Nullable String reason) {}
}
