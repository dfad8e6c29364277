package org.essaim.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.rights.postgres.MemberTables;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.essaim.platform.erasures.ErasureJournal;
import org.essaim.platform.erasures.ReplayErasures;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.testing.postgres.Backup;
import org.junit.jupiter.api.Test;

/** A backup of the gateway's database that still has members who were erased since. */
@QuarkusTest
class RestoredBackupIT extends MoveScenario {

    private static final String FINDABLE = "{\"choice\":\"EVERYONE_WHO_FOLLOWED_ME\"}";

    @Inject
    DataSource database;

    @Inject
    ReplayErasures replay;

    private Person findable() {
        Person person = people.fromX();
        proven(person);
        link(person, Network.MASTODON);
        as(person).body(FINDABLE).put("/api/v1/me/findability").then().statusCode(204);
        await().atMost(PATIENCE)
                .until(() -> identities(memberId(person)).stream().anyMatch(told -> told.value() != null));
        return person;
    }

    private Backup backup(MemberId member) {
        Backup backup = new Backup(database).keep("member", "id", member.value());
        MemberTables.ALL.reversed().forEach(table -> backup.keep(table, "member", member.value()));
        return backup;
    }

    private void erased(Person person) {
        as(person).delete("/api/v1/me").then().statusCode(200);
        await().atMost(PATIENCE).until(() -> count("outbox where topic = 'erasures.v1'") == 0);
    }

    @Test
    void erasedMemberShouldBeErasedAgainWhenABackupBringsThemBack() {
        Person ana = findable();
        MemberId member = memberId(ana);
        Person ben = people.withPassword();
        MemberId other = memberId(ben);
        Backup backup = backup(member);
        erased(ana);
        await().atMost(PATIENCE).until(() -> identities(member).getLast().value() == null);
        assertThat(backup.restore()).isGreaterThan(5);
        assertThat(rowsOf(member)).isGreaterThan(5);
        int told = identities(member).size();
        long receipts = count("erasure");
        long acts = count("act");

        replayed();

        assertThat(rowsOf(member)).isZero();
        assertThat(count("erasure")).as("receipts").isEqualTo(receipts);
        assertThat(count("act")).as("acts of members").isEqualTo(acts);
        await().atMost(PATIENCE).until(() -> identities(member).size() > told);
        assertThat(identities(member).getLast().value()).isNull();
        assertThat(wire.events(Topics.ARCHIVE_UPLOADS, member.asString()::equals, UploadEvent.class, 1))
                .filteredOn(ListsErased.class::isInstance)
                .hasSize(2);
        await().atMost(PATIENCE).until(() -> count("job where kind = 'account-removal' and done_at is null") == 0);
        as(ana).get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("type", equalTo("https://essaim.org/problems/account-erased"));
        assertThat(memberId(ben)).isEqualTo(other);

        replayed();

        assertThat(wire.read(Topics.ARCHIVE_UPLOADS, member.asString()::equals, UploadEvent.class))
                .filteredOn(ListsErased.class::isInstance)
                .hasSize(2);
        assertThat(memberId(ben)).isEqualTo(other);
    }

    @Test
    void journalShouldNameNobody() {
        Person ana = people.withPassword();
        MemberId member = memberId(ana);

        erased(ana);

        assertThat(wire.records(Topics.ERASURES, "gateway"::equals))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(new String(entry.value(), StandardCharsets.UTF_8))
                            .doesNotContain(member.asString());
                    entry.headers()
                            .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                                    .doesNotContain(member.asString()));
                });
    }

    @Test
    void entryThatTheGatewayDidNotWriteShouldEraseNobody() throws UnreadableEventException {
        Person ben = people.withPassword();
        MemberId member = memberId(ben);
        OutboxMessage forged = new ErasureJournal("gateway", "a secret that somebody else made up")
                .entry(member, Instant.now().plusSeconds(60));
        byte[] value = forged.value();
        assertThat(value).isNotNull();
        wire.send(
                Topics.ERASURES,
                "gateway",
                CloudEvent.read(CloudEvent.typeOf(ErasureNoted.class), value, ErasureNoted.class));
        wire.send(Topics.ERASURES, "gateway", new ListsErased(member, Instant.now()));

        replayed();

        assertThat(memberId(ben)).isEqualTo(member);
    }

    private void replayed() {
        UUID job = replay.begin();
        await().atMost(PATIENCE).until(() -> count("job where done_at is not null and id = '" + job + "'") == 1);
    }

    private List<ConsumerRecord<String, byte[]>> identities(MemberId member) {
        return wire.records(Topics.IDENTITIES, key -> key.contains(member.asString()));
    }

    private long rowsOf(MemberId member) {
        long rows = count("member where id = '" + member + "'");
        for (String table : MemberTables.ALL) {
            rows += count(table + " where member = '" + member + "'");
        }
        return rows;
    }

    private long count(String from) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from " + from);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
