package org.essaim.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.ListName;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.lists.ListsFixture;
import org.essaim.ingest.lists.MemoryMemberLists;
import org.essaim.ingest.uploads.ReadingRoom;
import org.essaim.ingest.uploads.files.FileUploadStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestArchiveTest {

    private static final XId OWNER = ListsFixture.contents().owner().xId();

    @TempDir
    Path directory;

    private final MemberId member = new MemberId(UUID.randomUUID());

    @AutoClose
    private final ReadingRoom room = new ReadingRoom(1);

    private ReadingWatch watch = ReadingWatch.NOBODY;

    private final MemoryMemberLists lists = new MemoryMemberLists();

    /** How an extract is read here: the readers themselves are tested elsewhere. */
    private interface Reading {
        ArchiveContents read(Path file, ReadingWatch watch) throws IOException;
    }

    /** Each line of an upload is an id that the member follows. */
    private Reading reading = (file, watch) -> ListsFixture.contents(
            Files.readAllLines(file).stream().mapToLong(Long::parseLong).toArray());

    private IngestArchive ingest() {
        return new IngestArchive(
                new FileUploadStore(directory),
                room,
                Map.of(
                        UploadKind.EXTRACT,
                        (file, owner, watch) -> new ReadOutcome.Read(reading.read(file, watch)),
                        UploadKind.ARCHIVE,
                        (file, owner, watch) -> new ReadOutcome.Refused(Reason.CLASSIC_ARCHIVE, "Too old.")),
                upload -> watch,
                lists,
                () -> ListsFixture.AT);
    }

    private ArchiveUploaded upload(UploadKind kind, String text, @Nullable XId proven) throws IOException {
        UUID archive = UUID.randomUUID();
        Path file = Files.writeString(directory.resolve(archive.toString()), text);
        return new ArchiveUploaded(
                member,
                archive,
                kind,
                archive.toString(),
                Files.size(file),
                sha256(Files.readAllBytes(file)),
                proven,
                Instant.EPOCH);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reason rejection(ArchiveUploaded upload) throws IOException {
        ingest().ingest(upload.archive(), upload);
        return ((ArchiveRejected) lists.told().getLast()).reason();
    }

    @Test
    void uploadShouldStandClaimedAndItsBytesBeGone() throws IOException {
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n6\n", null);

        ingest().ingest(upload.archive(), upload);

        assertThat(lists.read(member)).hasValueSatisfying(standing -> {
            assertThat(standing.generation()).isEqualTo(1);
            assertThat(standing.assurance()).isEqualTo(Assurance.CLAIMED);
        });
        assertThat(lists.told()).singleElement().isInstanceOf(ArchiveIngested.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void uploadShouldStandProvenWhenItsOwnerIs() throws IOException {
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", OWNER);

        ingest().ingest(upload.archive(), upload);

        assertThat(lists.read(member).orElseThrow().assurance()).isEqualTo(Assurance.PROVEN);
    }

    @Test
    void archiveOfAnotherOwnerShouldBeRejected() throws IOException {
        assertThat(rejection(upload(UploadKind.EXTRACT, "5\n", new XId(77)))).isEqualTo(Reason.OWNER_DIFFERS);
        assertThat(lists.read(member)).isEmpty();
    }

    @Test
    void sameBytesShouldBeRejectedWhileTheyStand() throws IOException {
        ArchiveUploaded first = upload(UploadKind.EXTRACT, "5\n", null);
        ingest().ingest(first.archive(), first);

        assertThat(rejection(upload(UploadKind.EXTRACT, "5\n", null))).isEqualTo(Reason.SAME_ARCHIVE);
        assertThat(lists.standing(member).lastGeneration()).isEqualTo(1);
    }

    @Test
    void changedBytesShouldBeRejected() throws IOException {
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);
        Files.writeString(directory.resolve(upload.reference()), "6\n");

        assertThat(rejection(upload)).isEqualTo(Reason.CHECKSUM_DIFFERS);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void missingBytesShouldBeRejected() throws IOException {
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);
        Files.delete(directory.resolve(upload.reference()));

        assertThat(rejection(upload)).isEqualTo(Reason.UPLOAD_GONE);
    }

    @Test
    void uploadShouldBeGoneWhenItIsTakenBackWhileItIsRead() throws IOException {
        watch = (read, total) -> {
            throw new ArchiveRefusedException(Reason.UPLOAD_GONE, "Taken back.");
        };

        assertThat(rejection(upload(UploadKind.EXTRACT, "5\n", null))).isEqualTo(Reason.UPLOAD_GONE);
        assertThat(lists.read(member)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusedFileShouldBeRejectedForItsReason() throws IOException {
        assertThat(rejection(upload(UploadKind.ARCHIVE, "PK", null))).isEqualTo(Reason.CLASSIC_ARCHIVE);
    }

    @Test
    void idsChosenForOneBucketShouldBeRejected() throws IOException {
        String ids = LongStream.iterate(1, id -> id + 1)
                .filter(id -> Buckets.of(id) == 3)
                .limit(300_000)
                .mapToObj(Long::toString)
                .collect(Collectors.joining("\n"));

        assertThat(rejection(upload(UploadKind.EXTRACT, ids, null))).isEqualTo(Reason.TOO_MANY_IDS);
        assertThat(lists.read(member)).isEmpty();
    }

    /** An upload that is no number makes the reader of these tests stumble. */
    @Test
    void uploadShouldBeRejectedWhenItsReaderStumbles() throws IOException {
        assertThat(rejection(upload(UploadKind.EXTRACT, "five\n", null))).isEqualTo(Reason.MALFORMED_PART);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void uploadShouldWaitWhenTheDiskFails() throws IOException {
        reading = (file, watch) -> {
            throw new UncheckedIOException(new IOException("the disk is away"));
        };
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);

        assertThatThrownBy(() -> ingest().ingest(upload.archive(), upload)).isInstanceOf(IOException.class);
        assertThat(directory.resolve(upload.reference())).exists();
        assertThat(lists.told()).isEmpty();
    }

    @Test
    void uploadShouldWaitWhenNobodyCanBeToldHowFarItIs() throws IOException {
        reading = (file, watch) -> {
            watch.saw(1, 1);
            return ListsFixture.contents(5);
        };
        watch = (read, total) -> {
            if (read > 0) {
                throw new IllegalStateException("the database is away");
            }
        };
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);

        assertThatThrownBy(() -> ingest().ingest(upload.archive(), upload)).isInstanceOf(IOException.class);
        assertThat(directory.resolve(upload.reference())).exists();
        assertThat(lists.told()).isEmpty();
    }

    @Test
    void ageOfTheFutureShouldCountAsNone() throws IOException {
        reading = (file, watch) -> of(ListsFixture.AT.plus(Duration.ofDays(2)));
        ArchiveUploaded future = upload(UploadKind.EXTRACT, "5\n", null);
        ingest().ingest(future.archive(), future);

        assertThat(lists.standing(member).generatedAt()).isNull();
    }

    @Test
    void ageShouldBeTakenWhenClocksAreLittleApart() throws IOException {
        Instant ahead = ListsFixture.AT.plus(Duration.ofHours(13));
        reading = (file, watch) -> of(ahead);
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);
        ingest().ingest(upload.archive(), upload);

        assertThat(lists.standing(member).generatedAt()).isEqualTo(ahead);
    }

    private static ArchiveContents of(Instant generatedAt) {
        ArchiveContents usual = ListsFixture.contents(5);
        return new ArchiveContents(
                usual.owner(),
                generatedAt,
                usual.followings(),
                usual.followers(),
                usual.blocks(),
                usual.mutes(),
                usual.closeness(),
                usual.sightings(),
                usual.incomplete(),
                usual.problems());
    }

    private static ArchiveContents lone(@Nullable Instant generatedAt, ListName whole) {
        ArchiveContents usual = ListsFixture.contents(5);
        boolean followings = whole == ListName.FOLLOWINGS;
        Set<ListName> incomplete = EnumSet.allOf(ListName.class);
        incomplete.remove(whole);
        return new ArchiveContents(
                usual.owner(),
                generatedAt,
                followings ? IdSet.of(77) : IdSet.EMPTY,
                followings ? IdSet.EMPTY : IdSet.of(78),
                IdSet.EMPTY,
                IdSet.EMPTY,
                Closeness.NONE,
                List.of(),
                incomplete,
                List.of());
    }

    private ArchiveUploaded bring(ArchiveContents contents) throws IOException {
        reading = (file, watch) -> contents;
        return upload(UploadKind.EXTRACT, UUID.randomUUID().toString(), OWNER);
    }

    private ArchiveContents standing() {
        return lists.read(member).orElseThrow().contents();
    }

    @Test
    void loneListOfUnknownAgeShouldReplaceNothingUnasked() throws IOException {
        ArchiveUploaded first = bring(ListsFixture.contents(5));
        ingest().ingest(first.archive(), first);

        assertThat(rejection(bring(lone(null, ListName.FOLLOWINGS)))).isEqualTo(Reason.OLDER_ARCHIVE);
        assertThat(standing()).isEqualTo(ListsFixture.contents(5));
    }

    @Test
    void loneListShouldKeepTheOthersWhenItMayReplace() throws IOException {
        ArchiveUploaded first = bring(ListsFixture.contents(5));
        ingest().ingest(first.archive(), first);
        ArchiveUploaded lone = bring(lone(null, ListName.FOLLOWINGS)).replacingNewer();
        ingest().ingest(lone.archive(), lone);

        assertThat(standing().followings()).isEqualTo(IdSet.of(77));
        assertThat(standing().blocks()).isEqualTo(ListsFixture.contents(5).blocks());
        assertThat(((ArchiveIngested) lists.told().getLast()).problems())
                .singleElement()
                .asString()
                .startsWith("Kept from what you brought before");
    }

    @Test
    void loneListOfUnknownAgeShouldAddWhatIsNotThere() throws IOException {
        ArchiveUploaded first = bring(lone(ListsFixture.AT, ListName.FOLLOWINGS));
        ingest().ingest(first.archive(), first);
        ArchiveUploaded second = bring(lone(null, ListName.FOLLOWERS));
        ingest().ingest(second.archive(), second);

        assertThat(standing().followings()).isEqualTo(IdSet.of(77));
        assertThat(standing().followers()).isEqualTo(IdSet.of(78));
        assertThat(standing().generatedAt()).isEqualTo(ListsFixture.AT);
    }

    @Test
    void listsOfAnotherOwnerShouldNotBeKept() throws IOException {
        ArchiveUploaded first = bring(ListsFixture.contents(5));
        ingest().ingest(first.archive(), first);
        ArchiveContents lone = lone(Instant.parse("2025-01-01T00:00:00Z"), ListName.FOLLOWINGS);
        ArchiveContents anothers = new ArchiveContents(
                new ClaimedOwner(new XId(77), null, null),
                lone.generatedAt(),
                lone.followings(),
                lone.followers(),
                lone.blocks(),
                lone.mutes(),
                lone.closeness(),
                lone.sightings(),
                lone.incomplete(),
                lone.problems());
        reading = (file, watch) -> anothers;
        ArchiveUploaded second = upload(UploadKind.EXTRACT, "second", null);
        ingest().ingest(second.archive(), second);

        assertThat(standing()).isEqualTo(anothers);
        assertThat(rejection(bring(lone(null, ListName.FOLLOWERS)))).isEqualTo(Reason.OLDER_ARCHIVE);
    }

    @Test
    void bytesShouldWaitWhenTheUploadCouldNotBeSettled() throws IOException {
        ArchiveUploaded upload = upload(UploadKind.EXTRACT, "5\n", null);
        lists.leave(upload.archive());

        assertThatThrownBy(() -> ingest().ingest(upload.archive(), upload)).isInstanceOf(IllegalStateException.class);
        assertThat(directory.resolve(upload.reference())).exists();
        assertThat(lists.told()).isEmpty();
    }
}
