package org.essaim.ingest.archive.script;

import java.io.IOException;
import org.essaim.ingest.archive.IdCollector;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;

/** {@code {"following": {"accountId": "123"}}}, or without the wrapper. */
final class IdElement {

    private static final int ACCOUNT_ID = 0;
    private static final Names NAMES = Names.of("accountId");

    private final IdCollector into;
    private int unreadable;

    IdElement(IdCollector into) {
        this.into = into;
    }

    void read(Scanner text) throws IOException {
        long id = -1;
        for (int field = text.firstField(NAMES); field != Scanner.END; field = text.nextField(NAMES)) {
            if (field == ACCOUNT_ID) {
                id = text.id();
            } else if (text.isNext('{')) {
                id = wrapped(text);
            } else {
                text.skip();
            }
        }
        if (id > 0) {
            into.add(id);
        } else {
            unreadable++;
        }
    }

    private static long wrapped(Scanner text) throws IOException {
        long id = -1;
        for (int field = text.firstField(NAMES); field != Scanner.END; field = text.nextField(NAMES)) {
            if (field == ACCOUNT_ID) {
                id = text.id();
            } else {
                text.skip();
            }
        }
        return id;
    }

    /** How many elements named no account. */
    int unreadable() {
        return unreadable;
    }
}
