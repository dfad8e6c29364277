package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.jspecify.annotations.Nullable;

/**
 * Walks values where they stand in its buffer. The hot loops take eight bytes at a time and need no check for the end of
 * the buffer: it is followed by zeroes, which stop every loop.
 */
final class Scanner {

    /** No more fields. */
    static final int END = -1;
    /** A field whose name nobody knows. */
    static final int OTHER = -2;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    /** Also the longest text that is kept: every id, handle, name and date is far shorter. */
    private static final int BUFFER = 64 * 1024;

    private static final int ZEROES = 2 * Long.BYTES;

    private static final boolean[] OF_WORD = new boolean[128];

    static {
        for (char letter = 0; letter < OF_WORD.length; letter++) {
            OF_WORD[letter] = Character.isLetterOrDigit(letter) || "_-.+$".indexOf(letter) >= 0;
        }
    }

    private final InputStream source;
    private final byte[] buffer = new byte[BUFFER + ZEROES];
    private final Nesting nesting = new Nesting();
    private int position;
    private int limit;
    /** Where in the part the buffer begins. */
    private long before;

    private int textStart;
    private int textEnd;
    private boolean textEscaped;

    Scanner(InputStream source) {
        this.source = source;
    }

    /** The next byte that is no blank, left where it is; 0 at the end. */
    byte peek() throws IOException {
        byte[] bytes = buffer;
        int at = position;
        while (true) {
            byte next = bytes[at];
            if (next > ' ') {
                position = at;
                return next;
            }
            if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                at = behindBlanks(at + 1);
            } else if (next == 0 && at >= limit) {
                if (!refill(at)) {
                    return 0;
                }
                at = 0;
            } else {
                position = at;
                throw malformed();
            }
        }
    }

    /** Whether the value that comes next begins so. */
    boolean isNext(char first) throws IOException {
        return peek() == first;
    }

    /** Takes a byte that must come next. */
    void take(char expected) throws IOException {
        if (peek() != expected) {
            throw malformed();
        }
        position++;
    }

    /** Passes one byte of any kind, for the way to the value; false at the end. */
    boolean takeAny() throws IOException {
        if (position >= limit && !refill(position)) {
            return false;
        }
        position++;
        return true;
    }

    /** The byte at hand, blank or not; 0 at the end. */
    byte current() throws IOException {
        return position >= limit && !refill(position) ? 0 : buffer[position];
    }

    /** Enters the array that must come next; false when it is empty, and passed. */
    boolean firstElement() throws IOException {
        take('[');
        return !isEnd(peek(), ']');
    }

    /** Goes on behind an element; false when the array ends, and is passed. A comma before the end is fine. */
    boolean nextElement() throws IOException {
        return !isEnd(behindComma(']'), ']');
    }

    /** Enters the object that must come next, up to the value of its first field; {@link #END} when it is empty. */
    int firstField(Names names) throws IOException {
        take('{');
        return isEnd(peek(), '}') ? END : field(names);
    }

    /** Goes on behind a value, up to the next. A comma before the end is fine. */
    int nextField(Names names) throws IOException {
        return isEnd(behindComma('}'), '}') ? END : field(names);
    }

    private byte behindComma(char end) throws IOException {
        byte next = peek();
        if (next == ',') {
            position++;
            return peek();
        }
        if (next != end) {
            throw malformed();
        }
        return next;
    }

    private boolean isEnd(byte next, char end) {
        if (next == end) {
            position++;
            return true;
        }
        return false;
    }

    private int field(Names names) throws IOException {
        if (buffer[position] == '"') {
            readText();
        } else {
            readWord();
        }
        int field = names.find(buffer, textStart, textEnd);
        take(':');
        return field;
    }

    /** Passes one value of any kind. Inside it only quotes and brackets are heeded. */
    void skip() throws IOException {
        switch (peek()) {
            case '"' -> skipText();
            case '{', '[' -> skipNested();
            default -> readWord();
        }
    }

    private void skipNested() throws IOException {
        byte[] bytes = buffer;
        int at = position;
        nesting.clear();
        do {
            byte next = bytes[at];
            if (next == '"') {
                at = behindText(at);
            } else if (next == ' ' || next == '\n') {
                at = behindBlanks(at + 1);
            } else if (next == 0 && at >= limit) {
                if (!refill(limit)) {
                    throw malformed();
                }
                at = 0;
            } else if (isHeeded(next)) {
                at++;
            } else {
                position = at;
                throw malformed();
            }
        } while (!nesting.isEmpty());
        position = at;
    }

    /** The place behind the text that begins there; the usual one, whole in the buffer and without escapes, at once. */
    private int behindText(int start) throws IOException {
        int end = quoteOrBackslash(start + 1);
        if (end < limit && buffer[end] == '"') {
            return end + 1;
        }
        position = start;
        skipText();
        return position;
    }

    /** Keeps count of brackets; false for a byte that cannot stand here. */
    private boolean isHeeded(byte next) {
        return switch (next) {
            case ',', ':', '\r', '\t' -> true;
            case '{' -> nesting.open('}');
            case '[' -> nesting.open(']');
            case '}', ']' -> nesting.close((char) next);
            default -> isOfWord(next);
        };
    }

    /** The first byte that is no blank, from a place on behind which zeroes end the buffer. */
    private int behindBlanks(int from) {
        byte[] bytes = buffer;
        int at = from;
        long word = (long) WORD.get(bytes, at) ^ BLANKS;
        while (word == 0) {
            at += Long.BYTES;
            word = (long) WORD.get(bytes, at) ^ BLANKS;
        }
        return at + (Long.numberOfTrailingZeros(word) >>> 3);
    }

    /** Passes a text, however long. */
    private void skipText() throws IOException {
        position++;
        while (true) {
            int at = quoteOrBackslash(position);
            if (at >= limit) {
                position = limit;
                if (!refill(limit)) {
                    throw malformed();
                }
            } else if (buffer[at] == '"') {
                position = at + 1;
                return;
            } else {
                position = at + 1;
                if (!takeAny()) {
                    throw malformed();
                }
            }
        }
    }

    /** Reads a text and keeps it until the next call of anything here. */
    private void readText() throws IOException {
        int start = position + 1;
        int at = start;
        textEscaped = false;
        while (true) {
            at = quoteOrBackslash(at);
            if (at >= limit) {
                at = limit - start;
                if (!refill(start)) {
                    throw malformed();
                }
                start = 0;
            } else if (buffer[at] == '"') {
                break;
            } else {
                textEscaped = true;
                if (at + 1 >= limit) {
                    at -= start;
                    if (!refill(start)) {
                        throw malformed();
                    }
                    start = 0;
                }
                at += 2;
            }
        }
        textStart = start;
        textEnd = at;
        position = at + 1;
    }

    /** The next of either from there on, or some place at or behind the limit. */
    private int quoteOrBackslash(int from) {
        byte[] bytes = buffer;
        int end = limit;
        int at = from;
        while (at < end) {
            long word = (long) WORD.get(bytes, at);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // The lowest set bit marks the first byte that is zero in either; a carry disturbs higher bytes only.
            long found = (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    /** Reads a number, a literal or an unquoted key, and keeps it as a text. */
    private void readWord() throws IOException {
        int start = position;
        int at = start;
        while (true) {
            if (isOfWord(buffer[at])) {
                at++;
            } else if (at >= limit) {
                at = limit - start;
                boolean more = refill(start);
                start = 0;
                if (!more) {
                    break;
                }
            } else {
                break;
            }
        }
        if (at == start) {
            throw malformed();
        }
        textStart = start;
        textEnd = at;
        textEscaped = false;
        position = at;
    }

    private static boolean isOfWord(byte letter) {
        return letter > 0 && OF_WORD[letter];
    }

    private boolean keepText() throws IOException {
        if (peek() != '"') {
            skip();
            return false;
        }
        readText();
        return true;
    }

    /** Keeps a text, a number or a literal; false, and passed, when the value is none of them. */
    private boolean keepScalar() throws IOException {
        switch (peek()) {
            case '"' -> readText();
            case '{', '[' -> {
                skip();
                return false;
            }
            default -> readWord();
        }
        return true;
    }

    /** An X id by its digits, in quotes or not; -1 for any other value. */
    long id() throws IOException {
        long number = count();
        return number == 0 ? -1 : number;
    }

    /** A whole number by its digits, in quotes or not; -1 for any other value. */
    long count() throws IOException {
        return keepScalar() ? Digits.natural(buffer, textStart, textEnd) : -1;
    }

    /** A text, or a number or literal as it is written; null for any other value. */
    @Nullable
    String scalar() throws IOException {
        return keepScalar() ? kept() : null;
    }

    /** A text; null for any other value. */
    @Nullable
    String text() throws IOException {
        return keepText() ? kept() : null;
    }

    private String kept() {
        String raw = new String(buffer, textStart, textEnd - textStart, StandardCharsets.UTF_8);
        return textEscaped ? Escapes.resolve(raw) : raw;
    }

    /**
     * Copies a text as it is written, escapes and all.
     *
     * @return its length, or -1 for any other value and for one that does not fit
     */
    int textInto(byte[] target, int offset) throws IOException {
        if (!keepText() || textEnd - textStart > target.length - offset) {
            return -1;
        }
        System.arraycopy(buffer, textStart, target, offset, textEnd - textStart);
        return textEnd - textStart;
    }

    /** Puts more behind what is kept from a place on, which moves to the start; false when there is no more. */
    private boolean refill(int keepFrom) throws IOException {
        int kept = limit - keepFrom;
        System.arraycopy(buffer, keepFrom, buffer, 0, kept);
        before += keepFrom;
        position = 0;
        limit = kept;
        if (kept == BUFFER) {
            position = kept;
            throw malformed();
        }
        int read = source.read(buffer, kept, BUFFER - kept);
        limit += Math.max(read, 0);
        Arrays.fill(buffer, limit, limit + ZEROES, (byte) 0);
        if (read < 0) {
            position = limit;
        }
        return read > 0;
    }

    /** Nothing but blanks and semicolons may follow; reads to the end, which has the checksum of the ZIP compared. */
    void requireEnd() throws IOException {
        for (int next = peek(); next != 0; next = peek()) {
            take(';');
        }
    }

    MalformedPartException malformed() {
        return new MalformedPartException("cannot be read after byte " + (before + position), null);
    }
}
