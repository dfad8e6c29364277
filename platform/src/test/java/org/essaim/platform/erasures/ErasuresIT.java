package org.essaim.platform.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.platform.kafka.SharedProducer;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.postgres.Transactions;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_platform"))
class ErasuresIT {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    ReplayErasures replay;

    @Inject
    ErasureJournal journal;

    @Inject
    JournalReader reader;

    @Inject
    SharedProducer producer;

    @Inject
    HeldRows rows;

    @Inject
    Pool pool;

    private final MemberId ana = new MemberId(UUID.randomUUID());
    private final MemberId ben = new MemberId(UUID.randomUUID());

    @Test
    void memberShouldBeErasedAgainWhenABackupBroughtThemBack() {
        rows.hold(ben, LONG_AGO);
        erasedAndRestored(ana);

        replayed();

        assertThat(rows.isHeld(ana)).isFalse();
        assertThat(rows.isHeld(ben)).isTrue();
        replayed();
        assertThat(rows.timesErased(ana)).isEqualTo(2);
        assertThat(rows.isHeld(ben)).isTrue();
    }

    @Test
    void everyPageOfMembersShouldBeGoneThrough() {
        List<MemberId> crowd = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            crowd.add(new MemberId(UUID.randomUUID()));
            rows.hold(crowd.getLast(), LONG_AGO);
        }
        MemberId last = crowd.stream().max(HeldRows.ORDER).orElseThrow();
        erasedAndRestored(last);

        replayed();

        assertThat(rows.isHeld(last)).isFalse();
        assertThat(crowd.stream().filter(rows::isHeld)).hasSize(2499);
    }

    @Test
    void memberWhoCameAfterTheErasureShouldStay() {
        ErasureNoted entry = erased(ana);
        rows.hold(ana, entry.at().plusMillis(1));

        replayed();

        assertThat(rows.isHeld(ana)).isTrue();
    }

    @Test
    void forgedEntryShouldEraseNobody() throws Exception {
        rows.hold(ana, LONG_AGO);
        send(new Marks("platform", "another secret, which is long enough too").entry(ana, Instant.now()));
        ErasureNoted own = erased(ben);
        rows.hold(ben, own.at().plusMillis(1));
        send(new ErasureNoted(own.service(), own.mark(), own.at().plusSeconds(60), own.seal()));

        replayed();

        assertThat(rows.isHeld(ana)).isTrue();
        assertThat(rows.isHeld(ben)).isTrue();
    }

    @Test
    void unreadableEntriesShouldBePassedOverAndLoggedWithoutContent() throws Exception {
        sendRaw("nobody shall read this".getBytes(StandardCharsets.UTF_8), CloudEvent.typeOf(ErasureNoted.class));
        sendRaw("{\"service\":\"platform\"}".getBytes(StandardCharsets.UTF_8), CloudEvent.typeOf(ErasureNoted.class));
        sendRaw("{}".getBytes(StandardCharsets.UTF_8), "org.essaim.ListsErased.v1");
        producer.send(new ProducerRecord<>(Topics.ERASURES.name(), null, new byte[0]))
                .get();
        producer.send(new ProducerRecord<>(Topics.ERASURES.name(), new byte[] {1}, null))
                .get();
        erasedAndRestored(ana);

        List<String> said = logged(this::replayed);

        assertThat(rows.isHeld(ana)).isFalse();
        assertThat(said)
                .filteredOn(line -> line.contains("passed over"))
                .hasSizeGreaterThanOrEqualTo(5)
                .noneMatch(line -> line.contains("nobody shall read this"));
        assertThat(said).noneMatch(line -> line.contains(ana.asString()));
    }

    @Test
    void entryShouldNotTellWhomItIsAbout() {
        ErasureNoted entry = erased(ana);

        assertThat(entry.toString()).doesNotContain(ana.asString());
        assertThat(journal.entry(ana, entry.at()).headers().values())
                .doesNotContain(CloudEvent.causedBy(ana.asString(), "", entry.at(), entry)
                        .id());
    }

    @Test
    void oneWhoCannotBeErasedShouldKeepNobodyElseAndBeTriedAgain() {
        erasedAndRestored(ana);
        erasedAndRestored(ben);
        rows.failOnce(ana);

        replayed();

        assertThat(rows.isHeld(ana)).isFalse();
        assertThat(rows.isHeld(ben)).isFalse();
    }

    /** Gives the entry, once it is on the topic. */
    private ErasureNoted erased(MemberId member) {
        rows.eraseAgain(member);
        List<ErasureNoted> found = new ArrayList<>();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            reader.read(entry -> {
                if (entry.mark().equals(journal.markOf(member))) {
                    found.add(entry);
                }
            });
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private void erasedAndRestored(MemberId member) {
        ErasureNoted _ = erased(member);
        rows.hold(member, LONG_AGO);
    }

    private void replayed() {
        UUID job = replay.begin();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> pool.preparedQuery("select done_at is not null from job where id = $1")
                        .execute(Tuple.of(job))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getBoolean(0));
    }

    private void send(ErasureNoted entry) throws Exception {
        sendRaw(
                CloudEvent.causedBy("test", "/essaim/test", entry.at(), entry).value(),
                CloudEvent.typeOf(entry.getClass()));
    }

    private void sendRaw(byte[] value, String ceType) throws Exception {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(Topics.ERASURES.name(), null, value);
        message.headers().add(CloudEvent.TYPE_HEADER, ceType.getBytes(StandardCharsets.UTF_8));
        producer.send(message).get();
    }

    private static List<String> logged(Runnable work) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.essaim.platform.erasures");
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }

    /** A service's rows, as far as the replay sees them; every erasure goes into the journal by the outbox. */
    @ApplicationScoped
    static class HeldRows implements KnownMembers {

        static final Comparator<MemberId> ORDER = Comparator.comparing(MemberId::asString);

        private final Map<MemberId, Instant> held = new ConcurrentHashMap<>();
        private final List<MemberId> erased = new CopyOnWriteArrayList<>();
        private final List<MemberId> failing = new CopyOnWriteArrayList<>();

        @Inject
        Transactions transactions;

        @Inject
        Outbox outbox;

        @Inject
        ErasureJournal journal;

        void hold(MemberId member, Instant since) {
            held.put(member, since);
        }

        boolean isHeld(MemberId member) {
            return held.containsKey(member);
        }

        void failOnce(MemberId member) {
            failing.add(member);
        }

        long timesErased(MemberId member) {
            return erased.stream().filter(member::equals).count();
        }

        @Override
        public List<KnownMember> after(MemberId last, int most) {
            return held.entrySet().stream()
                    .map(entry -> new KnownMember(entry.getKey(), entry.getValue()))
                    .filter(member -> ORDER.compare(member.member(), last) > 0)
                    .sorted(Comparator.comparing(KnownMember::member, ORDER))
                    .limit(most)
                    .toList();
        }

        @Override
        public void eraseAgain(MemberId member) {
            if (failing.remove(member)) {
                throw new IllegalStateException("told to fail");
            }
            transactions.inTransaction(session -> outbox.add(session, List.of(journal.entry(member, Instant.now()))));
            held.remove(member);
            erased.add(member);
        }
    }
}
