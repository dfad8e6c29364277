package org.essaim.ingest.kafka;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;

/**
 * Lays down the events of a poll as work and acknowledges them. At least once, in the order of the key, which is the
 * member; a repeat is harmless, because the work of an event has the same id each time. A record that cannot be read goes to
 * the dead letters, alone; when the database is away, the batch waits here, for as long as that takes.
 */
@ApplicationScoped
public class UploadEvents {

    private final UploadIntake intake;

    public UploadEvents(UploadIntake intake) {
        this.intake = intake;
    }

    @Incoming("archive-uploads")
    @Blocking
    public CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        List<UploadEvent> events = new ArrayList<>();
        Map<KafkaRecord<String, byte[]>, Exception> unreadable = new LinkedHashMap<>();
        for (KafkaRecord<String, byte[]> event : batch) {
            try {
                events.add(read(event));
            } catch (UnreadableEventException | IllegalArgumentException e) {
                unreadable.put(event, e);
            }
        }
        intake.add(events);
        return CompletableFuture.allOf(batch.getRecords().stream()
                .map(event -> unreadable.containsKey(event) ? event.nack(unreadable.get(event)) : event.ack())
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new));
    }

    private static UploadEvent read(KafkaRecord<String, byte[]> event) throws UnreadableEventException {
        if (event.getPayload() == null) {
            throw new UnreadableEventException("an event has no value", null);
        }
        Header type = event.getHeaders().lastHeader(CloudEvent.TYPE_HEADER);
        String ceType = type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        return CloudEvent.read(ceType, event.getPayload(), UploadEvent.class);
    }
}
