package org.essaim.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with real children: small shell commands that say when they are ready. */
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String IDLE = "echo ready; sleep 600 & wait";

    @TempDir
    private Path folder;

    private final SeenEvents seen = new SeenEvents();
    private Supervisor supervisor;

    @BeforeEach
    void startSupervisor() throws IOException {
        Backoff quick = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(1));
        supervisor = new Supervisor(new Guard(folder), quick, seen);
    }

    @AfterEach
    void stopSupervisor() {
        supervisor.stop();
    }

    @Test
    void childrenShouldStartAfterThoseTheyNeedAndStopBeforeThem() throws Exception {
        supervisor.begin(List.of(
                child("store", IDLE), child("service", IDLE, "store"), child("front", IDLE, "service", "store")));
        supervisor.await(List.of("front"));
        supervisor.stop();

        assertThat(seen.ready).containsExactly("store", "service", "front");
        assertThat(seen.stopped).containsExactly("front", "service", "store");
        assertThat(supervisor.children()).isEmpty();
    }

    @Test
    void launchShouldFailWithTheLastLinesOfTheLogWhenAChildDiesBeforeItIsReady() {
        supervisor.begin(List.of(child("broken", "echo 'cannot open the store'; exit 7")));

        assertThatThrownBy(() -> supervisor.await(List.of("broken")))
                .isInstanceOfSatisfying(LaunchFailedException.class, failure -> {
                    assertThat(failure).hasMessageContaining("broken ended with status 7");
                    assertThat(failure.lastLines()).containsExactly("cannot open the store");
                });
    }

    @Test
    void launchShouldFailWhenAChildThatOthersNeedDies() {
        supervisor.begin(List.of(child("broken", "exit 1"), child("service", IDLE, "broken")));

        assertThatThrownBy(() -> supervisor.await(List.of("service"))).hasMessageContaining("broken ended");
        assertThat(supervisor.child("service")).isEmpty();
    }

    @Test
    void childShouldBeStartedAgainWhenItIsKilled() throws Exception {
        supervisor.begin(List.of(child("service", IDLE)));
        supervisor.await(List.of("service"));
        long first = supervisor.child("service").orElseThrow().pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(LIMIT).until(() -> seen.ready.size() == 2);
        assertThat(supervisor.child("service").orElseThrow().pid()).isNotEqualTo(first);
        assertThat(seen.died).containsExactly("service 137");
    }

    @Test
    void launchShouldBeLostWhenAChildThatIsNotRestartedDies() throws Exception {
        ChildPlan plan = plan("network", IDLE, false, Set.of());
        supervisor.begin(List.of(plan));
        supervisor.await(List.of("network"));

        ProcessHandle.of(supervisor.child("network").orElseThrow().pid())
                .orElseThrow()
                .destroyForcibly();

        assertThatThrownBy(supervisor::awaitLoss)
                .isInstanceOf(LaunchFailedException.class)
                .hasMessageContaining("network ended with status 137");
    }

    @Test
    void childShouldBeKilledWhenItDoesNotStopWithinItsGrace() throws Exception {
        supervisor.begin(List.of(child("stubborn", "trap '' TERM; echo ready; while :; do sleep 1; done")));
        supervisor.await(List.of("stubborn"));
        long pid = supervisor.child("stubborn").orElseThrow().pid();

        supervisor.stop();

        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void processesThatADeadChildLeavesShouldEndWithIt() throws Exception {
        supervisor.begin(List.of(child("parent", "sleep 600 & echo ready $!; wait")));
        supervisor.await(List.of("parent"));
        Child parent = supervisor.child("parent").orElseThrow();
        String said = LogTail.of(parent.log(), 1).getFirst();
        long grandchild = Long.parseLong(said.substring("ready ".length()));

        ProcessHandle.of(parent.pid()).orElseThrow().destroyForcibly();

        await().atMost(LIMIT).until(() -> ProcessHandle.of(grandchild).isEmpty());
    }

    private static ChildPlan child(String name, String script, String... after) {
        return plan(name, script, true, Set.of(after));
    }

    private static ChildPlan plan(String name, String script, boolean restarted, Set<String> after) {
        return new ChildPlan(
                name,
                List.of("sh", "-c", script),
                Map.of(),
                Path.of("."),
                new Readiness.Says("ready"),
                LIMIT,
                Duration.ofSeconds(1),
                restarted,
                after);
    }

    /** Notes the names in the order in which things happened to them. */
    private static final class SeenEvents implements ChildEvents {

        private final List<String> ready = new CopyOnWriteArrayList<>();
        private final List<String> died = new CopyOnWriteArrayList<>();
        private final List<String> stopped = new CopyOnWriteArrayList<>();

        @Override
        public void ready(String name, Duration took) {
            ready.add(name);
        }

        @Override
        public void died(String name, int status, List<String> lastLines, Duration pause) {
            died.add(name + " " + status);
        }

        @Override
        public void stopped(String name) {
            stopped.add(name);
        }
    }
}
