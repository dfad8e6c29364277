package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.json.ExtractReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractReaderTest {

    private static final String WHOLE = """
        {"format":"essaim-extract/1","owner":{"xId":"1000","handle":"keeper","name":"Keeper"},
        "generatedAt":"2022-10-11T03:33:17Z","followings":["3","1494116032364957699","3"],"followers":["4"],
        "blocks":["5"],"mutes":["6"],"closeness":[["3",2],["1494116032364957699",1]],
        "sightings":[{"xId":"3","handle":"three","seenAt":"2021-01-12T17:00:02Z"}],"later":{"unknown":[1]}}\
        """;

    @TempDir
    Path directory;

    private ReadOutcome read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("extract.json"), text);
        return new ExtractReader(ReadLimits.DEFAULT).read(file, null);
    }

    @Test
    void extractShouldGiveItsLists() throws IOException {
        ReadOutcome outcome = read(WHOLE);

        assertThat(outcome).isInstanceOfSatisfying(ReadOutcome.Read.class, read -> {
            ArchiveContents contents = read.contents();
            assertThat(contents.followings()).isEqualTo(IdSet.of(3, 1_494_116_032_364_957_699L));
            assertThat(contents.followers()).isEqualTo(IdSet.of(4));
            assertThat(contents.blocks()).isEqualTo(IdSet.of(5));
            assertThat(contents.mutes()).isEqualTo(IdSet.of(6));
            assertThat(contents.closeness()).isEqualTo(Closeness.of(1_494_116_032_364_957_699L, 3));
            assertThat(contents.sightings()).hasSize(1);
            assertThat(contents.generatedAt()).isEqualTo("2022-10-11T03:33:17Z");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"essaim-extract/1\" | \"essaim-extract/9\" | NOT_AN_ARCHIVE",
                "\"xId\":\"1000\"     | \"xId\":\"\"         | OWNER_UNKNOWN",
                "\"generatedAt\"       | \"somewhen\"         | MALFORMED_PART",
                "[\"4\"]              | [4]                  | MALFORMED_PART",
                "[\"4\"]              | [\"-4\"]             | MALFORMED_PART",
                "[\"4\"]              | \"4\"                | MALFORMED_PART",
                "[\"3\",2]            | [\"3\",0]            | MALFORMED_PART",
                "[\"3\",2]            | [\"3\",2,2]          | MALFORMED_PART",
                "[\"3\",2],           | [\"3\",2],[\"3\",3], | MALFORMED_PART",
                "2021-01-12T17        | yesterday            | MALFORMED_PART",
                "2021-01-12T          | +1000000000-01-01T   | MALFORMED_PART",
                "2021-01-12T          | 1969-12-31T          | MALFORMED_PART",
                "2022-10-11T          | +294277-01-01T       | MALFORMED_PART",
                "2022-10-11T          | 0000-01-01T          | MALFORMED_PART",
                "\"three\"            | \"\"                 | MALFORMED_PART",
                "\"three\"            | \"threethreethreethreethreethreethreethreethreethree3\" | MALFORMED_PART",
                "[\"5\"]              | [\"5\",]             | NOT_AN_ARCHIVE",
                "\"later\":{\"unknown\" | \"incomplete\":[4],\"later\":{\"u\" | MALFORMED_PART",
                "{\"format\"          | [\"format\"          | NOT_AN_ARCHIVE"
            })
    void extractShouldBeRefusedWhenItBreaksItsFormat(String part, String broken, Reason reason) throws IOException {
        ReadOutcome outcome = read(WHOLE.replace(part, broken));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Set<ListName> incomplete(String text) throws IOException {
        return switch (read(text)) {
            case ReadOutcome.Read(ArchiveContents contents) -> contents.incomplete();
            case ReadOutcome.Refused refused -> throw new AssertionError("refused: " + refused);
        };
    }

    @Test
    void listShouldBeIncompleteWhenItIsAbsentAndNotWhenItIsEmpty() throws IOException {
        assertThat(incomplete(WHOLE)).isEmpty();
        assertThat(incomplete(WHOLE.replace("[\"5\"]", "[]"))).isEmpty();
        assertThat(incomplete(WHOLE.replace("\"blocks\":[\"5\"],", ""))).containsExactly(ListName.BLOCKS);
        assertThat(incomplete(WHOLE.replace("\"sightings\"", "\"others\""))).containsExactly(ListName.SIGHTINGS);
    }

    @Test
    void listShouldBeIncompleteWhenTheExtractSaysSo() throws IOException {
        assertThat(incomplete(WHOLE.replace("\"later\"", "\"incomplete\":[\"followings\",\"bookmarks\"],\"later\"")))
                .containsExactly(ListName.FOLLOWINGS);
    }

    @Test
    void extractWithoutFollowsShouldBeRefused() throws IOException {
        ReadOutcome outcome = read(
                "{\"format\":\"essaim-extract/1\",\"owner\":{\"xId\":\"1\"},\"generatedAt\":\"2022-10-11T03:33:17Z\",\"blocks\":[]}");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_FOLLOW_DATA));
    }
}
