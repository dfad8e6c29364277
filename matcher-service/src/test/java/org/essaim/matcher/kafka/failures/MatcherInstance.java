package org.essaim.matcher.kafka.failures;

import org.essaim.matcher.kafka.StandaloneLoops;

/** The matcher without its HTTP side, until it is killed. Arguments: where the brokers are, and its name in the group. */
public final class MatcherInstance {

    private MatcherInstance() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (StandaloneLoops loops = StandaloneLoops.start(arguments[0], arguments[1])) {
            Runtime.getRuntime().addShutdownHook(new Thread(loops::close));
            Thread.currentThread().join();
        }
    }
}
