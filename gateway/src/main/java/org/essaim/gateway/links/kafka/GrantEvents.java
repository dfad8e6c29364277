package org.essaim.gateway.links.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.GrantEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.kafka.Records;
import org.essaim.gateway.links.Links;

/** At least once, in order for each member and account; the version makes a repeat harmless. A tombstone says nothing here. */
@ApplicationScoped
public class GrantEvents {

    private final Links links;
    private final Patience patience;

    public GrantEvents(Links links, Patience patience) {
        this.links = links;
        this.patience = patience;
    }

    @Incoming("grants")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        if (message.value() == null) {
            return;
        }
        GrantEvent event = Records.read(message, GrantEvent.class);
        patience.untilDone(() -> links.settle(event));
    }
}
