package org.essaim.gateway.letters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.GrantLost;
import org.essaim.contracts.Match;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.Mailboxes;
import org.essaim.gateway.world.Mailboxes.Mail;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What goes out by e-mail: to whom, in which words, how often, and how it ends. */
@QuarkusTest
class LettersIT extends MoveScenario {

    private static final int BUCKET = 11;

    @Inject
    DataSource database;

    private final Mailboxes mailboxes = new Mailboxes(config("test.imap"));

    private static void allow(Person person, String language) {
        as(person)
                .header("Accept-Language", language)
                .put("/api/v1/me/consents/email")
                .then()
                .statusCode(204);
    }

    private List<Mail> mails(String address, int many) {
        List<Mail> mails = await().atMost(PATIENCE).until(() -> mailboxes.of(address), found -> found.size() >= many);
        assertThat(mails).hasSize(many);
        return mails;
    }

    /** Somebody brings an archive in the name of the person's account. */
    private void claimedByOther(Person person) {
        Person other = people.withPassword();
        wire.tell(ingested(memberId(other), UUID.randomUUID(), 1, XId.of(person.xId())));
        meOnce(other, me -> me.path("notices").findValuesAsText("kind").contains("X_CLAIM_REFUSED"));
    }

    /** Whoever was to be written to has been: two rounds that began after this have ended, and no letter is under way. */
    private void roundsPass() throws SQLException {
        long before = rounds();
        await().atMost(PATIENCE)
                .until(() -> rounds() >= before + 2 && count("kind = 'letter' and done_at is null") == 0);
    }

    private long rounds() throws SQLException {
        return count("kind = 'letter-round' and done_at is not null");
    }

