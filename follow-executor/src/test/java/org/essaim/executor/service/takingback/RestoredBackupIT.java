package org.essaim.executor.service.takingback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.platform.erasures.ErasureJournal;
import org.essaim.platform.erasures.ReplayErasures;
import org.essaim.platform.kafka.SharedProducer;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.testing.postgres.Backup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backup of the database that still has the access of people who were erased since. */
@QuarkusTest
@ExecutorTest
class RestoredBackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REVOKE = "/oauth/revoke";

    @Inject
    DataSource database;

    @Inject
    ReplayErasures replay;

    @Inject
    SharedProducer producer;

    @Inject
    FaultyWeb web;

    private final MastodonScene scene = new MastodonScene();
    private final MastodonScene other = new MastodonScene();

    @AfterEach
    void close() {
        scene.close();
        other.close();
    }

    @Test
    void erasedMemberShouldBeErasedAgainWhenABackupBringsThemBack() {
        scene.followedOnce();
        other.link();
        String account = scene.acting().id();
        UUID member = scene.member().id().value();
        Backup backup = new Backup(database)
                .keep("member_subject", "member", member)
                .keep("account_grant", "member", member)
                .keep("acting_account", "member", member)
                .keep("follow", "acting_id", account);
        erased();
        assertThat(backup.restore()).isEqualTo(4);
        int revocations = web.sentTo(REVOKE).size();

        replayed();

        assertThatNothingIsLeft();
        await().atMost(PATIENCE).until(() -> web.sentTo(REVOKE).size() > revocations && isRevocationOver());
        assertThat(count("account_grant where account_id = ?", other.acting().id()))
                .isOne();

        replayed();

        assertThatNothingIsLeft();
        assertThat(count("account_grant where account_id = ?", other.acting().id()))
                .isOne();
        assertThat(count("member_subject where member = ?", other.member().id().value()))
                .isOne();
    }

    /** The gateway may fail behind us: the person is told so, is still a member, and may go on. */
    @Test
    void memberWhoWentOnAfterAnErasureThatFailedElsewhereShouldStay() {
        scene.link();
        erased();
        scene.link();

        replayed();

        assertThat(count("account_grant where account_id = ?", scene.acting().id()))
                .isOne();
        assertThat(count("member_subject where member = ?", scene.member().id().value()))
                .isOne();
    }

    @Test
    void entryThatTheServiceDidNotWriteShouldEndNobodysAccess() throws ExecutionException, InterruptedException {
        scene.link();
        MemberId member = scene.member().id();
        tell(new ErasureJournal("follow-executor", "a secret that somebody else made up")
                .entry(member, Instant.now().plusSeconds(60)));

        replayed();

        assertThat(count("account_grant where account_id = ?", scene.acting().id()))
                .isOne();
        assertThat(count("member_subject where member = ?", member.value())).isOne();
    }

    private void tell(OutboxMessage entry) throws ExecutionException, InterruptedException {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(entry.topic(), entry.key(), entry.value());
        entry.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get();
    }

    private void erased() {
        UUID member = scene.member().id().value();
        scene.member().request().delete("/api/members/" + member).then().statusCode(204);
        assertThatNothingIsLeft();
        await().atMost(PATIENCE)
                .until(() -> isRevocationOver() && count("outbox where topic = ?", Topics.ERASURES.name()) == 0);
    }

    private void replayed() {
        UUID job = replay.begin();
        await().atMost(PATIENCE).until(() -> count("job where done_at is not null and id = ?", job) == 1);
    }

    private boolean isRevocationOver() {
        return count("revocation where account_id = ?", scene.acting().id()) == 0;
    }

    private void assertThatNothingIsLeft() {
        String account = scene.acting().id();
        assertThat(count("member_subject where member = ?", scene.member().id().value()))
                .isZero();
        assertThat(count("account_grant where account_id = ?", account)).isZero();
        assertThat(count("acting_account where account_id = ?", account)).isZero();
        assertThat(count("follow where acting_id = ?", account)).isZero();
    }

    private long count(String from, Object parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from " + from)) {
            query.setObject(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
