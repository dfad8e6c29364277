package org.essaim.local.ports;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The port of each part: the usual one, or the one that the environment names. */
public final class Ports {

    private final Map<Port, Integer> chosen = new EnumMap<>(Port.class);

    private Ports() {}

    /**
     * Reads {@code ESSAIM_PORT_NAME} for each port.
     *
     * @throws IllegalArgumentException when a value is no port, or two parts would share one; the message is for the person
     */
    public static Ports from(Map<String, String> environment) {
        Ports ports = new Ports();
        Set<Integer> taken = new HashSet<>();
        for (Port port : Port.values()) {
            String value = environment.get(port.variable());
            int number = value == null ? port.usual() : parse(port, value);
            if (!taken.add(number)) {
                throw new IllegalArgumentException("port " + number + " is given to two parts; " + port.variable()
                        + " (" + port.purpose() + ") needs one of its own");
            }
            ports.chosen.put(port, number);
        }
        return ports;
    }

    private static int parse(Port port, String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(port.variable() + " must be a port number, not \"" + value + "\"", e);
        }
        throw new IllegalArgumentException(port.variable() + " must be between 1 and 65535, not " + value);
    }

    public int number(Port port) {
        Integer number = chosen.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    /** {@code http://127.0.0.1:PORT}: the one spelling of the host that tokens are issued for. */
    public URI http(Port port) {
        return URI.create("http://127.0.0.1:" + number(port));
    }

    /** {@code http://localhost:PORT}: the Bluesky server and its directory go by this name. */
    public URI localhost(Port port) {
        return URI.create("http://localhost:" + number(port));
    }

    /** Those of {@code needed} that something listens on already. */
    public List<PortClash> clashes(Set<Port> needed) {
        return needed.stream()
                .filter(port -> PortClash.isTaken(number(port)))
                .map(port -> new PortClash(port, number(port), ListeningProcesses.on(number(port))))
                .toList();
    }
}
