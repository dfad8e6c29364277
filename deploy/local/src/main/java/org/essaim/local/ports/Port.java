package org.essaim.local.ports;

import java.util.EnumSet;
import java.util.Set;

/** A port that Essaim listens on, always of the loopback address. */
public enum Port {
    GATEWAY(8080, "the gateway: the API and the pages that people see"),
    INGEST(8181, "archive-ingest"),
    MATCHER(8182, "matcher-service"),
    EXECUTOR(8183, "follow-executor"),
    KEYCLOAK(8090, "Keycloak, where people sign in"),
    KEYCLOAK_HEALTH(8091, "Keycloak's own health"),
    KAFKA(19092, "Kafka"),
    POSTGRES(15432, "PostgreSQL"),
    PLC(2582, "the sandbox's PLC directory"),
    PDS(2583, "the sandbox's Bluesky server"),
    MASTODON(2590, "the sandbox's Mastodon server"),
    X(2591, "the sandbox's stand-in of X");

    private final int usual;
    private final String purpose;

    Port(int usual, String purpose) {
        this.usual = usual;
        this.purpose = purpose;
    }

    /** The port when nobody chooses another. */
    public int usual() {
        return usual;
    }

    /** What listens there, for people. */
    public String purpose() {
        return purpose;
    }

    /** The environment variable that chooses another port. */
    public String variable() {
        return "ESSAIM_PORT_" + name();
    }

    /** The ports of the house itself. */
    public static Set<Port> house() {
        return EnumSet.range(GATEWAY, POSTGRES);
    }

    /** The ports of the stand-ins that the demo adds. */
    public static Set<Port> sandbox() {
        return EnumSet.range(PLC, X);
    }
}
