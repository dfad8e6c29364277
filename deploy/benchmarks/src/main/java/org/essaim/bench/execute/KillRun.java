package org.essaim.bench.execute;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.testing.pds.FollowRecord;

/**
 * Kills the service again and again at random moments while it follows from several accounts of a real PDS, and compares what is
 * there at the end with the plans. Replicas overlap, so that a kill need not wait for a JVM to start: the oldest one is killed,
 * always after it was ready and while it has follows to make. They begin with what a first one learnt (AOT cache of JDK 25), which
 * makes lives start sooner and changes nothing in them.
 */
final class KillRun {

    private static final int ACCOUNTS = 6;

    /** Of the replicas that live at a time, in the order they are killed in. */
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** How many follows the first one learns from. */
    private static final int LEARNT = 60;

    /** Planned for an account when it has fewer than half of that open. */
    private static final int PLAN = 60;

    /** A life ends after at most so many answers of servers, about ten batches. */
    private static final int MOST_ANSWERS = 120;

    /** How long the next step may take; killed somewhere in it. */
    private static final int STEP_MILLIS = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Small batches and short leases: more moments of every kind. */
    private static final Map<String, String> SETTINGS = Map.of(
            "essaim.executor.worker.batch", "3",
            "essaim.executor.worker.rounds", "4",
            "essaim.executor.worker.lease", "2s");

    private final SecureRandom random = new SecureRandom();
    private final BlueskyScene scene;
    private final Ledger ledger;
    private final Planning planning;
    private final List<Grant> grants;
    private final int[] planned;
    private final String flag;

    private KillRun(BlueskyScene scene, Ledger ledger, Planning planning, String flag) {
        this.scene = scene;
        this.ledger = ledger;
        this.planning = planning;
        this.flag = flag;
        this.grants = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> scene.link("bench-k" + i, ledger))
                .toList();
        this.planned = new int[ACCOUNTS];
    }

    /**
     * Kills so often, or for so long, whichever ends first. Figures: {@code kills}, {@code kill_planned}, {@code kill_records}, {@code kill_records_exactly_the_plan}
     * (0 or 1).
     */
    static void run(int kills, Duration most, Figures figures) {
        try (BlueskyScene scene = new BlueskyScene(List.of("-XX:TieredStopAtLevel=1"), SETTINGS)) {
            Path learnt = scene.house().folder().resolve("executor.aot");
            Replica first = scene.launch(NAMES.getFirst(), "-XX:AOTCacheOutput=" + learnt)
                    .ready();
            try (Ledger ledger = scene.house().ledger();
                    Planning planning = new Planning(scene.house().bootstrapServers(), scene.clock())) {
                KillRun run = new KillRun(scene, ledger, planning, "-XX:AOTCache=" + learnt);
                run.learn(first);
                run.killAgainAndAgain(kills, most, figures);
            }
        }
    }

    private void learn(Replica first) {
        planMore();
        Waiting.until(PATIENCE, () -> settled() >= LEARNT);
        first.stop();
    }

    private void killAgainAndAgain(int kills, Duration most, Figures figures) {
        Deque<Replica> alive = new ArrayDeque<>();
        NAMES.forEach(name -> alive.addLast(scene.launch(name, flag)));
        long end = System.nanoTime() + most.toNanos();
        int killed = 0;
        for (; killed < kills && System.nanoTime() < end; killed++) {
            Replica victim = alive.removeFirst().ready();
            double answers = answers(victim) + 1 + random.nextInt(MOST_ANSWERS);
            Waiting.until(PATIENCE, () -> hasWork() && answers(victim) >= answers);
            Waiting.pause(Duration.ofMillis(random.nextInt(STEP_MILLIS)));
            System.out.printf("%s: kill %d, %d open%n", Instant.now(), killed + 1, open());
            victim.kill();
            alive.addLast(scene.launch(NAMES.get(killed % NAMES.size()), flag));
        }
        Waiting.until(PATIENCE, () -> skipped() && open() == 0);
        compare(killed, figures);
    }

    /** Others may have done all that was planned; true, as {@link #skipped} is. */
    private boolean hasWork() {
        planMore();
        return skipped();
    }

    private void planMore() {
        for (int i = 0; i < ACCOUNTS; i++) {
            Grant grant = grants.get(i);
            long settled = ledger.count(
                    "select count(*) from follow where acting_id = ? and state = 'SETTLED'",
                    grant.account().id());
            if (planned[i] - settled < PLAN / 2) {
                planning.plan(grant, MadeUpTargets.wanted(planned[i], PLAN));
                planned[i] += PLAN;
            }
        }
    }

    /** Of all that was planned, whether the service has read it or not. */
    private long open() {
        return IntStream.of(planned).sum() - settled();
    }

    private long settled() {
        return ledger.count("select count(*) from follow where state = 'SETTLED'");
    }

    private static double answers(Replica replica) {
        return replica.metric("essaim_executor_answers_total", "");
    }

    /** Moves the clock on when a window's end is all that is waited for; true, so that it may stand before what is waited for. */
    private boolean skipped() {
        Instant soon = scene.clock().instant().plusSeconds(5);
        if (ledger.count("select count(*) from acting_account where due_at <= ?", Timestamp.from(soon)) == 0) {
            ledger.moment("select min(due_at) from acting_account")
                    .ifPresent(due ->
                            scene.clock().advance(Duration.between(scene.clock().instant(), due)));
        }
        return true;
    }

    private void compare(int kills, Figures figures) {
        long records = 0;
        boolean exact = true;
        for (int i = 0; i < ACCOUNTS; i++) {
            List<String> subjects = scene
                    .control()
                    .follows(grants.get(i).account().id())
                    .stream()
                    .map(FollowRecord::subject)
                    .sorted()
                    .toList();
            List<String> wanted = new ArrayList<>(MadeUpTargets.wanted(0, planned[i]).stream()
                    .map(TargetAccount::id)
                    .sorted()
                    .toList());
            records += subjects.size();
            exact &= subjects.equals(wanted);
        }
        figures.put("kills", (long) kills);
        figures.put("kill_planned", (long) IntStream.of(planned).sum());
        figures.put("kill_records", records);
        figures.put("kill_records_exactly_the_plan", exact ? 1L : 0L);
        figures.put(
                "kill_followed_by_the_ledger",
                ledger.count("select count(*) from follow where outcome = 'FOLLOWED' and ours"));
    }
}
