package org.essaim.bench.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.essaim.executor.grants.Grant;

/** Follows from one account of a real PDS, window after window, undisturbed. */
final class BlueskyRun {

    /** 75 % of 5,000 points an hour, 3 a follow. */
    private static final int GRANTED_AN_HOUR = 1250;

    private BlueskyRun() {}

    /** Figures: how much of each hour's grant was used, how late a follow began, and how often the PDS had to say no. */
    static void run(int follows, Figures figures) {
        try (BlueskyScene scene = new BlueskyScene(List.of(), Map.of())) {
            Replica replica = scene.launch("a").ready();
            try (Ledger ledger = scene.house().ledger()) {
                Grant grant = scene.link("bench-ana", ledger);
                List<Instant> beginnings = new FollowRun(scene.house(), scene.clock(), ledger, grant)
                        .run(MadeUpTargets.wanted(0, follows));
                List<Instant> made = Settled.of(scene.house().bootstrapServers(), grant.member(), follows);
                Windows windows = Windows.of(made, beginnings, GRANTED_AN_HOUR, Duration.ofHours(1));
                figures.put("bluesky_granted_used_percent", windows.leastUsed());
                figures.put("bluesky_windows", (long) windows.usedPercent().size());
                figures.put("bluesky_start_delay_s_max", windows.startDelay().toMillis() / 1000.0);
                figures.put("bluesky_answers_429", (long) replica.metric("essaim_executor_answers_total", "429"));
                figures.put("bluesky_records", (long)
                        scene.control().follows(grant.account().id()).size());
            }
        }
    }
}
