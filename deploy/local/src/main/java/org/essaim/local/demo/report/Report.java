package org.essaim.local.demo.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The end of the demo in figures.
 *
 * @param followings how many accounts the archive follows on X
 * @param matched how many of them were found, for each network
 * @param reasons why they matched, with how often
 * @param outcomes for each network, how many follows ended in which state
 * @param networksRight whether the networks show exactly what should be
 * @param arrivalSeconds from the moment the newcomer could be found until the main person followed them on both networks
 * @param seconds the whole demo, its start included
 * @param megabytes of each process at the end
 */
public record Report(
        int followings,
        Map<String, Integer> matched,
        Map<String, Integer> reasons,
        Map<String, Map<String, Integer>> outcomes,
        List<TrapVerdict> traps,
        boolean networksRight,
        double arrivalSeconds,
        double seconds,
        Map<String, Long> megabytes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether everything is as it should be. */
    public boolean right() {
        return networksRight && traps.stream().allMatch(TrapVerdict::avoided);
    }

    /** Writes it for programs to read, with the verdict in {@code right}. */
    public void write(Path file) throws IOException {
        ObjectNode json = JSON.valueToTree(this);
        json.put("right", right());
        Files.writeString(file, json.toPrettyString());
    }

    /** The table that people read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row("follows in the archive", Integer.toString(followings)));
        matched.forEach((network, count) -> lines.add(row("matched on " + network, Integer.toString(count))));
        reasons.forEach((reason, count) -> lines.add(row("  because " + reason, Integer.toString(count))));
        outcomes.forEach((network, counts) -> lines.add(row(network, phrase(counts))));
        lines.add("");
        traps.forEach(trap -> lines.add(row((trap.avoided() ? "✓ " : "✗ ") + trap.trap(), trap.detail())));
        lines.add("");
        lines.add(row("newcomer followed after", String.format(Locale.ROOT, "%.1f s", arrivalSeconds)));
        lines.add(row("time", String.format(Locale.ROOT, "%.0f s", seconds)));
        long total = megabytes.values().stream().mapToLong(Long::longValue).sum();
        lines.add(row("memory", total + " MB"));
        megabytes.forEach((name, size) -> lines.add(row("  " + name, size + " MB")));
        lines.add("");
        lines.add(right() ? "All as it should be." : "NOT as it should be.");
        return lines;
    }

    private static String row(String name, String value) {
        return String.format(Locale.ROOT, "  %-46s %s", name, value);
    }

    private static String phrase(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((state, count) ->
                words.add(count + " " + state.toLowerCase(Locale.ROOT).replace('_', ' ')));
        return String.join(", ", words);
    }
}
