package org.essaim.bench.execute;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Secret;

/**
 * What scheduling costs: planned follows of many accounts, claimed, read, settled and published without any network, for the
 * accounts' links lack the scope to follow. First nothing is due, then everything.
 */
final class SchedulingRun {

    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final int MEGA = 1 << 20;
    private static final int HOSTS = 500;

    private SchedulingRun() {}

    /**
     * Measures.
     *
     * @param most how long the settling may take; what is left then stays
     */
    static void run(int accounts, int follows, Duration most, Figures figures) {
        try (House house = new House()) {
            Map<String, String> settings = Map.of("essaim.executor.worker.lease", "5s");
            List<Replica> replicas = new ArrayList<>(List.of(house.start(settings)));
            try (Ledger ledger = house.ledger()) {
                fill(ledger, accounts, follows);
                idle(replicas.getFirst(), figures);
                replicas.add(house.start(settings));
                replicas.add(house.start(settings));
                settle(ledger, replicas, follows, most, figures);
            }
        }
    }

    private static void fill(Ledger ledger, int accounts, int follows) {
        Timestamp later = Timestamp.from(Instant.now().plus(Duration.ofDays(1)));
        KeyRing keys = KeyRing.parse(House.KEYS, new SecureRandom());
        for (int i = 0; i < accounts; i++) {
            String host = "h" + i % HOSTS + ".example";
            MemberId member = new MemberId(UUID.randomUUID());
            TargetAccount account =
                    new TargetAccount(Network.MASTODON, "https://" + host + "/users/a" + i, "a" + i + "@" + host);
            Grant grant = new Grant(member, account, host, Grant.State.LINKED, List.of(), false);
            ledger.insert(grant, keys.seal(new Secret("{}"), member.asString() + ":" + account.id()), Instant.now());
        }
        ledger.update("update account_grant set can_follow = false");
        ledger.update("""
                insert into acting_account (account_id, network, handle, host, member, sequence, paused, due_at, lease_turn)
                select account_id, network, handle, host, member, 1, false, ?, 0 from account_grant
                """, later);
        ledger.update("""
                insert into follow (acting_id, target_id, target_handle, run, closeness, state, version, due_at, attempts, ours)
                select a.account_id, 'https://t.example/users/t' || n, 't' || n || '@t.example', gen_random_uuid(), n, 'PLANNED', 0, now(), 0, false
                from acting_account a cross join generate_series(1, ?) n
                """, follows / accounts);
        ledger.update("analyze");
    }

    private static void idle(Replica replica, Figures figures) {
        double ticksBefore = replica.metric("essaim_executor_claims_seconds_count", "");
        double timeBefore = replica.metric("essaim_executor_claims_seconds_sum", "");
        Duration cpuBefore = replica.cpu();
        Waiting.pause(IDLE);
        double ticks = replica.metric("essaim_executor_claims_seconds_count", "") - ticksBefore;
        double time = replica.metric("essaim_executor_claims_seconds_sum", "") - timeBefore;
        figures.put("idle_tick_ms", 1000 * time / ticks);
        figures.put("idle_cpu_percent", 100.0 * replica.cpu().minus(cpuBefore).toMillis() / IDLE.toMillis());
    }

    private static void settle(Ledger ledger, List<Replica> replicas, int follows, Duration most, Figures figures) {
        Replica victim = replicas.getLast();
        long openBefore = open(ledger);
        Duration cpuBefore = cpu(replicas);
        long begun = System.nanoTime();
        ledger.update("update acting_account set due_at = now()");
        Waiting.until(
                most, () -> open(ledger) < openBefore * 3 / 4 || elapsed(begun).compareTo(most.dividedBy(3)) > 0);
        long memoryEarly = replicas.getFirst().resident();
        List<Double> turns = replicas.stream().map(SchedulingRun::turns).toList();
        Duration victims = victim.cpu();
        victim.kill();
        List<Replica> rest = replicas.subList(0, replicas.size() - 1);
        Waiting.until(
                most.multipliedBy(2), () -> open(ledger) == 0 || elapsed(begun).compareTo(most) > 0);
        Duration cpu = cpu(rest).plus(victims).minus(cpuBefore);
        long settled = openBefore - open(ledger);
        figures.put("planned_follows", (long) follows);
        figures.put("settled_follows", settled);
        figures.put("settled_per_second", settled / (elapsed(begun).toMillis() / 1000.0));
        figures.put("scheduling_cpu_ms_per_follow", cpu.toMillis() / (double) settled);
        figures.put(
                "busiest_replica_share",
                turns.stream().mapToDouble(Double::doubleValue).max().orElse(0)
                        / turns.stream().mapToDouble(Double::doubleValue).sum());
        figures.put("memory_mb_early", memoryEarly / MEGA);
        figures.put("memory_mb_late", replicas.getFirst().resident() / MEGA);
        figures.put("settled_twice", ledger.count("select count(*) from follow where version > 1"));
    }

    private static double turns(Replica replica) {
        return replica.metric("essaim_executor_turns_total", "");
    }

    private static Duration elapsed(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static long open(Ledger ledger) {
        return ledger.count("select count(*) from follow where state <> 'SETTLED'");
    }

    private static Duration cpu(List<Replica> replicas) {
        return replicas.stream().map(Replica::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
