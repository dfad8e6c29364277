package org.essaim.bench.execute;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Plans follows of one account and lets the service make them, window after window. Whenever nothing is to be done before a
 * window ends, the clock is moved on to two seconds before that moment; all else passes in real time.
 */
final class FollowRun {

    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final House house;
    private final MovedClock clock;
    private final Ledger ledger;
    private final Grant grant;

    FollowRun(House house, MovedClock clock, Ledger ledger, Grant grant) {
        this.house = house;
        this.clock = clock;
        this.ledger = ledger;
        this.grant = grant;
    }

    /** The moments at which the service could begin again, the plan's own first. */
    List<Instant> run(List<TargetAccount> targets) {
        List<Instant> beginnings = new ArrayList<>(List.of(clock.instant()));
        plan(targets);
        String account = grant.account().id();
        Waiting.until(
                PATIENCE,
                () -> ledger.count("select count(*) from follow where acting_id = ?", account) == targets.size());
        while (open() > 0) {
            Waiting.until(PATIENCE, () -> open() == 0 || quietUntil().isPresent());
            Optional<Instant> until = quietUntil();
            System.out.printf("%s: %d open, quiet until %s%n", clock.instant(), open(), until.orElse(null));
            if (until.isPresent() && open() > 0) {
                beginnings.add(until.get());
                clock.advance(Duration.between(clock.instant(), until.get().minus(LEAD)));
                Waiting.until(PATIENCE, () -> clock.instant().isAfter(until.get()));
                Waiting.until(
                        PATIENCE,
                        () -> quietUntil().isEmpty() || quietUntil().get().isAfter(until.get()));
            }
        }
        return beginnings;
    }

    /** Plans, and waits until the service has taken it in. */
    void begin(List<TargetAccount> targets) {
        plan(targets);
        String account = grant.account().id();
        Waiting.until(
                PATIENCE,
                () -> ledger.count("select count(*) from follow where acting_id = ?", account) == targets.size());
    }

    /** How many have not come to an end. */
    long open() {
        return ledger.count(
                "select count(*) from follow where acting_id = ? and state <> 'SETTLED'",
                grant.account().id());
    }

    /** Moves the clock on when a window's end is all that is waited for. */
    void skip() {
        quietUntil().ifPresent(until -> clock.advance(Duration.between(clock.instant(), until)));
    }

    /** When the account goes on, if that is more than a moment away and nobody works on it. */
    private Optional<Instant> quietUntil() {
        return ledger.moment(
                        "select due_at from acting_account where account_id = ? and lease_owner is null",
                        grant.account().id())
                .filter(due -> due.isAfter(clock.instant().plus(LEAD).plus(LEAD)));
    }

    private void plan(List<TargetAccount> targets) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", house.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            long sequence = 0;
            UUID run = UUID.randomUUID();
            for (int from = 0; from < targets.size(); from += FollowPlan.MOST_TARGETS) {
                List<PlannedFollow> some =
                        targets.subList(from, Math.min(from + FollowPlan.MOST_TARGETS, targets.size())).stream()
                                .map(target -> new PlannedFollow(target, 0))
                                .toList();
                FollowPlanned plan =
                        new FollowPlanned(grant.member(), grant.account(), ++sequence, run, some, clock.instant());
                CloudEvent event = new CloudEvent(UUID.randomUUID().toString(), "/essaim/bench", clock.instant(), plan);
                ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                        Topics.FOLLOW_PLANS.name(), grant.account().id(), event.value());
                event.headers()
                        .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(message).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
