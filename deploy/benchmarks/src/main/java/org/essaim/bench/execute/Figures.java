package org.essaim.bench.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures, for people as a table, and as one line of JSON. */
final class Figures {

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String name, double value) {
        values.put(name, String.format(Locale.ROOT, "%.3f", value));
    }

    void put(String name, long value) {
        values.put(name, Long.toString(value));
    }

    /** As it is printed; null when it was not measured. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    void say(String text) {
        System.out.println(text);
    }

    void print() {
        values.forEach((name, value) -> System.out.printf("%-45s %s%n", name, value));
        List<String> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.add("\"" + name + "\":" + value));
        System.out.println("{" + String.join(",", fields) + "}");
    }
}
