package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.json.ExtractReader;
import org.essaim.testing.archives.ArchiveContent;
import org.essaim.testing.archives.ArchiveShape;
import org.essaim.testing.archives.Extract;
import org.essaim.testing.archives.Generation;
import org.essaim.testing.archives.GoldenCounts;
import org.essaim.testing.archives.Population;
import org.essaim.testing.archives.Variant;
import org.essaim.testing.archives.XArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same person's archive, packed in every way there is, gives the same golden counts: 60 shapes, and eight of classic archives. */
class SyntheticArchivesTest {

    private static final ArchiveContent SOMEONE = new Population(42, 5_000).archive(7);

    @TempDir
    Path directory;

    static Stream<ArchiveShape> shapes() {
        return Stream.of(Generation.ROOT_LEVEL, Generation.MANIFEST, Generation.MANIFEST_TWEETS)
                .map(ArchiveShape::of)
                .flatMap(shape -> Stream.concat(
                        Stream.of(
                                shape,
                                shape.inPartsOf(50),
                                shape.withMedia(1 << 20),
                                shape.inPartsOf(20).with(Variant.values())),
                        Stream.of(Variant.values())
                                .flatMap(variant -> Stream.of(
                                        shape.with(variant), shape.inPartsOf(30).with(variant)))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void archiveShouldGiveItsGoldenCounts(ArchiveShape shape) throws IOException {
        Path file = directory.resolve("archive.zip");
        GoldenCounts golden = XArchive.write(SOMEONE, shape, file);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.followings().size()).isEqualTo(golden.followings());
        assertThat(contents.followers().size()).isEqualTo(golden.followers());
        assertThat(contents.blocks().size()).isEqualTo(golden.blocks());
        assertThat(contents.mutes().size()).isEqualTo(golden.mutes());
        assertThat(handles(contents)).isEqualTo(golden.handles());
        assertThat(contents.owner().xId()).isEqualTo(SOMEONE.owner().id());
        assertThat(contents.owner().handle()).isEqualTo(SOMEONE.owner().handle());
        assertThat(contents.problems()).isEmpty();
    }

    private static Map<XId, String> handles(ArchiveContents contents) {
        return contents.sightings().stream().collect(Collectors.toMap(HandleSighting::xId, HandleSighting::handle));
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void classicArchiveShouldBeRecognisedInEveryVariant(Variant variant) throws IOException {
        Path file = directory.resolve("archive.zip");
        XArchive.write(SOMEONE, ArchiveShape.of(Generation.CLASSIC).with(variant), file);

        assertThat(Reader.refusal(file)).isEqualTo(Reason.CLASSIC_ARCHIVE);
    }

    @Test
    void extractOfAnArchiveShouldGiveTheSameLists() throws IOException {
        Path archive = directory.resolve("archive.zip");
        XArchive.write(SOMEONE, ArchiveShape.of(Generation.MANIFEST_TWEETS), archive);
        Path extract = directory.resolve("extract.json");
        try (var out = Files.newOutputStream(extract)) {
            Extract.write(SOMEONE, Instant.parse("2024-05-04T10:20:30.400Z"), out);
        }

        ArchiveContents fromArchive = Reader.contents(archive);
        assertThat(new ExtractReader(ReadLimits.DEFAULT).read(extract, null))
                .isInstanceOfSatisfying(ReadOutcome.Read.class, read -> {
                    assertThat(read.contents().followings()).isEqualTo(fromArchive.followings());
                    assertThat(read.contents().followers()).isEqualTo(fromArchive.followers());
                    assertThat(read.contents().blocks()).isEqualTo(fromArchive.blocks());
                    assertThat(read.contents().mutes()).isEqualTo(fromArchive.mutes());
                    assertThat(read.contents().sightings()).isEqualTo(fromArchive.sightings());
                });
    }
}
