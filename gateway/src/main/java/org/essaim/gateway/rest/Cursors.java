package org.essaim.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.essaim.platform.http.Problem;

/** Cursors as clients see them: opaque text. They say where a page ends and nothing about who may read it. */
public final class Cursors {

    private static final String SEPARATOR = "\n";

    private Cursors() {}

    public static String write(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a cursor that this API gave; a 400 for anything else. */
    public static List<String> read(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> read = List.of(text.split(SEPARATOR, -1));
            if (read.size() == parts) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            throw notUnderstood();
        }
        throw notUnderstood();
    }

    public static Problem notUnderstood() {
        return new Problem(400, "cursor-not-understood", "No such page", "Start again without a cursor.");
    }
}
