package org.essaim.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A launcher in a JVM of its own: starts one child that stops when asked and one that does not, and says their ids. */
final class LauncherOfSleepers {

    private LauncherOfSleepers() {}

    public static void main(String[] arguments) throws Exception {
        Supervisor supervisor = new Supervisor(new Guard(Path.of(arguments[0])), Backoff.usual(), new Silent());
        supervisor.begin(List.of(
                plan("gentle", "echo ready; sleep 600 & wait"),
                plan("stubborn", "trap '' TERM; echo ready; while :; do sleep 1; done")));
        supervisor.await(List.of("gentle", "stubborn"));
        supervisor.children().forEach(child -> System.out.println(child.pid()));
        supervisor.awaitLoss();
    }

    private static ChildPlan plan(String name, String script) {
        return new ChildPlan(
                name,
                List.of("sh", "-c", script),
                Map.of(),
                Path.of("."),
                new Readiness.Says("ready"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                true,
                Set.of());
    }

    private static final class Silent implements ChildEvents {

        @Override
        public void ready(String name, Duration took) {}

        @Override
        public void died(String name, int status, List<String> lastLines, Duration pause) {}

        @Override
        public void stopped(String name) {}
    }
}
