package org.essaim.gateway.operators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.gateway.operators.AuditLog;
import org.essaim.platform.deadletters.DeadLetter;
import org.essaim.platform.deadletters.DeadLetters;
import org.essaim.platform.http.Problem;

/** Records that could not be read, and their way back. */
@Path("/api/v1/operator/dead-letters")
@RolesAllowed("operator")
@RunOnVirtualThread
@Tag(name = "Operators")
public class OperatorResource {

    private static final int MOST_SHOWN = 100;
    private static final int MOST_REDELIVERED = 1000;

    private final DeadLetters deadLetters;
    private final AuditLog audit;
    private final CurrentOperator operator;

    public OperatorResource(DeadLetters deadLetters, AuditLog audit, CurrentOperator operator) {
        this.deadLetters = deadLetters;
        this.audit = audit;
        this.operator = operator;
    }

    @GET
    @Operation(
            operationId = "deadLetters",
            summary = "The records that wait for redelivery, oldest first, at most 100 a topic")
    public List<DeadLetter> waiting() {
        return deadLetters.waiting(MOST_SHOWN);
    }

    @POST
    @Path("/{topic}/redeliveries")
    @Extension(name = "x-problems", value = "404 topic-not-found, 409 state-not-redelivered, 503 broker-unreachable")
    @Operation(operationId = "redeliver", summary = "Send at most 1000 waiting records back to their topic")
    public Redelivered redeliver(@PathParam("topic") String name) throws InterruptedException {
        Topic topic = Topics.flow().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(404, "topic-not-found", "No such topic", "Name one of the topics."));
        if (topic.compacted()) {
            throw new Problem(
                    409,
                    "state-not-redelivered",
                    "State is published anew",
                    "An old record of this topic could displace a newer one. Have the owner of the state publish it again.");
        }
        try {
            audit.note(operator.subject(), AuditLog.Action.REDELIVER, topic.name(), null);
            return new Redelivered(deadLetters.redeliver(topic, MOST_REDELIVERED));
        } catch (ExecutionException e) {
            throw new Problem(
                    503, "broker-unreachable", "Kafka did not take them", "Those not acknowledged wait; try again.");
        }
    }

    /** How many were acknowledged. */
    public record Redelivered(int redelivered) {}
}
