package org.essaim.ingest.archive.script.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.essaim.ingest.archive.parts.MalformedPartException;

/**
 * The bytes of a part and the tokens in them: blanks, texts, words, and what is passed over whole. The hot loops need no check for
 * the end of the buffer: it is followed by zeroes, which stop every loop.
 */
final class Tokens {

    /** Also the longest text that is kept: every id, handle, name and date is far shorter. */
    private static final int BUFFER = 64 * 1024;

    private static final int ZEROES = 2 * Long.BYTES;

    /** A colon between two blanks. */
    private static final int COLON = 3;

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

    Tokens(InputStream source) {
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
                at = EightBytes.behindBlanks(bytes, at + 1);
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

    /** Passes the byte that {@link #peek} gave. */
    void pass() {
        position++;
    }

    /**
     * Passes the colon behind a name that was kept. The way X writes it is one comparison: the processor guesses it
     * right, and goes on with the value before it has looked at the blanks.
     */
    void passColon() throws IOException {
        if (EightBytes.isQuoteAndColon(buffer, position - 1)) {
            position += COLON;
            return;
        }
        if (peek() != ':') {
            throw malformed();
        }
        pass();
    }

    /** Whether the byte that {@link #peek} gave begins a text. */
    boolean isAtText() {
        return buffer[position] == '"';
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

    /** Passes an object or an array. Inside it only quotes and brackets are heeded. */
    void skipNested() throws IOException {
        byte[] bytes = buffer;
        int at = position;
        nesting.clear();
        do {
            byte next = bytes[at];
            if (next == '"') {
                at = behindText(at);
            } else if (next == ' ' || next == '\n') {
                at = EightBytes.behindBlanks(bytes, at + 1);
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

    /** The place behind the text that begins there, and behind its colon; the usual one, whole in the buffer and without escapes, at once. */
    private int behindText(int start) throws IOException {
        int end = EightBytes.quoteOrBackslash(buffer, start + 1, limit);
        if (end < limit && buffer[end] == '"') {
            return EightBytes.isQuoteAndColon(buffer, end) ? end + 1 + COLON : end + 1;
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

    /** Passes a text, however long. */
    void skipText() throws IOException {
        position++;
        while (true) {
            int at = EightBytes.quoteOrBackslash(buffer, position, limit);
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
    void readText() throws IOException {
        int start = position + 1;
        int at = start;
        textEscaped = false;
        while (true) {
            at = EightBytes.quoteOrBackslash(buffer, at, limit);
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

    /** Reads a number, a literal or an unquoted key, and keeps it as a text. */
    void readWord() throws IOException {
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

    /** The number of the name that was kept. */
    int kept(Names names) {
        return names.find(buffer, textStart, textEnd);
    }

    /** The whole number that was kept, or -1 when it was none. */
    long keptNumber() {
        return Digits.natural(buffer, textStart, textEnd);
    }

    /** What was kept, with its escapes resolved. */
    String kept() {
        String raw = new String(buffer, textStart, textEnd - textStart, StandardCharsets.UTF_8);
        return textEscaped ? Escapes.resolve(raw) : raw;
    }

    /** Copies what was kept as it is written; gives its length, or -1 when it does not fit. */
    int keptInto(byte[] target, int offset) {
        int length = textEnd - textStart;
        if (length > target.length - offset) {
            return -1;
        }
        System.arraycopy(buffer, textStart, target, offset, length);
        return length;
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

    MalformedPartException malformed() {
        return new MalformedPartException("cannot be read after byte " + (before + position), null);
    }
}
