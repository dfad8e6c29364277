package org.essaim.testing.mastodon;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kinds of value that recordings show at each place of each endpoint's answer. A place may hold every kind that was ever
 * recorded there, null included, and no other; an object has exactly the keys that were recorded.
 */
final class Shapes {

    private final Map<String, Set<JsonNodeType>> kinds = new HashMap<>();
    private final Map<String, List<Set<String>>> keys = new HashMap<>();

    void learn(String place, JsonNode value) {
        kinds.computeIfAbsent(place, unknown -> new TreeSet<>()).add(value.getNodeType());
        if (value.isObject()) {
            keys.computeIfAbsent(place, unknown -> new ArrayList<>()).add(names(value));
            value.properties().forEach(field -> learn(place + "." + field.getKey(), field.getValue()));
        }
        value.valueStream().filter(item -> value.isArray()).forEach(item -> learn(place + "[]", item));
    }

    /** What is wrong with an answer; empty when it has a recorded shape. */
    List<String> complaints(String place, JsonNode value) {
        List<String> wrong = new ArrayList<>();
        Set<JsonNodeType> known = kinds.getOrDefault(place, Set.of());
        if (!known.contains(value.getNodeType())) {
            wrong.add(place + " is " + value.getNodeType() + " and was recorded as " + known);
        } else if (value.isObject()) {
            if (!keys.get(place).contains(names(value))) {
                wrong.add(place + " has the keys " + names(value) + " and was recorded with "
                        + keys.get(place).getFirst());
            }
            value.properties()
                    .forEach(field -> wrong.addAll(complaints(place + "." + field.getKey(), field.getValue())));
        } else if (value.isArray()) {
            value.forEach(item -> wrong.addAll(complaints(place + "[]", item)));
        }
        return wrong;
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(toCollection(TreeSet::new));
    }
}
