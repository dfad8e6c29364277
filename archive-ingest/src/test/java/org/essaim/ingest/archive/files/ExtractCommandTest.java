package org.essaim.ingest.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.essaim.contracts.XId;
import org.essaim.testing.archives.ArchiveContent;
import org.essaim.testing.archives.ArchiveOwner;
import org.essaim.testing.archives.ArchiveShape;
import org.essaim.testing.archives.Conversation;
import org.essaim.testing.archives.Generation;
import org.essaim.testing.archives.XArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the person's side: what they name, what they get, and what stays on their machine. */
class ExtractCommandTest {

    private static final ArchiveContent SOMEONE = ArchiveContent.of(ArchiveOwner.of(1000, "keeper", "Keeper"))
            .withFollowings(1, 2, 3)
            .withFollowers(2, 9)
            .withConversations(List.of(new Conversation(new XId(3), 40), new Conversation(new XId(1), 2)));

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return new ExtractCommand(out, new PrintStream(messages, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private Path archive() throws IOException {
        Path file = directory.resolve("archive.zip");
        XArchive.write(SOMEONE, ArchiveShape.of(Generation.MANIFEST_TWEETS), file);
        return file;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.isArray() ? node.get(0).asText() : node.asText())
                .toList();
    }

    @Test
    void archiveShouldBecomeItsExtract() throws IOException {
        assertThat(run(archive().toString())).isZero();

        JsonNode extract = new ObjectMapper().readTree(out.toByteArray());
        assertThat(extract.at("/owner/xId").asText()).isEqualTo("1000");
        assertThat(texts(extract.get("followings"))).containsExactly("1", "2", "3");
        assertThat(texts(extract.get("followers"))).containsExactly("2", "9");
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("3 followings, 2 followers");
    }

    @Test
    void messagesShouldBeCountedAndNeverBeCopied() throws IOException {
        run(archive().toString());

        String extract = out.toString(StandardCharsets.UTF_8);
        assertThat(texts(new ObjectMapper().readTree(extract).get("closeness"))).containsExactly("3", "1");
        assertThat(extract).doesNotContain("nobody reads this").doesNotContain("example.org");
    }

    @Test
    void extractShouldGoToAFileOnRequest() throws IOException {
        Path target = directory.resolve("extract.json");

        assertThat(run("--out", target.toString(), archive().toString())).isZero();

        assertThat(out.size()).isZero();
        assertThat(new ObjectMapper().readTree(target.toFile()).get("followings"))
                .hasSize(3);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void looseFilesShouldBeReadWhenTheOwnerIsNamed() throws IOException {
        Path following = list("following.js", "following", 0, 4);
        Path more = list("following-part1.js", "following", 1, 5);
        Path follower = list("follower.js", "follower", 0, 6);

        assertThat(run("--owner", "77", following.toString(), more.toString(), follower.toString()))
                .isZero();

        JsonNode extract = new ObjectMapper().readTree(out.toByteArray());
        assertThat(extract.at("/owner/xId").asText()).isEqualTo("77");
        assertThat(texts(extract.get("followings"))).containsExactly("4", "5");
        assertThat(texts(extract.get("followers"))).containsExactly("6");
    }

    @Test
    void listsThatAreNotThereShouldNotBeSaidToBeEmpty() throws IOException {
        assertThat(run("--owner", "77", list("follower.js", "follower", 0, 6).toString()))
                .isZero();

        JsonNode extract = new ObjectMapper().readTree(out.toByteArray());
        assertThat(texts(extract.get("incomplete"))).containsExactly("followings");
        assertThat(extract.get("followings")).isEmpty();
        assertThat(extract.has("blocks")).isFalse();
        assertThat(extract.has("closeness")).isFalse();
    }

    @Test
    void unpackedArchiveShouldBeReadFromItsFolder() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        list("data/following.js", "following", 0, 4);
        Files.writeString(
                directory.resolve("data/account.js"),
                "window.YTD.account.part0 = [ { \"account\" : { \"accountId\" : \"78\" } } ]");

        assertThat(run(directory.toString())).isZero();

        assertThat(new ObjectMapper()
                        .readTree(out.toByteArray())
                        .at("/owner/xId")
                        .asText())
                .isEqualTo("78");
    }

    private Path list(String name, String kind, int part, long id) throws IOException {
        return Files.writeString(
                directory.resolve(name),
                "window.YTD.%1$s.part%2$d = [ { \"%1$s\" : { \"accountId\" : \"%3$d\" } } ]".formatted(kind, part, id));
    }

    @Test
    void refusalShouldBeSaidWithItsReason() throws IOException {
        Path file = Files.writeString(directory.resolve("photo.zip"), "not a ZIP, whatever its name says");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(messages.toString(StandardCharsets.UTF_8)).startsWith("NOT_AN_ARCHIVE: ");
    }

    @Test
    void wrongArgumentsShouldGetTheUsage() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--owner")).isEqualTo(2);
        assertThat(run("--owner", "me", archive().toString())).isEqualTo(2);
        assertThat(run(directory.resolve("nowhere.zip").toString())).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("ARCHIVE.zip");
    }
}
