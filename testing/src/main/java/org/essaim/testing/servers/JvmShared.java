package org.essaim.testing.servers;

import java.util.function.Supplier;

/**
 * Starts a server once for the JVM and remembers its address.
 *
 * <p>Quarkus loads test classes anew for every application it starts, so a static field would start a server for each class
 * loader. System properties belong to the JVM, and so does the {@link Runtime} that guards them here.
 */
public final class JvmShared {

    private static final String PREFIX = "essaim.testing.shared.";

    private JvmShared() {}

    /**
     * The address that the first caller's {@code start} returned; later callers get it without starting anything.
     *
     * @param start starts the server, registers its end as a shutdown hook and returns its address
     */
    public static String once(String server, Supplier<String> start) {
        synchronized (Runtime.getRuntime()) {
            String running = System.getProperty(PREFIX + server);
            if (running != null) {
                return running;
            }
            String started = start.get();
            System.setProperty(PREFIX + server, started);
            return started;
        }
    }
}
