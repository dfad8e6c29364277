package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that cannot become lists is refused for its own reason. */
class ArchiveRefusalsTest {

    private static final ReadLimits TIGHT = new ReadLimits(6, 10_000, 20, 3, 3, 10_000);

    @TempDir
    Path directory;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("upload"), bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Rar!\u001a\u0007 and more than twenty-two bytes",
                "%PDF-1.7 and more than twenty-two bytes"
            })
    void foreignFileShouldBeRefused(String text) throws IOException {
        assertThat(Reader.refusal(file(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(Reason.NOT_AN_ARCHIVE);
    }

    @Test
    void zipShouldBeRefusedWhereverItIsCut() throws IOException {
        byte[] whole = ZipShape.usual().toBytes();
        for (int length = 22; length < whole.length; length += 13) {
            assertThat(Reader.refusal(file(Arrays.copyOf(whole, length)))).isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void zipThatLostItsBeginningShouldBeRefused() throws IOException {
        byte[] whole = ZipShape.usual().toBytes();
        byte[] cut = Arrays.copyOfRange(whole, 500, whole.length);
        System.arraycopy(whole, 0, cut, 0, 4);

        assertThat(Reader.refusal(file(cut))).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void zipWithAPasswordShouldBeRefused() throws IOException {
        byte[] zip = ZipShape.usual().toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 4; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            }
        }

        assertThat(Reader.refusal(file(zip))).isEqualTo(Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../data/evil.js",
                "/etc/evil.js",
                "C:\\evil.js",
                "data/../../evil.js",
                "data\\..\\..\\evil",
                ".."
            })
    void pathThatLeavesTheFolderShouldBeRefused(String name) throws IOException {
        assertThat(Reader.refusal(ZipShape.usual().with(name, "x").writeTo(directory)))
                .isEqualTo(Reason.UNSAFE_PATH);
    }

    @Test
    void samePartTwiceShouldBeRefused() throws IOException {
        ZipShape zip = ZipShape.usual().with("DATA/following.js", ZipShape.list("following", "following", 0, 9));

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.UNSAFE_PATH);
    }

    @Test
    void partThatInflatesTooFarShouldBeRefused() throws IOException {
        String blanks = " ".repeat(3 << 20);
        ZipShape zip = ZipShape.usual().with("data/follower.js", "window.YTD.follower.part0 = [" + blanks + "]");

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.BOMB);
    }

    @Test
    void partThatInflatesBeyondWhatItClaimsShouldBeRefused() throws IOException {
        byte[] zip = ZipShape.usual().toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 4; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 10);
            }
        }

        assertThat(Reader.refusal(file(zip))).isEqualTo(Reason.BOMB);
    }

    @Test
    void tooManyEntriesShouldBeRefused() throws IOException {
        ZipShape zip = ZipShape.usual().with("a", "").with("b", "").with("c", "");

        assertThat(Reader.refusal(zip.writeTo(directory), TIGHT)).isEqualTo(Reason.BOMB);
    }

    @Test
    void partsLargerThanAcceptedShouldBeRefused() throws IOException {
        long[] many = java.util.stream.LongStream.range(1, 300).toArray();
        ZipShape zip = ZipShape.usual().with("data/following.js", ZipShape.list("following", "following", 0, many));

        assertThat(Reader.refusal(zip.writeTo(directory), TIGHT)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void listLongerThanAcceptedShouldBeRefused() throws IOException {
        assertThat(Reader.refusal(ZipShape.usual().writeTo(directory), TIGHT)).isEqualTo(Reason.TOO_MANY_IDS);
    }

    @Test
    void classicArchiveShouldBeRecognised() throws IOException {
        ZipShape zip = ZipShape.empty()
                .with("tweets.csv", "tweet_id\n")
                .with("data/js/user_details.js", "var user_details = {}")
                .with("data/js/tweets/2014_01.js", "Grailbird.data.tweets_2014_01 = []");

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.CLASSIC_ARCHIVE);
    }

    @Test
    void zipInAZipShouldBeExplained() throws IOException {
        Path file =
                ZipShape.empty().with("archive.zip", ZipShape.usual().toBytes()).writeTo(directory);

        assertThat(Reader.refusal(file)).isEqualTo(Reason.NO_FOLLOW_DATA);
    }

    @Test
    void zipOfOtherThingsShouldBeRefused() throws IOException {
        assertThat(Reader.refusal(ZipShape.empty().with("photo.jpg", "x").writeTo(directory)))
                .isEqualTo(Reason.NO_FOLLOW_DATA);
    }

    @Test
    void archiveWithoutOwnerShouldBeRefused() throws IOException {
        ZipShape zip = ZipShape.usual().without("data/account.js").without("data/manifest.js");

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.OWNER_UNKNOWN);
    }

    @Test
    void archiveThatNamesTwoOwnersShouldBeRefused() throws IOException {
        ZipShape zip = ZipShape.usual().with("data/account.js", ZipShape.account("1001"));

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.OWNER_UNKNOWN);
    }

    @Test
    void announcedListsThatAreNotThereShouldBeToldApart() throws IOException {
        ZipShape zip = ZipShape.usual().without("data/following.js").without("data/follower.js");

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.PART_MISSING);
    }

    @Test
    void archiveWithNothingButBrokenListsShouldBeRefused() throws IOException {
        ZipShape zip = ZipShape.usual()
                .without("data/follower.js")
                .with("data/following.js", "window.YTD.following.part0 = [ {");

        assertThat(Reader.refusal(zip.writeTo(directory))).isEqualTo(Reason.MALFORMED_PART);
    }
}
