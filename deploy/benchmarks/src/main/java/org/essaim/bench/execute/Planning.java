package org.essaim.bench.execute;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.executor.grants.Grant;

/** The gateway's side of a run: plans follows, as much as is wanted, one plan after another. */
final class Planning implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final InstantSource clock;
    private final UUID run = UUID.randomUUID();
    private final Map<String, Long> sequences = new HashMap<>();

    Planning(String bootstrapServers, InstantSource clock) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /** Waits until the broker has the plan. */
    void plan(Grant grant, List<TargetAccount> targets) {
        for (int from = 0; from < targets.size(); from += FollowPlan.MOST_TARGETS) {
            List<PlannedFollow> some =
                    targets.subList(from, Math.min(from + FollowPlan.MOST_TARGETS, targets.size())).stream()
                            .map(target -> new PlannedFollow(target, 0))
                            .toList();
            String account = grant.account().id();
            send(
                    account,
                    new FollowPlanned(
                            grant.member(),
                            grant.account(),
                            sequences.merge(account, 1L, Long::sum),
                            run,
                            some,
                            clock.instant()));
        }
    }

    private void send(String account, FollowPlanned plan) {
        CloudEvent event = new CloudEvent(UUID.randomUUID().toString(), "/essaim/bench", clock.instant(), plan);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.FOLLOW_PLANS.name(), account, event.value());
        event.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
