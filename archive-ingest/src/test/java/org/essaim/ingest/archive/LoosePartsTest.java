package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that come without the archive around them: they do not say whose they are. */
class LoosePartsTest {

    private static final XId PROVEN = new XId(1000);

    @TempDir
    Path directory;

    private Path upload(String text) throws IOException {
        return Files.writeString(directory.resolve("upload"), text);
    }

    @Test
    void loneListShouldBelongToTheProvenAccount() throws IOException {
        Path file = upload("\uFEFF" + ZipShape.list("following", "following", 0, 1, 2));

        ArchiveContents contents = Reader.contents(file, PROVEN);

        assertThat(contents.owner().xId()).isEqualTo(PROVEN);
        assertThat(contents.followings()).isEqualTo(IdSet.of(1, 2));
        assertThat(contents.followers().isEmpty()).isTrue();
        assertThat(contents.incomplete()).isEqualTo(EnumSet.complementOf(EnumSet.of(ListName.FOLLOWINGS)));
    }

    @Test
    void loneListShouldNotSayHowOldItIs() throws IOException {
        Path file = upload(ZipShape.list("following", "following", 0, 1, 2));

        assertThat(Reader.contents(file, PROVEN).generatedAt()).isNull();
    }

    @Test
    void loneFollowersShouldBeFollowers() throws IOException {
        Path file = upload(ZipShape.list("follower", "follower", 0, 3));

        assertThat(Reader.contents(file, PROVEN).followers()).isEqualTo(IdSet.of(3));
    }

    @Test
    void loneSecondPartShouldSayThatTheFirstIsMissing() throws IOException {
        Path file = upload(ZipShape.list("following", "following", 1, 3));

        assertThat(Reader.contents(file, PROVEN).problems()).containsExactly("following.js is missing.");
    }

    @Test
    void loneListShouldBeRefusedWithoutAProof() throws IOException {
        assertThat(Reader.refusal(upload(ZipShape.list("following", "following", 0, 1))))
                .isEqualTo(Reason.OWNER_UNKNOWN);
    }

    @Test
    void scriptOfOtherThingsShouldBeRefused() throws IOException {
        assertThat(Reader.refusal(upload("window.YTD.tweets.part0 = [ ] and so on and so on")))
                .isEqualTo(Reason.NOT_AN_ARCHIVE);
    }

    @Test
    void zippedListsWithoutTheRestShouldBelongToTheProvenAccount() throws IOException {
        Path file = ZipShape.empty()
                .with("following.js", ZipShape.list("following", "following", 0, 1))
                .with("following-part1.js", ZipShape.list("following", "following", 1, 2))
                .writeTo(directory);

        assertThat(Reader.contents(file, PROVEN).followings()).isEqualTo(IdSet.of(1, 2));
        assertThat(Reader.refusal(file)).isEqualTo(Reason.OWNER_UNKNOWN);
    }

    @Test
    void archiveShouldBeWhoseItSaysWhateverIsProven() throws IOException {
        Path file = ZipShape.usual().writeTo(directory);

        assertThat(Reader.contents(file, new XId(5)).owner().xId()).isEqualTo(new XId(1000));
    }
}
