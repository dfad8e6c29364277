package org.essaim.gateway.matches.rest;

import java.util.List;
import org.essaim.gateway.matches.MatchOrder;
import org.essaim.gateway.matches.MatchPage;
import org.essaim.gateway.rest.Cursors;

/** Cursors of the review. One of another order is refused: it would begin nowhere. */
final class MatchCursors {

    private static final int LONGEST_KEY = 256;

    private MatchCursors() {}

    static String write(MatchPage.Cursor cursor, MatchOrder order) {
        return Cursors.write(order.name(), cursor.key(), Long.toString(cursor.xId()));
    }

    static MatchPage.Cursor read(String text, MatchOrder order) {
        List<String> parts = Cursors.read(text, 3);
        String key = parts.get(1);
        boolean fits = parts.get(0).equals(order.name())
                && switch (order) {
                    case CLOSENESS -> key.matches("[0-9]{1,10}") && isInteger(key);
                    case NEWEST -> key.matches("[0-9]{1,17}");
                    case NAME -> key.length() <= LONGEST_KEY && key.indexOf('\0') < 0;
                };
        if (!fits || !parts.get(2).matches("[0-9]{1,19}")) {
            throw Cursors.notUnderstood();
        }
        return new MatchPage.Cursor(key, Long.parseLong(parts.get(2)));
    }

    private static boolean isInteger(String digits) {
        return Long.parseLong(digits) <= Integer.MAX_VALUE;
    }
}
