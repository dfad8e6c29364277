package org.essaim.gateway.follows.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.kafka.Records;

/** At least once, in order for each member; the version of the pair makes a repeat harmless. */
@ApplicationScoped
public class FollowResults {

    private final Follows follows;
    private final Patience patience;

    public FollowResults(Follows follows, Patience patience) {
        this.follows = follows;
        this.patience = patience;
    }

    @Incoming("follow-results")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        FollowResult result = Records.read(message, FollowResult.class);
        patience.untilDone(() -> follows.settle(result));
    }
}
