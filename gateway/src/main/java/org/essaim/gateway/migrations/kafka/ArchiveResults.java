package org.essaim.gateway.migrations.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.kafka.Records;
import org.essaim.gateway.migrations.Migrations;

/** At least once, in order for each member; the generation and the upload's state make a repeat harmless. */
@ApplicationScoped
public class ArchiveResults {

    private final Migrations migrations;
    private final Patience patience;

    public ArchiveResults(Migrations migrations, Patience patience) {
        this.migrations = migrations;
        this.patience = patience;
    }

    @Incoming("archive-results")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        ArchiveResult result = Records.read(message, ArchiveResult.class);
        patience.untilDone(() -> migrations.settle(result));
    }
}
