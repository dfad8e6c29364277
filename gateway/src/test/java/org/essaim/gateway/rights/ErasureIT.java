package org.essaim.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.XId;
import org.essaim.gateway.rights.postgres.MemberTables;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What is held about a person, and what is left of them when they asked to be forgotten. */
@QuarkusTest
class ErasureIT extends MoveScenario {

    private static final String FINDABLE = "{\"choice\":\"EVERYONE_WHO_FOLLOWED_ME\"}";

    @Inject
    DataSource database;

    /** A proven person with everything that a member can have. */
    private Moved moved() {
        Person ana = people.fromX();
        proven(ana);
        MemberId member = memberId(ana);
        TargetAccount acting = link(ana, Network.MASTODON);
        as(ana).body(FINDABLE).put("/api/v1/me/findability").then().statusCode(204);
        as(ana).put("/api/v1/me/consents/follow-arrivals");
        String migration = newMigration(ana);
        as(ana).contentType("application/vnd.essaim.extract+json")
                .body("{\"format\":\"essaim-extract/1\"}".getBytes(StandardCharsets.UTF_8))
                .put(move(migration, "/archive"))
                .then()
                .statusCode(202);
        wire.tell(ingested(member, UUID.randomUUID(), 1, XId.of(ana.xId())));
        stand(ana, migration, 2, List.of(match(2, 1, Network.MASTODON), match(2, 2, Network.MASTODON)));
        decide(ana, migration, "CONFIRM");
        plan(ana, migration, 2);
        await().atMost(PATIENCE)
                .until(() -> latest(Topics.IDENTITIES, member.asString()).values().stream()
                        .anyMatch(Objects::nonNull));
        return new Moved(ana, member, acting);
    }

    private record Moved(Person person, MemberId member, TargetAccount acting) {}

    @Test
    void exportShouldShowEverythingThatIsHeld() {
        Moved ana = moved();
        lists(ana.member(), "followings", 12, 9_007_199_254_740_993L);
        lists(ana.member(), "followers", 13);
        lists(ana.member(), "mutes", 14, 15);

        JsonNode export = json(as(ana.person())
                .get("/api/v1/me/export")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(export.path("followings").get(1).asText()).isEqualTo("9007199254740993");
        assertThat(export.path("followers")).hasSize(1);
        assertThat(export.path("mutes")).hasSize(2);
        assertThat(export.path("blocks").isNull()).isTrue();
        assertThat(export.path("held").path("x_account").get(0).path("x_id").asText())
                .isEqualTo(ana.person().xId());
        assertThat(export.path("held").path("link").get(0).path("account").asText())
                .isEqualTo(ana.acting().id());
        for (String kind : List.of("member", "login", "consent", "migration", "upload", "decision", "follow")) {
            assertThat(export.path("held").path(kind)).as(kind).isNotEmpty();
        }
    }

    @Test
    void exportShouldWaitWhenTheListsCannotBeRead() {
        Person bea = people.withPassword();
        listsFail(memberId(bea), true);

        as(bea).get("/api/v1/me/export")
                .then()
                .statusCode(502)
                .body("type", equalTo("https://essaim.org/problems/lists-unreachable"));
    }

    @Test
    void nothingShouldBeLeftWhenAMemberIsErased() throws SQLException, IOException {
        Moved ana = moved();
        String member = ana.member().asString();
        String subject = held("select subject as text from login where member = '" + member + "'")
                .getFirst();

        String receipt = as(ana.person())
                .delete("/api/v1/me")
                .then()
                .statusCode(200)
                .body("remains", hasSize(3))
                .extract()
                .path("id");

        assertThat(executorHeard().path("path").asText()).isEqualTo("/api/members/" + member);
        await().atMost(PATIENCE)
                .until(() ->
                        !held("select receipt::text as text from erasure where account_gone_at is not null and receipt = '"
                                        + receipt + "'")
                                .isEmpty());
        for (String needle : List.of(
                member,
                subject,
                ana.person().xId(),
                ana.acting().id(),
                ana.acting().handle())) {
            // Jobs that were under way end within moments, and leave nothing.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rowsWith(needle))
                            .as("rows with something of the person")
                            .isEmpty());
        }
        assertThat(wire.read(Topics.ARCHIVE_UPLOADS, member::equals, UploadEvent.class))
                .anyMatch(ListsErased.class::isInstance);
        assertThat(latest(Topics.IDENTITIES, member))
                .isNotEmpty()
                .allSatisfy((key, value) -> assertThat(value).isNull());
        try (Stream<Path> uploads = Files.walk(Path.of(config("essaim.uploads.directory")))) {
            assertThat(uploads.filter(file -> file.toString().contains(member))).isEmpty();
        }
    }

    @Test
    void sessionThatIsStillOpenShouldNotMakeANewMemberWhenItsMemberWasErased() {
        Person bea = people.withPassword();
        memberId(bea);

        as(bea).delete("/api/v1/me").then().statusCode(200);

        as(bea).get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("type", equalTo("https://essaim.org/problems/account-erased"));
    }

    /** A table that knows members and is not named there would be neither exported nor erased. */
    @Test
    void everyTableThatKnowsMembersShouldBeExportedAndErased() throws SQLException {
        assertThat(held("""
                        select table_name as text from information_schema.columns
                        where table_schema = 'public' and column_name = 'member'
                        """)).containsExactlyInAnyOrderElementsOf(MemberTables.ALL);
    }

    private List<String> held(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString("text"));
            }
        }
        return texts;
    }

    /** The rows that have this text anywhere, each behind its table; but for jobs that are to look once more. */
    private List<String> rowsWith(String needle) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : held(
                "select table_name as text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            String but = table.equals("job") ? " and t.kind <> '" + Erasures.STRAGGLERS_JOB + "'" : "";
            held("select t::text as text from " + table + " t where position('" + needle + "' in t::text) > 0" + but)
                    .forEach(row -> found.add(table + ": " + row));
        }
        return found;
    }

    /** The last value of each key that has this text, as compaction leaves it. */
    private Map<String, byte[]> latest(Topic topic, String text) {
        Map<String, byte[]> latest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : wire.records(topic, key -> key.contains(text))) {
            latest.put(message.key(), message.value());
        }
        return latest;
    }
}
