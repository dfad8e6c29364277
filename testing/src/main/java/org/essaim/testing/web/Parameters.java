package org.essaim.testing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a query string or of a form, several values a name, in the order given. A name written with the
 * suffix {@code []} is the same as the one without.
 */
public record Parameters(Map<String, List<String>> values) {

    public static final Parameters NONE = new Parameters(Map.of());

    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(plain(name), key -> new ArrayList<>()).add(value);
            }
        }
        return new Parameters(values);
    }

    /** The last value of a name, as Rails and Express read it; empty when the name is not there. */
    public Optional<String> one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value of a flag as Rails casts it: absent, empty, 0, f, false, off and no are false. */
    public boolean flag(String name) {
        return one(name)
                .filter(value -> !List.of("", "0", "f", "false", "off", "no").contains(value))
                .isPresent();
    }

    public Parameters and(Parameters other) {
        Map<String, List<String>> both = new LinkedHashMap<>(values);
        other.values.forEach(both::putIfAbsent);
        return new Parameters(both);
    }

    /** Form encoding of single-valued parameters, in the order of the map. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry ->
                        URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String plain(String name) {
        return name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
    }
}
