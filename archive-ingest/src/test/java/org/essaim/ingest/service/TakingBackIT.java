package org.essaim.ingest.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.uploads.Watches;
import org.junit.jupiter.api.Test;

/** An upload that is watched and taken back. */
@QuarkusTest
class TakingBackIT extends IngestScene {

    @Inject
    Watches watches;

    @Test
    void uploadShouldBeGoneWhenItIsTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "5 seconds");

        state(upload).statusCode(200).body("state", equalTo("WAITING"));
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(202);

        assertThat(ServiceResource.uploads().resolve(upload.reference())).doesNotExist();
        assertThat(results.results(member, 1))
                .singleElement()
                .satisfies(told -> assertRejected(told, upload, Reason.UPLOAD_GONE));
        state(upload).statusCode(200).body("state", equalTo("SETTLED"));
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(409);
    }

    @Test
    void uploadOfAnotherMemberShouldNotBeTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "5 seconds");
        MemberId other = new MemberId(UUID.randomUUID());

        gatewayCalls().get(pathOf(other, upload)).then().statusCode(404);
        gatewayCalls().delete(pathOf(other, upload)).then().statusCode(404);

        assertThat(results.results(member, 1)).singleElement().isInstanceOf(ArchiveIngested.class);
        state(upload).statusCode(200).body("state", equalTo("SETTLED"));
        gatewayCalls().get(pathOf(other, upload)).then().statusCode(404);
        gatewayCalls().delete(pathOf(other, upload)).then().statusCode(404);
    }

    @Test
    void readingShouldBeNotedAndEndWhenTheUploadIsTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "1 hour");
        ReadingWatch watch = watches.over(upload);

        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            watch.saw(5, 10);
            state(upload)
                    .body("state", equalTo("READING"))
                    .body("read", equalTo(5))
                    .body("total", equalTo(10));
        });
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(202);

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThatThrownBy(() -> watch.saw(6, 10)).isInstanceOf(ArchiveRefusedException.class));
    }

    private ValidatableResponse state(ArchiveUploaded upload) {
        return gatewayCalls().get(pathOf(member, upload)).then();
    }

    private static String pathOf(MemberId member, ArchiveUploaded upload) {
        return "/api/members/" + member.asString() + "/uploads/" + upload.archive();
    }

    private static RequestSpecification gatewayCalls() {
        return given().auth().oauth2(Tokens.withClientRole("archive-ingest", "lists-reader"));
    }
}
