package org.essaim.ingest.archive.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.essaim.ingest.archive.parts.Acquaintances;
import org.essaim.ingest.archive.script.scan.Names;
import org.essaim.ingest.archive.script.scan.Scanner;

/**
 * One post: {@code {"tweet": {...}}}, or the bare object it was before 2020. Its date may stand behind those it names,
 * so they are kept, as bytes, until the post ends.
 */
final class TweetElement {

    private static final Names FIELDS = Names.of(
            "tweet",
            "created_at",
            "entities",
            "in_reply_to_user_id",
            "in_reply_to_user_id_str",
            "in_reply_to_screen_name");
    private static final Names ENTITIES = Names.of("user_mentions");
    private static final Names MENTION = Names.of("id_str", "id", "screen_name");

    /** Nobody can name more people in one post; further ones are left out. */
    private static final int MOST_NAMED = 200;

    private static final int LONGEST = 64;

    private final Acquaintances acquaintances;
    private final byte[] created = new byte[LONGEST];
    private int createdLength;
    /** The one answered first, then those mentioned. */
    private final long[] ids = new long[MOST_NAMED + 1];

    private final byte[][] handles = new byte[MOST_NAMED + 1][];
    private final int[] handleLengths = new int[MOST_NAMED + 1];
    private int named;

    TweetElement(Acquaintances acquaintances) {
        this.acquaintances = acquaintances;
    }

    void read(Scanner text) throws IOException {
        createdLength = -1;
        named = 1;
        forget(0);
        readFields(text, true);
        if (named > 1 || ids[0] > 0) {
            tell();
        }
    }

    private void forget(int index) {
        ids[index] = -1;
        handleLengths[index] = -1;
    }

    private void readFields(Scanner text, boolean outer) throws IOException {
        for (int field = text.firstField(FIELDS); field != Scanner.END; field = text.nextField(FIELDS)) {
            switch (field) {
                case 0 -> readWrapped(text, outer);
                case 1 -> createdLength = text.textInto(created, 0);
                case 2 -> readEntities(text);
                case 3, 4 -> ids[0] = text.id();
                case 5 -> readHandle(text, 0);
                default -> text.skip();
            }
        }
    }

    private void readWrapped(Scanner text, boolean outer) throws IOException {
        if (outer && text.isNext('{')) {
            readFields(text, false);
        } else {
            text.skip();
        }
    }

    private void readEntities(Scanner text) throws IOException {
        if (!text.isNext('{')) {
            text.skip();
            return;
        }
        for (int field = text.firstField(ENTITIES); field != Scanner.END; field = text.nextField(ENTITIES)) {
            if (field == 0) {
                readMentions(text);
            } else {
                text.skip();
            }
        }
    }

    private void readMentions(Scanner text) throws IOException {
        if (!text.isNext('[')) {
            text.skip();
            return;
        }
        for (boolean more = text.firstElement(); more; more = text.nextElement()) {
            if (named <= MOST_NAMED && text.isNext('{')) {
                readMention(text);
            } else {
                text.skip();
            }
        }
    }

    private void readMention(Scanner text) throws IOException {
        forget(named);
        for (int field = text.firstField(MENTION); field != Scanner.END; field = text.nextField(MENTION)) {
            switch (field) {
                case 0, 1 -> ids[named] = text.id();
                case 2 -> readHandle(text, named);
                default -> text.skip();
            }
        }
        if (ids[named] > 0) {
            named++;
        }
    }

    private void readHandle(Scanner text, int index) throws IOException {
        if (handles[index] == null) {
            handles[index] = new byte[LONGEST];
        }
        handleLengths[index] = text.textInto(handles[index], 0);
    }

    private void tell() {
        long at = PostTime.parse(created, createdLength);
        for (int i = 1; i < named; i++) {
            tell(i, acquaintances.mentioned(ids[i]), at);
        }
        if (ids[0] > 0) {
            tell(0, acquaintances.repliedTo(ids[0]), at);
        }
    }

    /** Makes a text of the handle only when it is news. */
    private void tell(int index, int acquaintance, long at) {
        if (at != PostTime.UNKNOWN && handleLengths[index] > 0 && acquaintances.isNews(acquaintance, at)) {
            byte[] handle = Arrays.copyOf(handles[index], handleLengths[index]);
            acquaintances.saw(acquaintance, new String(handle, StandardCharsets.UTF_8), at);
        }
    }
}
