package org.essaim.ingest.archive.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.essaim.ingest.archive.parts.PartKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {

    private static final String PREFIX = "window.YTD.following.part0 = ";

    private final ScriptPartParser parser = new ScriptPartParser();

    private IdSet ids(InputStream text) throws IOException {
        IdCollector ids = new IdCollector("followings", 1_000_000);
        parser.ids(text, PartKind.FOLLOWING, ids);
        return ids.toSet();
    }

    private IdSet ids(String text) throws IOException {
        return ids(new ByteArrayInputStream((PREFIX + text).getBytes(StandardCharsets.UTF_8)));
    }

    /** Gives a few bytes at a time, so that everything is cut somewhere by the end of what has been read. */
    private static InputStream dripping(String text, long seed) {
        Random random = new Random(seed);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void listShouldBeTheSameHoweverItsBytesArrive(long seed) throws IOException {
        StringBuilder text = new StringBuilder(PREFIX).append("[");
        for (int i = 1; i <= 200; i++) {
            text.append(i == 1 ? "\n" : ",\r\n      \t")
                    .append("{ \"following\" : { \"nö\\\"te\\\\\" : [ {\"a\":[1,-2.5e+3,null,true,\"}]\\\\\\\"\"]} ],"
                            + " accountId : \"")
                    .append(i)
                    .append("\", \"userLink\" : \"https://twitter.com/\\u0041?é\" } }");
        }

        IdSet ids = ids(dripping(text.append("];\n").toString(), seed));

        assertThat(ids.size()).isEqualTo(200);
        assertThat(ids.get(199)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {":", " : ", " :", ": ", " :  ", "  : ", "\n:\t"})
    void colonShouldBePassedWhateverBlanksStandAroundIt(String colon) throws IOException {
        String compact = "[{'note':{'a':[' : ']},'following':{'accountId':'7','a':{'b':' : '}}}]";

        assertThat(ids(compact.replace("':", "'" + colon).replace('\'', '"'))).isEqualTo(IdSet.of(7));
    }

    @Test
    void textsLongerThanTheBufferShouldBePassed() throws IOException {
        String longText = "x\\\"".repeat(100_000);

        assertThat(ids("[{\"note\":\"" + longText + "\",\"following\":{\"accountId\":\"7\",\"userLink\":\"" + longText
                        + "\"}}]"))
                .isEqualTo(IdSet.of(7));
    }

    @Test
    void escapesShouldBeResolvedInWhatIsKept() throws IOException {
        String account =
                "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\",\"accountDisplayName\":\"Zo\\u00eb"
                        + " \\\"Z\\\" \\/ \\\\\"}}]";

        assertThat(parser.account(new ByteArrayInputStream(account.getBytes(StandardCharsets.UTF_8))))
                .map(ClaimedOwner::name)
                .contains("Zoë \"Z\" / \\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[{",
                "[{\"following\"",
                "[{\"following\":",
                "[{\"following\":{\"accountId\":\"1",
                "[{\"following\":{\"accountId\":\"1\\",
                "[{\"following\":{\"accountId\":\"1\"}}",
                "[{\"following\":{\"accountId\":\"1\"}]",
                "[{\"following\":{\"accountId\":\"1\"}}}",
                "[{\"following\":{\"accountId\":\"1\"}}] [",
                "[{\"following\":{\"accountId\":\"1\"}}],",
                "[{\"following\":{\"accountId\":\"1\" \"userLink\":\"x\"}}]",
                "[{\"following\" {\"accountId\":\"1\"}}]",
                "[,{\"following\":{\"accountId\":\"1\"}}]",
                "[{\"following\":{\"accountId\":\"1\"}} {\"following\":{\"accountId\":\"2\"}}]",
                "[\"1\"]",
                "[{\"a\":[}]}]",
                "[{\"a\":(1)}]",
                "[{\"a\":\u0001}]",
                "{\"following\":{\"accountId\":\"1\"}}"
            })
    void brokenListShouldBeRefusedAtItsPlace(String text) {
        assertThatThrownBy(() -> ids(text)).isInstanceOf(MalformedPartException.class);
    }

    @Test
    void nestingWithoutEndShouldBeRefused() {
        assertThatThrownBy(() -> ids("[{\"a\":" + "[".repeat(100_000))).isInstanceOf(MalformedPartException.class);
    }

    @Test
    void placeOfTheMistakeShouldBeCountedFromTheBeginningOfThePart() {
        String good = "{\"following\":{\"accountId\":\"1\"}},".repeat(10_000);

        assertThatThrownBy(() -> ids("[" + good + "!"))
                .hasMessage("cannot be read after byte " + (PREFIX.length() + 1 + good.length()));
    }
}
