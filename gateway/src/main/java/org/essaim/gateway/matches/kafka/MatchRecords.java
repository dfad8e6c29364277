package org.essaim.gateway.matches.kafka;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.kafka.Records;
import org.essaim.gateway.matches.Matches;

/**
 * At least once, in order for each member and bucket; each record is the whole state of its key and its revision guards it. What
 * comes in one poll is taken in together, in transactions of some thousand matches; a record that cannot be read goes to the dead letters alone.
 */
@ApplicationScoped
public class MatchRecords {

    private final MatchBatches batches;

    public MatchRecords(Matches matches, Patience patience) {
        this.batches = new MatchBatches(matches, patience);
    }

    @Incoming("matches")
    @Blocking
    public CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> poll) {
        Map<KafkaRecord<String, byte[]>, Exception> unreadable = new LinkedHashMap<>();
        List<MatchBatches.Told> told = new ArrayList<>();
        for (KafkaRecord<String, byte[]> message : poll) {
            try {
                told.add(read(message));
            } catch (UnreadableEventException | IllegalArgumentException e) {
                unreadable.put(message, e);
            }
        }
        batches.take(told);
        return CompletableFuture.allOf(unreadable.entrySet().stream()
                        .map(refused ->
                                refused.getKey().nack(refused.getValue()).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .thenCompose(_ -> poll.ack());
    }

    private static MatchBatches.Told read(KafkaRecord<String, byte[]> message) throws UnreadableEventException {
        byte[] value = message.getPayload();
        if (value == null) {
            return new MatchBatches.Gone(MemberBucket.fromText(message.getKey()));
        }
        MemberMatches standing = Records.read(message.getHeaders(), value, MemberMatches.class);
        boolean keepable = standing.matches().stream()
                .flatMap(match -> match.targets().stream())
                .allMatch(target ->
                        target.id().indexOf('\0') < 0 && target.handle().indexOf('\0') < 0);
        if (!keepable) {
            throw new UnreadableEventException("PostgreSQL has no text with a zero in it", null);
        }
        return new MatchBatches.Standing(standing);
    }
}
