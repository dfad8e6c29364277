package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.essaim.ingest.archive.script.scan.Scanner;

/** One part as it is read: the assignment before the value, the value, the semicolon behind it. */
final class PartScript {

    private static final int LONGEST_PREFIX = 256;
    private static final Pattern ASSIGNMENT = Pattern.compile("window\\.([A-Za-z0-9_.]+)\\s*=");
    /** The three bytes of a byte order mark, each as a letter. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Scanner text;

    private PartScript(Scanner text) {
        this.text = text;
    }

    /** Reads one value, which begins where the scanner stands, and leaves it behind that value. */
    interface ValueReader {
        void read(Scanner text) throws IOException;
    }

    /**
     * Opens a part whose assignment is to a name like this, {@code YTD.following.part0}. A file under another's name
     * would turn followers into followings.
     */
    static PartScript open(InputStream bytes, Predicate<String> global) throws IOException {
        Scanner text = new Scanner(bytes);
        String prefix = prefix(text);
        String script = prefix.startsWith(BYTE_ORDER_MARK) ? prefix.substring(BYTE_ORDER_MARK.length()) : prefix;
        Matcher assignment = ASSIGNMENT.matcher(script.strip());
        if (!script.isBlank() && !(assignment.matches() && global.test(assignment.group(1)))) {
            throw noSuchFile();
        }
        return new PartScript(text);
    }

    /** What stands before the value, byte by byte. */
    private static String prefix(Scanner text) throws IOException {
        StringBuilder prefix = new StringBuilder();
        while (prefix.length() < LONGEST_PREFIX) {
            byte next = text.current();
            if (next == '[' || next == '{') {
                return prefix.toString();
            }
            if (!text.takeAny()) {
                break;
            }
            prefix.append((char) (next & 0xFF));
        }
        throw noSuchFile();
    }

    private static MalformedPartException noSuchFile() {
        return new MalformedPartException("does not begin as such a file does", null);
    }

    /** Hands on each element of the array that the part is; every one must be an object. */
    void forEachElement(ValueReader element) throws IOException {
        for (boolean more = text.firstElement(); more; more = text.nextElement()) {
            if (!text.isNext('{')) {
                throw text.malformed();
            }
            element.read(text);
        }
        text.requireEnd();
    }

    /** Hands on the object that the part is. */
    void object(ValueReader reader) throws IOException {
        if (!text.isNext('{')) {
            throw text.malformed();
        }
        reader.read(text);
        text.requireEnd();
    }
}
