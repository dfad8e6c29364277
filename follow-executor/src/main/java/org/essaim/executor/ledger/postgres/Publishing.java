package org.essaim.executor.ledger.postgres;

import java.time.Instant;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.platform.outbox.OutboxMessage;

/** The records that tell of a change. Their ids follow from what changed and its version. */
final class Publishing {

    private static final String SOURCE = "/essaim/follow-executor";

    private Publishing() {}

    static OutboxMessage result(FollowResult result) {
        String cause = result.acting().id() + "|" + result.target().id() + "|" + result.version();
        return OutboxMessage.event(
                Topics.FOLLOW_RESULTS, result.member().asString(), event(cause, result.at(), result));
    }

    private static CloudEvent event(String cause, Instant at, Object data) {
        return CloudEvent.causedBy(cause, SOURCE, at, data);
    }
}
