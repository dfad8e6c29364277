package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.essaim.contracts.IdSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to write the same lists gives the same lists. */
class ArchiveVariantsTest {

    @TempDir
    Path directory;

    record Variant(String name, UnaryOperator<ZipShape> shape) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Variant following(String name, String text) {
        return new Variant(name, zip -> zip.with("data/following.js", text));
    }

    private static Variant named(String name, UnaryOperator<String> rename) {
        return new Variant(name, zip -> zip.renamed(rename));
    }

    static Stream<Variant> variants() {
        String usual = ZipShape.list("following", "following", 0, 1, 2, 3);
        return Stream.of(
                new Variant("as X writes it", zip -> zip),
                following("byte order mark", "\uFEFF" + usual),
                following("line ends of Windows", usual.replace("\n", "\r\n")),
                following("semicolon behind", usual + ";\n"),
                following("on one line", usual.replace("\n", "")),
                following("no blank around the sign", usual.replace(" = ", "=")),
                following("no assignment", ZipShape.elements("following", 1, 2, 3)),
                following(
                        "unquoted keys",
                        usual.replace("\"following\":", "following: ").replace("\"accountId\":", "accountId: ")),
                following("trailing commas", usual.replace("}}", "},}").replace("\n]", ",\n];")),
                following("numbers for strings", usual.replaceAll("\"accountId\":\"(\\d)\"", "\"accountId\":$1")),
                following(
                        "without wrapper",
                        "window.YTD.following.part0 = [{\"accountId\":\"1\"},{\"accountId\":\"2\"},{\"accountId\":\"3\"}]"),
                following("each twice", ZipShape.list("following", "following", 0, 1, 2, 3, 3, 2, 1)),
                named("backslashes", name -> name.replace('/', '\\')),
                named("one folder deeper", name -> "twitter-2022/" + name),
                named("upper case", name -> name.toUpperCase(Locale.ROOT)),
                named("at the root, as before 2020", name -> name.substring("data/".length())),
                new Variant(
                        "files of macOS beside",
                        zip -> zip.with("__MACOSX/data/._following.js", "no").with("data/._following.js", "no")),
                new Variant(
                        "another archive inside",
                        zip -> zip.with("assets/old/data/following.js", ZipShape.list("following", "following", 0, 9))),
                new Variant("without a manifest", zip -> zip.without("data/manifest.js")),
                new Variant(
                        "in parts",
                        zip -> zip.with("data/following.js", ZipShape.list("following", "following", 0, 1, 2))
                                .with("data/following-part1.js", ZipShape.list("following", "following", 1, 3))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void listsShouldBeTheSameInEveryVariant(Variant variant) throws IOException {
        Path file = variant.shape().apply(ZipShape.usual()).writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.followings()).isEqualTo(IdSet.of(1, 2, 3));
        assertThat(contents.followers()).isEqualTo(IdSet.of(2, 3, 4, 5));
        assertThat(contents.owner().xId().value()).isEqualTo(1000);
        assertThat(contents.owner().handle()).isEqualTo("keeper");
    }

    @Test
    void emptyListsShouldBeReadInEitherForm() throws IOException {
        Path file = ZipShape.usual()
                .without("data/manifest.js")
                .with("data/block.js", "window.YTD.block.part0 = [ ]")
                .with("data/mute.js", "window.YTD.mute.part0 = [];")
                .writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.blocks().isEmpty()).isTrue();
        assertThat(contents.mutes().isEmpty()).isTrue();
        assertThat(contents.problems()).isEmpty();
        assertThat(contents.incomplete()).containsExactlyInAnyOrder(ListName.CLOSENESS, ListName.SIGHTINGS);
    }

    @Test
    void listsThatAreNotThereShouldBeIncomplete() throws IOException {
        ArchiveContents contents = Reader.contents(ZipShape.usual()
                .with("data/tweets.js", "window.YTD.tweets.part0 = [ ]")
                .writeTo(directory));

        assertThat(contents.incomplete()).containsExactlyInAnyOrder(ListName.BLOCKS, ListName.MUTES);
        assertThat(contents.problems()).isEmpty();
    }

    @Test
    void listThatCannotBeReadShouldBeIncomplete() throws IOException {
        ZipShape usual = ZipShape.usual().with("data/mute.js", "window.YTD.mute.part0 = [ ]");

        assertThat(Reader.contents(usual.with("data/block.js", "window.YTD.block.part0 = {")
                                .writeTo(directory))
                        .incomplete())
                .contains(ListName.BLOCKS)
                .doesNotContain(ListName.MUTES);
        assertThat(Reader.contents(usual.with(
                                        "data/block.js",
                                        "window.YTD.block.part0 = [ {\"blocking\":{\"accountId\":\"none\"}} ]")
                                .writeTo(directory))
                        .incomplete())
                .contains(ListName.BLOCKS);
    }

    @Test
    void snowflakesShouldKeepEveryDigit() throws IOException {
        long snowflake = 1_494_116_032_364_957_699L;
        Path file = ZipShape.usual()
                .with("data/following.js", ZipShape.list("following", "following", 0, snowflake, Long.MAX_VALUE))
                .writeTo(directory);

        assertThat(Reader.contents(file).followings()).isEqualTo(IdSet.of(snowflake, Long.MAX_VALUE));
    }

    @Test
    void blocksAndMutesShouldBeReadUnderTheirOwnWrappers() throws IOException {
        Path file = ZipShape.usual()
                .with("data/block.js", ZipShape.list("block", "blocking", 0, 7, 8))
                .with("data/mute.js", ZipShape.list("mute", "muting", 0, 9))
                .writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.blocks()).isEqualTo(IdSet.of(7, 8));
        assertThat(contents.mutes()).isEqualTo(IdSet.of(9));
    }

