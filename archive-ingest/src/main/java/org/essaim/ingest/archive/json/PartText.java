package org.essaim.ingest.archive.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.jspecify.annotations.Nullable;

/** One part as it is read: the assignment before the value, the value, the semicolon behind it. */
final class PartText {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(4 << 20)
                    .build())
            .build();

    private static final int LONGEST_PREFIX = 256;
    private static final Pattern ASSIGNMENT = Pattern.compile("window\\.([A-Za-z0-9_.]+)\\s*=");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final InputStream rest;
    private final long prefixBytes;

    private PartText(JsonParser parser, InputStream rest, long prefixBytes) {
        this.parser = parser;
        this.rest = rest;
        this.prefixBytes = prefixBytes;
    }

    /** Handles one value; the parser stands on its first token and must be left on its last. */
    interface ValueHandler {
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Opens a part whose assignment is to a name like this, {@code YTD.following.part0}. A file under another's name
     * would turn followers into followings.
     */
    static PartText open(InputStream text, Predicate<String> global) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(text);
        buffered.mark(LONGEST_PREFIX + 1);
        byte[] start = buffered.readNBytes(LONGEST_PREFIX);
        buffered.reset();
        int length = prefixLength(start);
        String prefix = new String(start, 0, length, StandardCharsets.UTF_8);
        if (prefix.indexOf(BYTE_ORDER_MARK) == 0) {
            prefix = prefix.substring(1);
        }
        Matcher assignment = ASSIGNMENT.matcher(prefix.strip());
        if (!prefix.isBlank() && !(assignment.matches() && global.test(assignment.group(1)))) {
            throw new MalformedPartException("does not begin as such a file does", null);
        }
        buffered.skipNBytes(length);
        return new PartText(JSON.createParser((InputStream) buffered), buffered, length);
    }

    private static int prefixLength(byte[] start) throws MalformedPartException {
        for (int i = 0; i < start.length; i++) {
            if (start[i] == '[' || start[i] == '{') {
                return i;
            }
        }
        throw new MalformedPartException("does not begin as such a file does", null);
    }

    /** Hands each element of the array to the handler, which meets only objects. */
    void forEachElement(ValueHandler handler) throws IOException {
        read(JsonToken.START_ARRAY, array -> {
            JsonToken next = array.nextToken();
            while (next == JsonToken.START_OBJECT) {
                handler.read(array);
                next = array.nextToken();
            }
            if (next != JsonToken.END_ARRAY) {
                throw malformed(null);
            }
        });
    }

    /** Hands the object that is the whole value to the handler. */
    void object(ValueHandler handler) throws IOException {
        read(JsonToken.START_OBJECT, handler);
    }

    private void read(JsonToken first, ValueHandler handler) throws IOException {
        try (parser) {
            if (parser.nextToken() != first) {
                throw malformed(null);
            }
            handler.read(parser);
            requireEnd();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    /** Reads on to the end, which is also what has the ZIP's checksum compared. */
    private void requireEnd() throws IOException {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        parser.releaseBuffered(left);
        requireBlank(left.toByteArray(), left.size());
        byte[] chunk = new byte[8192];
        for (int count = rest.read(chunk); count >= 0; count = rest.read(chunk)) {
            requireBlank(chunk, count);
        }
    }

    private void requireBlank(byte[] bytes, int count) throws MalformedPartException {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != ';' && !Character.isWhitespace(bytes[i])) {
                throw malformed(null);
            }
        }
    }

    private MalformedPartException malformed(@Nullable Exception cause) {
        long at = prefixBytes + Math.max(0, parser.currentLocation().getByteOffset());
        return new MalformedPartException("cannot be read after byte " + at, cause);
    }
}
