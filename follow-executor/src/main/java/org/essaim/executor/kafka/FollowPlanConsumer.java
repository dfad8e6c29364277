package org.essaim.executor.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.executor.ledger.Accepted;
import org.essaim.executor.ledger.FollowLedger;

/**
 * Takes plans into the ledger, in order for each acting account (the key), at least once; a repeat is told by its sequence
 * and changes nothing. What cannot be read, or is not the member's to ask, goes to the dead letters; while the database is
 * away the record waits here.
 */
@ApplicationScoped
public class FollowPlanConsumer {

    private final FollowLedger ledger;
    private final MeterRegistry metrics;

    public FollowPlanConsumer(FollowLedger ledger, MeterRegistry metrics) {
        this.ledger = ledger;
        this.metrics = metrics;
    }

    @Incoming("follow-plans")
    @Blocking
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 200,
            jitter = 100,
            abortOn = {UnreadableEventException.class, IllegalArgumentException.class})
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void on(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        FollowPlan plan = read(message);
        Accepted accepted = ledger.accept(plan);
        metrics.counter("essaim.executor.plans", "accepted", accepted.name()).increment();
        if (accepted == Accepted.NOT_THEIRS) {
            throw new IllegalArgumentException("the member of a plan does not own its acting account");
        }
    }

    private static FollowPlan read(ConsumerRecord<String, byte[]> message) throws UnreadableEventException {
        byte[] value = message.value();
        if (value == null) {
            throw new UnreadableEventException("a plan has no value", null);
        }
        Header type = message.headers().lastHeader(CloudEvent.TYPE_HEADER);
        String ceType = type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        FollowPlan plan = CloudEvent.read(ceType, value, FollowPlan.class);
        if (!plan.acting().id().equals(message.key())) {
            throw new UnreadableEventException("a plan stands under the key of another account", null);
        }
        return plan;
    }
}