    @Test
    void postsShouldGiveClosenessAndTheNewestHandle() throws IOException {
        String tweets = """
                window.YTD.tweets.part0 = [
                { "tweet" : { "entities" : { "user_mentions" : [ { "screen_name" : "old", "id_str" : "2" } ] },
                  "created_at" : "Tue Jan 12 17:00:02 +0000 2021", "full_text" : "hello" } },
                { "entities" : { "user_mentions" : [ { "screen_name" : "new", "id_str" : "2" }, { "screen_name" : "three", "id_str" : "3" } ] },
                  "created_at" : "Wed Jan 12 17:00:02 +0000 2022",
                  "in_reply_to_user_id_str" : "3", "in_reply_to_screen_name" : "three" } ]
                """;
        Path file = ZipShape.usual().with("data/tweets.js", tweets).writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.closeness()).isEqualTo(Closeness.of(3, 2));
        assertThat(contents.sightings()).extracting(HandleSighting::handle).containsExactly("new", "three");
    }

    @ParameterizedTest
    @CsvSource({
        "tweet.js, tweet",
        "tweets.js, tweets",
        "deleted-tweets.js, deleted_tweets",
        "deleted-tweet.js, deleted_tweet",
        "community-tweet.js, community_tweet"
    })
    void everyKindOfPostShouldGiveSightings(String file, String global) throws IOException {
        String posts = """
                window.YTD.%s.part0 = [ { "tweet" : {
                  "entities" : { "user_mentions" : [ { "screen_name" : "two", "id_str" : "2" } ] },
                  "created_at" : "Tue Jan 12 17:00:02 +0000 2021",
                  "in_reply_to_user_id_str" : "3", "in_reply_to_screen_name" : "three" } } ]
                """.formatted(global);
        Path archive = ZipShape.usual().with("data/" + file, posts).writeTo(directory);

        assertThat(Reader.contents(archive).sightings())
                .extracting(HandleSighting::handle)
                .containsExactly("two", "three");
    }

    @Test
    void archiveWithoutManifestShouldBeAsOldAsItsLists() throws IOException {
        Path file = ZipShape.usual().without("data/manifest.js").writeTo(directory);

        assertThat(Reader.contents(file).generatedAt()).isEqualTo("2019-05-06T07:08:10Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+294277-01-01", "+1000000000-01-01", "0000-01-01", "-1000-01-01"})
    void ageOutOfAllTimeShouldBePassedOver(String day) throws IOException {
        String manifest = ZipShape.manifest("1000", "").replace("2022-10-11", day);
        Path file = ZipShape.usual().with("data/manifest.js", manifest).writeTo(directory);

        assertThat(Reader.contents(file).generatedAt()).isEqualTo("2019-05-06T07:08:10Z");
    }

    @Test
    void handleShouldBePassedOverWhenItsPostIsOutOfAllTime() throws IOException {
        String tweets = """
                window.YTD.tweets.part0 = [ { "tweet" : { "created_at" : "Tue Jan 12 17:00:02 +0000 0021",
                  "in_reply_to_user_id_str" : "3", "in_reply_to_screen_name" : "three" } } ]
                """;
        Path file = ZipShape.usual().with("data/tweets.js", tweets).writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.closeness()).isEqualTo(Closeness.of(3));
        assertThat(contents.sightings()).isEmpty();
    }

    @Test
    void countsShouldBeHeldAgainstTheManifest() throws IOException {
        Path file = ZipShape.usual()
                .with("data/following.js", ZipShape.list("following", "following", 0, 1, 2))
                .writeTo(directory);

        assertThat(Reader.contents(file).problems())
                .containsExactly("following.js: the manifest announces 3 accounts, the file holds 2.");
    }

    @Test
    void partThatBreaksOffShouldGiveWhatCameBefore() throws IOException {
        String text = ZipShape.list("follower", "follower", 0, 2, 3, 4, 5);
        Path file = ZipShape.usual()
                .with("data/follower.js", text.substring(0, text.length() - 20))
                .writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.followers()).isEqualTo(IdSet.of(2, 3, 4));
        assertThat(contents.problems())
                .singleElement()
                .asString()
                .startsWith("follower.js: cannot be read after byte ");
        assertThat(contents.incomplete()).contains(ListName.FOLLOWERS).doesNotContain(ListName.FOLLOWINGS);
    }

    @Test
    void missingPartInTheMiddleShouldBeTold() throws IOException {
        Path file = ZipShape.usual()
                .without("data/manifest.js")
                .with("data/following-part2.js", ZipShape.list("following", "following", 2, 6))
                .writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.followings()).isEqualTo(IdSet.of(1, 2, 3, 6));
        assertThat(contents.problems()).containsExactly("following-part1.js is missing.");
        assertThat(contents.incomplete()).contains(ListName.FOLLOWINGS);
    }

    @Test
    void fileUnderAnotherNameShouldNotBecomeThatList() throws IOException {
        Path file = ZipShape.usual()
                .with("data/follower.js", ZipShape.list("following", "following", 0, 9))
                .writeTo(directory);

        ArchiveContents contents = Reader.contents(file);

        assertThat(contents.followers().isEmpty()).isTrue();
        assertThat(contents.problems()).singleElement().asString().startsWith("follower.js: does not begin");
    }
}
