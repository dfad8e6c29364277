package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./essaim extract} as a person types it: in the folder where the download lies. */
class ExtractST {

    @TempDir
    private Path downloads;

    /** How the command ended, what went to standard output and what to standard error. */
    private record Outcome(int status, String output, String messages) {}

    private Outcome extract(String... arguments) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of(EssaimCommand.ROOT.resolve("essaim").toString(), "extract"), Stream.of(arguments))
                .toList();
        Path output = downloads.resolve("output");
        Path messages = downloads.resolve("messages");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(downloads.toFile())
                .redirectOutput(output.toFile())
                .redirectError(messages.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ESSAIM_BUILT", "true");
        int status = builder.start().waitFor();
        return new Outcome(status, Files.readString(output), Files.readString(messages));
    }

    private void download(Map<String, String> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(downloads.resolve("twitter.zip")))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void archiveShouldBecomeAnExtract() throws IOException, InterruptedException {
        download(Map.of(
                "data/account.js",
                "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"7\",\"email\":\"bee@example.org\"}}]",
                "data/following.js",
                "window.YTD.following.part0 = [{\"following\":{\"accountId\":\"12\"}},{\"following\":{\"accountId\":\"13\"}}]",
                "data/follower.js",
                "window.YTD.follower.part0 = [{\"follower\":{\"accountId\":\"12\"}}]"));

        Outcome outcome = extract("twitter.zip");

        assertThat(outcome.status()).as(outcome.messages()).isZero();
        assertThat(outcome.messages()).contains("2 followings, 1 followers, 0 blocks, 0 mutes");
        assertThat(outcome.output())
                .contains("\"format\":\"essaim-extract/1\"", "\"followings\":[\"12\",\"13\"]")
                .doesNotContain("example.org");
    }

    @Test
    void extractShouldGoToTheFileThatIsNamed() throws IOException, InterruptedException {
        download(Map.of(
                "account.js",
                "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"7\"}}]",
                "following.js",
                "window.YTD.following.part0 = [{\"following\":{\"accountId\":\"12\"}}]"));

        Outcome outcome = extract("--out", "extract.json", "twitter.zip");

        assertThat(outcome.status()).as(outcome.messages()).isZero();
        assertThat(outcome.output()).isEmpty();
        assertThat(downloads.resolve("extract.json")).content().contains("\"followings\":[\"12\"]");
    }

    @Test
    void reasonShouldBeNamedWhenTheArchiveIsRefused() throws IOException, InterruptedException {
        download(Map.of("data/js/tweets/2014_01.js", "Grailbird.data.tweets_2014_01 = []"));

        Outcome outcome = extract("twitter.zip");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages()).contains("CLASSIC_ARCHIVE");
        assertThat(outcome.output()).isEmpty();
    }

    @Test
    void usageShouldBeShownWhenNoFileIsThere() throws IOException, InterruptedException {
        assertThat(extract("elsewhere.zip").status()).isEqualTo(2);
    }
}
