package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The archives that two organisations published give the counts that were taken from them by hand. */
class RealArchivesTest {

    private static Path archive(String name) {
        Path file = Path.of(System.getProperty("essaim.shared", "../../shared"), "archives", name);
        assumeTrue(
                Files.exists(file),
                "the published archives are not on this machine: set essaim.shared to their folder");
        return file;
    }

    @Test
    void archiveOf2021ShouldGiveItsLists() throws IOException {
        ArchiveContents contents = Reader.contents(archive("organisation-2021.zip"));

        assertThat(contents.followings().size()).isEqualTo(124);
        assertThat(contents.followers().size()).isEqualTo(111);
        assertThat(contents.blocks().size()).isZero();
        assertThat(contents.owner().xId().asString()).isEqualTo("1321902678188974081");
        assertThat(contents.owner().handle()).isEqualTo("RTIatMLA");
        assertThat(contents.generatedAt()).isEqualTo("2021-11-20T16:22:24.361Z");
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void archiveOf2021ShouldResolveFollowingsFromItsOwnPosts() throws IOException {
        ArchiveContents contents = Reader.contents(archive("organisation-2021.zip"));

        assertThat(contents.sightings().stream()
                        .filter(sighting ->
                                contents.followings().contains(sighting.xId().value())))
                .hasSize(13);
        assertThat(contents.closeness().size()).isEqualTo(13);
    }

    @Test
    void archiveEditedByHandShouldGiveItsListAndSayWhatIsMissing() throws IOException {
        ArchiveContents contents = Reader.contents(archive("organisation-2022-hand-edited.zip"));

        assertThat(contents.followings().size()).isEqualTo(212);
        assertThat(contents.followers().isEmpty()).isTrue();
        assertThat(contents.owner().xId().asString()).isEqualTo("759252279862104064");
        assertThat(contents.owner().handle()).isEqualTo("eth_classic");
        assertThat(contents.problems())
                .contains("follower.js is missing.", "block.js is missing.", "mute.js is missing.");
    }
}
