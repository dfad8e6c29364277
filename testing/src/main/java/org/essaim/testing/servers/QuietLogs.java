package org.essaim.testing.servers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the chatter of servers that run inside the test's JVM out of its log: warnings and errors stay.
 *
 * <p>Loggers are set twice: now, because servers start before Quarkus configures logging, and by Quarkus' own keys, because its
 * configuration replaces the levels.
 */
public final class QuietLogs {

    private static final List<String> CATEGORIES = List.of(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.common.config",
            "org.apache.kafka.common.metrics",
            "org.apache.kafka.common.telemetry",
            "org.apache.kafka.common.utils",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.network",
            "org.apache.kafka.queue",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.snapshot",
            "org.apache.kafka.storage",
            "io.zonky.test",
            "org.postgresql");

    /** The log manager holds loggers weakly: without this reference a level could be forgotten. */
    private static final List<Logger> LOGGERS =
            CATEGORIES.stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    /** Quiets the servers' loggers of this JVM. */
    public static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    /** The same as Quarkus configuration. */
    public static Map<String, String> quarkusConfig() {
        Map<String, String> config = new LinkedHashMap<>();
        CATEGORIES.forEach(category -> config.put("quarkus.log.category.\"" + category + "\".level", "WARN"));
        return config;
    }
}
