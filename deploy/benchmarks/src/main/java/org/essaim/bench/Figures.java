package org.essaim.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, by name; a name that is added to more than once has a spread. */
public final class Figures {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /** Prints a line that is no figure. */
    public void say(String name, String text) {
        System.out.printf(Locale.ROOT, "%-34s %s%n", name, text);
    }

    public void add(String name, double value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        say(name, format(value));
    }

    public double median(String name) {
        List<Double> sorted = values.get(name).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The median of each figure, and of those with several values the least and the greatest. */
    public String json() {
        return values.keySet().stream().map(this::member).collect(Collectors.joining(",", "{", "}"));
    }

    private String member(String name) {
        List<Double> sorted = values.get(name).stream().sorted().toList();
        String median = "\"" + name + "\":" + format(median(name));
        return sorted.size() == 1
                ? median
                : median + ",\"" + name + "_spread\":[" + format(sorted.getFirst()) + "," + format(sorted.getLast())
                        + "]";
    }

    private static String format(double value) {
        return value >= 1000 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
