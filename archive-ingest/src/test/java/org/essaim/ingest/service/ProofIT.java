package org.essaim.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;

/** Lists under a proof of the X account and without one, and their erasure. */
@QuarkusTest
class ProofIT extends IngestScene {

    @Test
    void proofShouldAssureListsOfTheOwnerAndItsEndShouldNot() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(new XAccountProven(member, OWNER, Instant.parse("2026-01-01T00:00:00Z")));
        lists.bucketsWhen(member, bucket -> isOf(bucket, 2, Assurance.PROVEN));
        gateway.tell(new XAccountProven(member, null, Instant.parse("2026-01-02T00:00:00Z")));

        lists.bucketsWhen(member, bucket -> isOf(bucket, 3, Assurance.CLAIMED));
        assertThat(results.results(member, 3)).hasSize(3).allMatch(ArchiveIngested.class::isInstance);
    }

    @Test
    void proofOfAnotherAccountShouldWithdrawTheLists() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1, 2);
        gateway.tell(upload);
        gateway.tell(new XAccountProven(member, new XId(77), Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(results.results(member, 2).getLast())
                .satisfies(told -> assertRejected(told, upload, Reason.OWNER_DIFFERS));
        lists.bucketsWhen(member, Optional::isEmpty);
        assertThat(rows("member_list")).isZero();
    }

    @Test
    void archiveOfAnotherOwnerThanTheProvenShouldBeRefused() throws IOException {
        ArchiveUploaded upload =
                gateway.leave(member, UploadKind.EXTRACT, extract("2022-01-01T00:00:00Z", 1, 2), new XId(77));
        gateway.tell(upload);

        assertThat(results.results(member, 1))
                .singleElement()
                .satisfies(told -> assertRejected(told, upload, Reason.OWNER_DIFFERS));
        assertThat(lists.recordsOf(member)).isZero();
    }

    @Test
    void erasureShouldLeaveNothing() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(new ListsErased(member, Instant.parse("2026-01-01T00:00:00Z")));

        results.results(member, 1);
        lists.bucketsWhen(member, Optional::isEmpty);
        assertThat(rows("member_list")).isZero();
        assertThat(rows("member_standing")).isZero();
    }
}
