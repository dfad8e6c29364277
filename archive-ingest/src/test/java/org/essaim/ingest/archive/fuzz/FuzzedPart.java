package org.essaim.ingest.archive.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ReadLimits;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.parts.ArchiveParts;
import org.essaim.ingest.archive.parts.Part;
import org.essaim.ingest.archive.parts.PartwiseReader;
import org.essaim.ingest.archive.script.ScriptPartParser;

/**
 * Any part is read as far as it makes sense; how its bytes come, all at once or a few at a time, changes nothing. The first byte
 * says which part of an otherwise sound archive it is.
 */
public final class FuzzedPart {

    private static final List<String> NAMES = List.of(
            "manifest.js",
            "account.js",
            "following.js",
            "block.js",
            "tweets.js",
            "community-tweet.js",
            "direct-messages.js");

    private static final ReadLimits LIMITS = new ReadLimits(1_000, 1 << 20, 100, 1_000, 1_000, 1 << 20);
    private static final XId OWNER = new XId(1);
    private static final PartwiseReader READER = new PartwiseReader(
                    file -> {
                        throw new IllegalStateException("no file is opened");
                    },
                    new ScriptPartParser(),
                    LIMITS)
            .countingMessages();

    private FuzzedPart() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        String name = NAMES.get(Math.floorMod(data[0], NAMES.size()));
        byte[] text = Arrays.copyOfRange(data, 1, data.length);
        ReadOutcome atOnce = READER.read(new InMemory(name, text, Integer.MAX_VALUE), OWNER);
        ReadOutcome slowly = READER.read(new InMemory(name, text, 3), OWNER);
        if (!atOnce.equals(slowly)) {
            throw new IllegalStateException("a part that comes slowly says something else");
        }
    }

    /** A sound archive with one part of any text. */
    private static final class InMemory implements ArchiveParts {

        private final Map<Part, byte[]> texts = new LinkedHashMap<>();
        private final int atOnce;

        private InMemory(String name, byte[] text, int atOnce) {
            this.atOnce = atOnce;
            put("account.js", bytes("window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\"}}]"));
            put("following.js", bytes("window.YTD.following.part0 = [{\"following\":{\"accountId\":\"12\"}}]"));
            put("follower.js", bytes("window.YTD.follower.part0 = [{\"follower\":{\"accountId\":\"123\"}}]"));
            put(name, text);
        }

        private void put(String name, byte[] text) {
            texts.put(Part.of(name, null).orElseThrow(), text);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public List<Part> parts() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public Shape shape() {
            return Shape.PLAIN;
        }

        @Override
        public long size(Part part) {
            return texts.getOrDefault(part, new byte[0]).length;
        }

        @Override
        public InputStream open(Part part) {
            return new Dripping(texts.getOrDefault(part, new byte[0]), atOnce);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    /** Gives so many bytes at most with every call. */
    private static final class Dripping extends ByteArrayInputStream {

        private final int atOnce;

        private Dripping(byte[] bytes, int atOnce) {
            super(bytes);
            this.atOnce = atOnce;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, atOnce));
        }
    }
}