    private long count(String jobs) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from job where " + jobs);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int change(String sql, UUID member) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            change.setObject(1, member);
            return change.executeUpdate();
        }
    }

    @Test
    void ownerShouldBeToldOfAClaimOnceInTheirLanguageAndEndItWithOneClick() throws SQLException {
        Person ana = people.fromX();
        proven(ana);
        String address = people.giveAddress(ana, true);
        allow(ana, "sv, fr-CA;q=0.9, en;q=0.5");

        claimedByOther(ana);
        Mail mail = mails(address, 1).getFirst();

        assertThat(mail.subject()).isEqualTo("Au sujet de votre compte X");
        assertThat(mail.text()).contains("Une autre personne a apporté une archive", config("test.gateway") + "/app");
        assertThat(mail.html()).contains("lang=\"fr\"", "Une autre personne a apporté une archive");
        assertThat(mail.text() + mail.html())
                .doesNotContain(ana.xId(), memberId(ana).asString());
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("Auto-Submitted", "auto-generated");
        String end = mail.headers().get("List-Unsubscribe").replaceAll("[<>\\s]", "");

        given().get(URI.create(end)).then().statusCode(200).body(containsString("<form method=\"post\">"));
        as(ana).get("/api/v1/me").then().body("email", equalTo(true));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(end))
                .then()
                .statusCode(200)
                .body(containsString("Essaim ne vous écrira plus"));
        as(ana).get("/api/v1/me").then().body("email", equalTo(false));
        claimedByOther(ana);
        roundsPass();
        mails(address, 1);
    }

    @Test
    void nobodyShouldBeWrittenToWithoutConsentOrWithoutAVerifiedAddress() throws SQLException {
        Person bea = people.fromX();
        proven(bea);
        String unasked = people.giveAddress(bea, true);
        Person ana = people.fromX();
        proven(ana);
        String unverified = people.giveAddress(ana, false);
        allow(ana, "en");

        claimedByOther(bea);
        claimedByOther(ana);
        roundsPass();

        assertThat(mailboxes.of(unasked)).isEmpty();
        assertThat(mailboxes.of(unverified)).isEmpty();
    }

    @Test
    void securityShouldWaitWhenTheMemberHadThreeLettersWithinADay() throws SQLException {
        Person ana = people.fromX();
        proven(ana);
        String address = people.giveAddress(ana, true);
        allow(ana, "ja");
        UUID member = memberId(ana).value();
        for (int letter = 0; letter < 3; letter++) {
            change(
                    "insert into letter (id, member, sort, sent_at) values (gen_random_uuid(), ?, 'SECURITY', now())",
                    member);
        }

        claimedByOther(ana);
        claimedByOther(ana);
        roundsPass();
        assertThat(mailboxes.of(address)).isEmpty();
        change("update letter set sent_at = sent_at - interval '1 day' where member = ?", member);

        assertThat(mails(address, 1).getFirst().text()).contains("ほかの人があなたのXアカウント名義のアーカイブを持ち込みましたが");
    }

    @Test
    void newsShouldComeTogetherOnceADayAndNameNobody() throws SQLException {
        Person bea = people.withPassword();
        String address = people.giveAddress(bea, true);
        TargetAccount acting = link(bea, Network.MASTODON);
        String migration = newMigration(bea);
        Match first = match(BUCKET, 1, Network.MASTODON);
        stand(bea, migration, BUCKET, List.of(first));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 1);
        allow(bea, "de");
        Match arrived = match(BUCKET, 2, Network.MASTODON);

        wire.tell(new FollowSettled(
                memberId(bea),
                acting,
                first.targets().getFirst(),
                1,
                FollowSettled.Outcome.FOLLOWED,
                null,
                Instant.now()));
        meOnce(bea, me -> me.path("notices").findValuesAsText("kind").contains("RUN_FINISHED"));
        Mail mail = mails(address, 1).getFirst();
        wire.tell(matches(bea, BUCKET, List.of(first, arrived)));
        wire.tell(new GrantLost(memberId(bea), acting, 2, Instant.now()));
        meOnce(bea, me -> me.path("notices").findValuesAsText("kind").contains("LINK_LOST"));
        roundsPass();
        mails(address, 1);
        change(
                "update letter set sent_at = sent_at - interval '1 day' where member = ?",
                memberId(bea).value());
        Mail second = mails(address, 2).getLast();

        assertThat(mail.text()).contains("Was du geplant hattest, ist erledigt");
        assertThat(second.text())
                .contains("Menschen, die du von X kennst und die angekommen sind: 1", "Verknüpfe es neu")
                .doesNotContain(arrived.targets().getFirst().handle(), acting.handle());
    }

    @Test
    void reminderShouldComeOnceAndNotWhenTheArchiveCameBefore() throws SQLException {
        Person bea = people.withPassword();
        String address = people.giveAddress(bea, true);
        Person ana = people.withPassword();
        for (Person person : List.of(bea, ana)) {
            as(person)
                    .header("Accept-Language", "es")
                    .put("/api/v1/me/archive-reminder")
                    .then()
                    .statusCode(200)
                    .body("available", equalTo(true))
                    .body("language", equalTo("ES"))
                    .body("archiveReminder", notNullValue());
        }
        String migration = newMigration(ana);
        as(ana).contentType("application/vnd.essaim.extract+json")
                .body("{\"format\":\"essaim-extract/1\"}".getBytes(StandardCharsets.UTF_8))
                .put(move(migration, "/archive"))
                .then()
                .statusCode(202);

        change(
                "update correspondence set reminder_due = now() where member = ?",
                memberId(bea).value());

        assertThat(mails(address, 1).getFirst().text()).contains("X tarda alrededor de un día");
        as(ana).get("/api/v1/me/letters").then().body("archiveReminder", equalTo(null));
        await().atMost(PATIENCE)
                .untilAsserted(() -> as(bea).get("/api/v1/me/letters").then().body("archiveReminder", equalTo(null)));
        as(bea).put("/api/v1/me/archive-reminder").then().statusCode(200);
        as(bea).delete("/api/v1/me/archive-reminder").then().statusCode(204);
        as(bea).get("/api/v1/me/letters").then().body("archiveReminder", equalTo(null));
    }

    @Test
    void chosenLanguageShouldHoldAgainstTheBrowsers() {
        Person bea = people.withPassword();
        as(bea).body("{\"language\":\"AR\"}")
                .put("/api/v1/me/letters/language")
                .then()
                .statusCode(204);
        allow(bea, "en");

        as(bea).get("/api/v1/me/letters").then().body("language", equalTo("AR"));
        as(bea).body("{}").put("/api/v1/me/letters/language").then().statusCode(422);
    }

    @Test
    void letterShouldNotEndByAWordThatIsNotOurs() {
        String forged = new UnsubscribeWord(URI.create(config("test.gateway")), "another secret of tests, long enough")
                .addressFor(memberId(people.withPassword()))
                .toString();

        given().post(URI.create(forged)).then().statusCode(404).body(not(containsString("<form")));
        given().get("/letters/end/x").then().statusCode(404);
    }
}
