package org.essaim.ingest;

import java.util.Optional;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.ingest.IngestOutcome.Rejected;
import org.essaim.ingest.IngestOutcome.Stands;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.lists.ArchiveSource;
import org.essaim.ingest.lists.ListRecords;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.Standing;
import org.essaim.ingest.lists.StandingLists;

/** Weighs what was read against the proven account and against what stands. */
final class Weighing {

    private final MemberLists lists;

    Weighing(MemberLists lists) {
        this.lists = lists;
    }

    IngestOutcome weigh(ArchiveUploaded upload, ArchiveContents read, Standing standing) {
        if (upload.provenXId() != null && !read.owner().xId().equals(upload.provenXId())) {
            return new Rejected(
                    Reason.OWNER_DIFFERS,
                    "This archive is of another X account than the one you have proven to be yours. Bring the archive"
                            + " of that account.");
        }
        if (standing.isNewerThan(read.generatedAt()) && !upload.mayReplaceNewer()) {
            return new Rejected(
                    Reason.OLDER_ARCHIVE,
                    "This archive is older than the one whose lists stand. To use it all the same, bring it again and say that"
                            + " it may replace the newer one, or first erase your lists.");
        }
        Optional<ArchiveContents> before = before(upload, read, standing);
        if (mayBeOlder(read, standing, before) && !upload.mayReplaceNewer()) {
            return new Rejected(
                    Reason.OLDER_ARCHIVE,
                    "This does not say how old it is, and may be older than the lists that stand. To use it all the same, bring it"
                            + " again and say that it may replace the newer ones, or first erase your lists.");
        }
        ArchiveContents next = before.filter(stands -> isOfSameOwner(read, stands))
                .map(stands -> new Succession(read, stands).contents())
                .orElse(read);
        return ListRecords.areTooLarge(next, Buckets.COUNT) ? tooMany() : stands(upload, standing, next);
    }

    /** What stands, where it decides; else it is not opened. */
    private Optional<ArchiveContents> before(ArchiveUploaded upload, ArchiveContents read, Standing standing) {
        boolean decides = standing.source().isPresent()
                && (read.generatedAt() == null || !read.incomplete().isEmpty());
        return decides ? lists.read(upload.member()).map(StandingLists::contents) : Optional.empty();
    }

    /** Lists of no known age may add what is not there, but not replace what is, when that has an age. */
    private static boolean mayBeOlder(ArchiveContents read, Standing standing, Optional<ArchiveContents> before) {
        return read.generatedAt() == null
                && standing.generatedAt() != null
                && before.filter(stands -> !isOfSameOwner(read, stands) || Succession.replaces(read, stands))
                        .isPresent();
    }

    private static boolean isOfSameOwner(ArchiveContents read, ArchiveContents stands) {
        return read.owner().xId().equals(stands.owner().xId());
    }

    private static Rejected tooMany() {
        return new Rejected(
                Reason.TOO_MANY_IDS,
                "These lists name more accounts of one sort than the lists of people do. Request a new archive from X and"
                        + " bring it unchanged.");
    }

    private static Stands stands(ArchiveUploaded upload, Standing standing, ArchiveContents next) {
        return new Stands(new StandingLists(
                upload.member(),
                standing.lastGeneration() + 1,
                new ArchiveSource(upload.archive(), upload.sha256()),
                upload.provenXId() == null ? Assurance.CLAIMED : Assurance.PROVEN,
                next));
    }
}
