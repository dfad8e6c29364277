package org.essaim.testing.archives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XArchiveTest {

    private static final JsonMapper STRICT = new JsonMapper();
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Instant NOON = Instant.parse("2015-06-07T12:00:00Z");
    private static final ArchiveContent CONTENT = ArchiveContent.of(ArchiveOwner.of(783214, "ana", "Ana \"A\""))
            .withFollowings(12, 13, 1_489_233_761_242_947_586L)
            .withFollowers(12)
            .withBlocks(99)
            .withTweets(List.of(
                    Tweet.mentioning(20, NOON, Mention.of(12, "old_name")),
                    Tweet.mentioning(21, NOON.plusSeconds(60), Mention.of(12, "bruno"))))
            .withConversations(List.of(new Conversation(new XId(13), 3)));

    @TempDir
    private Path folder;

    @Test
    void archiveShouldBeTheSameBytesWhenWrittenTwice() throws IOException {
        ArchiveContent content = new Population(7, 2_000).archive(5);
        assertThat(bytes(content)).isEqualTo(bytes(new Population(7, 2_000).archive(5)));
        assertThat(bytes(content)).isNotEqualTo(bytes(new Population(8, 2_000).archive(5)));
    }

    @Test
    void countsShouldNameListsAndTheNewestHandles() throws IOException {
        GoldenCounts counts = write(ArchiveShape.of(Generation.MANIFEST_TWEETS));
        assertThat(counts).isEqualTo(new GoldenCounts(3, 1, 1, 0, 2, Map.of(new XId(12), "bruno")));
    }

    @Test
    void classicArchiveShouldHaveTweetsByMonthAndNoFollows() throws IOException {
        GoldenCounts counts = write(ArchiveShape.of(Generation.CLASSIC));
        assertThat(counts.followings()).isZero();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "index.html", "tweets.csv", "data/js/user_details.js", "data/js/tweets/2015_06.js");
        assertThat(text("data/js/tweets/2015_06.js")).startsWith("Grailbird.data.tweets_2015_06 = [");
    }

    @Test
    void rootLevelArchiveShouldHaveBareTweetsAndNoManifest() throws IOException {
        write(ArchiveShape.of(Generation.ROOT_LEVEL));
        assertThat(names()).contains("following.js", "follower.js", "account.js", "tweet.js");
        assertThat(names()).noneMatch(name -> name.contains("manifest"));
        assertThat(json("tweet.js", STRICT).get(0).has("id_str")).isTrue();
    }

    @Test
    void rootLevelArchiveShouldWrapTweetsFrom2020() throws IOException {
        write(ArchiveShape.of(Generation.ROOT_LEVEL).generatedAt(Instant.parse("2020-02-01T00:00:00Z")));
        assertThat(json("tweet.js", STRICT).get(0).at("/tweet/id_str").asText()).isEqualTo("20");
    }

    @Test
    void manifestShouldNameEveryFileWithItsGlobalAndCount() throws IOException {
        write(ArchiveShape.of(Generation.MANIFEST).inPartsOf(2));
        JsonNode manifest = json("data/manifest.js", STRICT);
        assertThat(manifest.at("/userInfo/accountId").asText()).isEqualTo("783214");
        JsonNode second = manifest.at("/dataTypes/following/files/1");
        assertThat(second.get("fileName").asText()).isEqualTo("data/following-part1.js");
        assertThat(second.get("globalName").asText()).isEqualTo("YTD.following.part1");
        assertThat(second.get("count").asText()).isEqualTo("1");
        assertThat(text("data/following-part1.js")).startsWith("window.YTD.following.part1 = [");
        assertThat(json("data/following.js", STRICT)).hasSize(2);
    }

    @Test
    void latestArchiveShouldRenameTweetsAndKeepIdsAsStrings() throws IOException {
        write(ArchiveShape.of(Generation.MANIFEST_TWEETS));
        assertThat(names())
                .contains("data/tweets.js", "data/note-tweet.js", "data/direct-messages.js")
                .doesNotContain("data/tweet.js");
        assertThat(text("data/note-tweet.js")).isEqualTo("window.YTD.note_tweet.part0 = [ ]");
        assertThat(json("data/following.js", STRICT)
                        .at("/2/following/accountId")
                        .isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyVariantShouldStillHoldTheFollowings(Variant variant) throws IOException {
        write(ArchiveShape.of(Generation.MANIFEST).with(variant));
        String name = names().stream()
                .filter(entry ->
                        entry.toLowerCase(Locale.ROOT).replace('\\', '/').endsWith("data/following.js"))
                .findFirst()
                .orElseThrow();
        assertThat(json(name, LENIENT)).hasSize(3);
    }

    @Test
    void variantsShouldDisguiseNamesAndText() throws IOException {
        write(ArchiveShape.of(Generation.MANIFEST)
                .with(Variant.BACKSLASH_PATHS, Variant.NESTED_FOLDER, Variant.UPPER_CASE, Variant.MACOSX));
        assertThat(names())
                .contains("TWITTER-ARCHIVE\\DATA\\FOLLOWING.JS", "TWITTER-ARCHIVE\\__MACOSX\\DATA\\._FOLLOWING.JS");
        write(ArchiveShape.of(Generation.MANIFEST)
                .with(Variant.BYTE_ORDER_MARK, Variant.CRLF, Variant.SEMICOLON, Variant.HAND_REFORMATTED));
        assertThat(text("data/mute.js")).isEqualTo("\uFEFFwindow.YTD.mute.part0 = [ ];");
        assertThat(text("data/block.js")).contains("blocking : {\r\n").contains("},\r\n]");
    }

    @Test
    void archiveShouldGrowByItsMedia() throws IOException {
        write(ArchiveShape.of(Generation.MANIFEST_TWEETS).withMedia(3_000_000));
        assertThat(folder.resolve("archive.zip").toFile().length()).isGreaterThan(3_000_000);
    }

    private GoldenCounts write(ArchiveShape shape) throws IOException {
        return XArchive.write(CONTENT, shape, folder.resolve("archive.zip"));
    }

    private static byte[] bytes(ArchiveContent content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XArchive.write(content, ArchiveShape.of(Generation.MANIFEST_TWEETS), out);
        return out.toByteArray();
    }

    private List<String> names() throws IOException {
        try (ZipFile zip = open()) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private String text(String name) throws IOException {
        try (ZipFile zip = open()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(String name, JsonMapper mapper) throws IOException {
        String text = text(name);
        return mapper.readTree(text.substring(text.indexOf('=') + 1));
    }

    private ZipFile open() throws IOException {
        return new ZipFile(folder.resolve("archive.zip").toFile());
    }
}
