package org.essaim.ingest.kafka;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.ingest.work.UploadWork;

/**
 * Lays down each event as work and acknowledges it. At least once, in the order of the key, which is the member; a repeat is
 * harmless, because the work of an event has the same id each time. A record that cannot be read goes to the dead letters;
 * when the database is away, the record waits here, for as long as that takes.
 */
@ApplicationScoped
public class UploadEvents {

    private final UploadWork work;

    public UploadEvents(UploadWork work) {
        this.work = work;
    }

    @Incoming("archive-uploads")
    @Blocking
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 200,
            jitter = 100,
            abortOn = {UnreadableEventException.class, IllegalArgumentException.class})
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> event) throws UnreadableEventException {
        work.add(read(event));
    }

    private static UploadEvent read(ConsumerRecord<String, byte[]> event) throws UnreadableEventException {
        if (event.value() == null) {
            throw new UnreadableEventException("an event has no value", null);
        }
        Header type = event.headers().lastHeader(CloudEvent.TYPE_HEADER);
        String ceType = type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        return CloudEvent.read(ceType, event.value(), UploadEvent.class);
    }
}
