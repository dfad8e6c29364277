package org.essaim.gateway.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL takes it, {@code $1} in place of {@code :name}; a colon in a quoted text or of a cast stays as it is.
 *
 * @param names of the parameters, the first that of {@code $1}
 */
record Numbered(String sql, List<String> names) {

    private static final Pattern TEXT_OR_NAME = Pattern.compile("'[^']*'|::|:([A-Za-z]\\w*)");

    /** Statements are texts of this program, so there are few. */
    private static final Map<String, Numbered> KNOWN = new ConcurrentHashMap<>();

    Numbered {
        names = List.copyOf(names);
    }

    static Numbered of(String sql) {
        return KNOWN.computeIfAbsent(sql, Numbered::number);
    }

    private static Numbered number(String sql) {
        List<String> names = new ArrayList<>();
        String numbered = TEXT_OR_NAME.matcher(sql).replaceAll(found -> place(found, names));
        return new Numbered(numbered, names);
    }

    private static String place(MatchResult found, List<String> names) {
        String name = found.group(1);
        if (name == null) {
            return Matcher.quoteReplacement(found.group());
        }
        if (!names.contains(name)) {
            names.add(name);
        }
        return "\\$" + (names.indexOf(name) + 1);
    }
}
