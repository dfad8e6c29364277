package org.essaim.ingest.archive.script;

import java.io.IOException;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;

/** Walks values that may be of another kind than expected: those are passed. */
final class Values {

    private Values() {}

    /** Meets the value of a known field and leaves the scanner behind it. */
    interface FieldReader {
        void read(int field, Scanner text) throws IOException;
    }

    /** Hands on the fields that are known by name; passes the others, and any value that is no object. */
    static void fields(Scanner text, Names names, FieldReader reader) throws IOException {
        if (!text.isNext('{')) {
            text.skip();
            return;
        }
        for (int field = text.firstField(names); field != Scanner.END; field = text.nextField(names)) {
            if (field == Scanner.OTHER) {
                text.skip();
            } else {
                reader.read(field, text);
            }
        }
    }

    /** Hands on each element; passes any value that is no array. */
    static void elements(Scanner text, PartScript.ValueReader reader) throws IOException {
        if (!text.isNext('[')) {
            text.skip();
            return;
        }
        for (boolean more = text.firstElement(); more; more = text.nextElement()) {
            reader.read(text);
        }
    }
}
