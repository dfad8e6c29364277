package org.essaim.gateway.matches.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.kafka.Records;
import org.essaim.gateway.matches.Matches;

/** At least once, in order for each member and bucket; each record is the whole state of its key and its revision guards it. */
@ApplicationScoped
public class MatchRecords {

    private final Matches matches;
    private final Patience patience;

    public MatchRecords(Matches matches, Patience patience) {
        this.matches = matches;
        this.patience = patience;
    }

    @Incoming("matches")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        if (message.value() == null) {
            MemberBucket gone = MemberBucket.fromText(message.key());
            patience.untilDone(() -> matches.forget(gone));
            return;
        }
        MemberMatches standing = Records.read(message, MemberMatches.class);
        patience.untilDone(() -> matches.project(standing));
    }
}
