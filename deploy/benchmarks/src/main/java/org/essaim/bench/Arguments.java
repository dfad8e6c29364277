package org.essaim.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a benchmark: names of its parts, and options of the form {@code --name value}.
 *
 * @param parts in the order they were named; none when none was
 * @param values by the option's name without its dashes
 */
public record Arguments(List<String> parts, Map<String, String> values) {

    public Arguments {
        parts = List.copyOf(parts);
        values = Map.copyOf(values);
    }

    /**
     * Reads them.
     *
     * @param known the parts there are
     * @param options the names of the options, for whoever mistakes them
     * @throws IllegalArgumentException for anything that is neither a part nor an option with its value
     */
    public static Arguments parse(List<String> known, List<String> options, String... arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (known.contains(arguments[i])) {
                parts.add(arguments[i]);
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                throw new IllegalArgumentException("no such part or option: " + arguments[i] + "; parts are " + known
                        + ", options " + options + ", each as --name value");
            }
        }
        return new Arguments(parts, values);
    }

    /** The parts that were named, or these when none was. */
    public List<String> partsOr(List<String> otherwise) {
        return parts.isEmpty() ? otherwise : parts;
    }

    /** The value of an option, or this when it was not given. */
    public String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
