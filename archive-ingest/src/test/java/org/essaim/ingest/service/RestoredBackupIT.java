package org.essaim.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.essaim.platform.erasures.ErasureJournal;
import org.essaim.platform.erasures.ReplayErasures;
import org.essaim.testing.postgres.Backup;
import org.junit.jupiter.api.Test;

/** A backup of the database that still has lists which were erased since. */
@QuarkusTest
class RestoredBackupIT extends IngestScene {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    DataSource database;

    @Inject
    ReplayErasures replay;

    @Test
    void erasedListsShouldBeErasedAgainWhenABackupBringsThemBack() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        MemberId other = new MemberId(UUID.randomUUID());
        gateway.tell(gateway.leave(other, UploadKind.EXTRACT, extract("2022-01-01T00:00:00Z", 3), null));
        results.results(other, 1);
        Backup backup = new Backup(database)
                .keep("member_standing", "member", member.value())
                .keep("member_list", "member", member.value());
        erased();
        assertThat(backup.restore()).isEqualTo(6);

        replayed();

        await().atMost(PATIENCE).until(() -> rows("member_standing") + rows("member_list") == 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lists.recordsOf(member)).isEqualTo(3L * Buckets.COUNT));
        assertThat(lists.bucketsWhen(member, Optional::isEmpty)).hasSize(Buckets.COUNT);
        assertThat(rowsOf("member_list", other)).isEqualTo(5);

        replayed();

        assertThat(lists.recordsOf(member)).isEqualTo(3L * Buckets.COUNT);
        assertThat(rowsOf("member_list", other)).isEqualTo(5);
    }

    /** An operator who sets an X account aside has its lists erased, and not the member. */
    @Test
    void listsThatWereBroughtAfterAnErasureShouldStay() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        erased();
        gateway.tell(upload("2022-01-02T00:00:00Z", 3));
        assertThat(results.results(member, 2).getLast()).isInstanceOf(ArchiveIngested.class);

        replayed();

        assertThat(rows("member_standing")).isOne();
        assertThat(rows("member_list")).isEqualTo(5);
        assertThat(openWork()).isZero();
    }

    @Test
    void entryThatTheServiceDidNotWriteShouldEraseNothing() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        gateway.tellJournal(new ErasureJournal("archive-ingest", "a secret that somebody else made up")
                .entry(member, Instant.now().plusSeconds(60)));

        replayed();

        assertThat(rows("member_list")).isEqualTo(5);
        assertThat(openWork()).isZero();
    }

    private void erased() {
        gateway.tell(new ListsErased(member, Instant.now()));
        await().atMost(PATIENCE).until(() -> rows("member_standing") + rows("member_list") == 0);
        await().atMost(PATIENCE).until(() -> count("outbox where topic = $1", Topics.ERASURES.name()) == 0);
    }

    private void replayed() {
        UUID job = replay.begin();
        await().atMost(PATIENCE).until(() -> count("job where done_at is not null and id = $1", job) == 1);
    }

    private long openWork() {
        return count("job where done_at is null and subject = $1", member.asString());
    }

    private long rowsOf(String table, MemberId whose) {
        return count(table + " where member = $1", whose.value());
    }

    private long count(String from, Object parameter) {
        return pool.preparedQuery("select count(*) from " + from)
                .execute(Tuple.of(parameter))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
