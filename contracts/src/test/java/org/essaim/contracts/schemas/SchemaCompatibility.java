package org.essaim.contracts.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema may become within its version: the same, with optional fields added. An enum value is not an addition:
 * today's readers would dead-letter it.
 */
final class SchemaCompatibility {

    /** Keywords that promise nothing about the instance. */
    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples", "deprecated");

    /** Keywords whose members are schemas by name, where one more takes nothing away. */
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs");

    private SchemaCompatibility() {}

    /** What the current schema breaks of the released one, one line each; empty when nothing. */
    static List<String> breaks(JsonNode released, JsonNode current) {
        List<String> breaks = new ArrayList<>();
        compare(released, current, "#", breaks);
        return breaks;
    }

    private static void compare(JsonNode released, JsonNode current, String at, List<String> breaks) {
        for (String keyword : keywords(released, current)) {
            JsonNode before = released.path(keyword);
            JsonNode after = current.path(keyword);
            String place = at + "/" + keyword;
            if (NAMED_SCHEMAS.contains(keyword)) {
                compareNamed(before, after, place, breaks);
            } else if (keyword.equals("items") && before.isObject() && after.isObject()) {
                compare(before, after, place, breaks);
            } else if (!before.equals(after)) {
                breaks.add(place + " was " + said(before) + " and is " + said(after));
            }
        }
    }

    private static void compareNamed(JsonNode released, JsonNode current, String at, List<String> breaks) {
        released.fieldNames().forEachRemaining(name -> {
            String place = at + "/" + name;
            if (current.has(name)) {
                compare(released.path(name), current.path(name), place, breaks);
            } else {
                breaks.add(place + " is gone");
            }
        });
    }

    private static Set<String> keywords(JsonNode released, JsonNode current) {
        Set<String> keywords = new TreeSet<>();
        released.fieldNames().forEachRemaining(keywords::add);
        current.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        return keywords;
    }

    private static String said(JsonNode node) {
        return node instanceof MissingNode ? "absent" : node.toString();
    }
}
