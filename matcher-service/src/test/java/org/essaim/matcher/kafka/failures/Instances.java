package org.essaim.matcher.kafka.failures;

import java.util.Map;
import java.util.TreeMap;

/** The instances of the matcher, by name. */
final class Instances implements AutoCloseable {

    private final Cluster cluster;
    private final Map<String, JavaProcess> running = new TreeMap<>();

    Instances(Cluster cluster) {
        this.cluster = cluster;
    }

    void start(String name) {
        running.put(
                name,
                JavaProcess.start(
                        MatcherInstance.class,
                        cluster.data().resolve(name + ".log"),
                        cluster.bootstrapServers(),
                        name));
    }

    void killAndRestart(String name) {
        running.get(name).kill();
        start(name);
    }

    /** Ends it in order, for good. */
    void remove(String name) {
        running.remove(name).stop();
    }

    @Override
    public void close() {
        running.values().forEach(JavaProcess::close);
    }
}
