package org.essaim.ingest.archive.script.scan;

import java.io.IOException;
import java.io.InputStream;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.jspecify.annotations.Nullable;

/** Walks values where they stand: arrays element by element, objects field by field. */
public final class Scanner {

    /** No more fields. */
    public static final int END = -1;
    /** A field whose name nobody knows. */
    public static final int OTHER = -2;

    private final Tokens tokens;

    /** Stands before the first byte of the part. */
    public Scanner(InputStream source) {
        this.tokens = new Tokens(source);
    }

    /** Whether the value that comes next begins so. */
    public boolean isNext(char first) throws IOException {
        return tokens.peek() == first;
    }

    /** Takes a byte that must come next. */
    public void take(char expected) throws IOException {
        if (tokens.peek() != expected) {
            throw tokens.malformed();
        }
        tokens.pass();
    }

    /** Passes one byte of any kind, for the way to the value; false at the end. */
    public boolean takeAny() throws IOException {
        return tokens.takeAny();
    }

    /** The byte at hand, blank or not; 0 at the end. */
    public byte current() throws IOException {
        return tokens.current();
    }

    /** Enters the array that must come next; false when it is empty, and passed. */
    public boolean firstElement() throws IOException {
        take('[');
        return !isEnd(tokens.peek(), ']');
    }

    /** Goes on behind an element; false when the array ends, and is passed. A comma before the end is fine. */
    public boolean nextElement() throws IOException {
        return !isEnd(behindComma(']'), ']');
    }

    /** Enters the object that must come next, up to the value of its first field; {@link #END} when it is empty. */
    public int firstField(Names names) throws IOException {
        take('{');
        return isEnd(tokens.peek(), '}') ? END : field(names);
    }

    /** Goes on behind a value, up to the next. A comma before the end is fine. */
    public int nextField(Names names) throws IOException {
        return isEnd(behindComma('}'), '}') ? END : field(names);
    }

    private byte behindComma(char end) throws IOException {
        byte next = tokens.peek();
        if (next == ',') {
            tokens.pass();
            return tokens.peek();
        }
        if (next != end) {
            throw tokens.malformed();
        }
        return next;
    }

    private boolean isEnd(byte next, char end) {
        if (next == end) {
            tokens.pass();
            return true;
        }
        return false;
    }

    private int field(Names names) throws IOException {
        if (tokens.isAtText()) {
            tokens.readText();
        } else {
            tokens.readWord();
        }
        int field = tokens.kept(names);
        tokens.passColon();
        return field;
    }

    /** Passes one value of any kind. Inside it only quotes and brackets are heeded. */
    public void skip() throws IOException {
        switch (tokens.peek()) {
            case '"' -> tokens.skipText();
            case '{', '[' -> tokens.skipNested();
            default -> tokens.readWord();
        }
    }

    private boolean keepText() throws IOException {
        if (tokens.peek() != '"') {
            skip();
            return false;
        }
        tokens.readText();
        return true;
    }

    /** Keeps a text, a number or a literal; false, and passed, when the value is none of them. */
    private boolean keepScalar() throws IOException {
        switch (tokens.peek()) {
            case '"' -> tokens.readText();
            case '{', '[' -> {
                skip();
                return false;
            }
            default -> tokens.readWord();
        }
        return true;
    }

    /** An X id by its digits, in quotes or not; -1 for any other value. */
    public long id() throws IOException {
        long number = count();
        return number == 0 ? -1 : number;
    }

    /** A whole number by its digits, in quotes or not; -1 for any other value. */
    public long count() throws IOException {
        return keepScalar() ? tokens.keptNumber() : -1;
    }

    /** A text, or a number or literal as it is written; null for any other value. */
    @Nullable
    public String scalar() throws IOException {
        return keepScalar() ? tokens.kept() : null;
    }

    /** A text; null for any other value. */
    @Nullable
    public String text() throws IOException {
        return keepText() ? tokens.kept() : null;
    }

    /**
     * Copies a text as it is written, escapes and all.
     *
     * @return its length, or -1 for any other value and for one that does not fit
     */
    public int textInto(byte[] target, int offset) throws IOException {
        return keepText() ? tokens.keptInto(target, offset) : -1;
    }

    /** Nothing but blanks and semicolons may follow; reads to the end, which has the checksum of the ZIP compared. */
    public void requireEnd() throws IOException {
        for (int next = tokens.peek(); next != 0; next = tokens.peek()) {
            take(';');
        }
    }

    /** Says where the text stopped making sense: here. */
    public MalformedPartException malformed() {
        return tokens.malformed();
    }
}
