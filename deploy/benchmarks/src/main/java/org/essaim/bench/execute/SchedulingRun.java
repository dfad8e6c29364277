package org.essaim.bench.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What scheduling costs: planned follows of many accounts, claimed, read, settled and published without any network, for the
 * accounts' links lack the scope to follow. First nothing is due; then a twentieth of the accounts, with which three replicas warm
 * up; then everything, and in the middle of that one replica is killed.
 */
final class SchedulingRun {

    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MEGA = 1 << 20;
    private static final int REPLICAS = 3;
    private static final int WARM_UP = 20;

    private final House house;
    private final Ledger ledger;
    private final Figures figures;
    private final List<Replica> replicas = new ArrayList<>();

    private SchedulingRun(House house, Ledger ledger, Replica first, Figures figures) {
        this.house = house;
        this.ledger = ledger;
        this.figures = figures;
        replicas.add(first);
    }

    /**
     * Measures.
     *
     * @param most how long the settling may take; what is left then stays planned
     */
    static void run(int accounts, int follows, Duration most, Figures figures) {
        Map<String, String> settings = Map.of("essaim.executor.worker.lease", "5s");
        try (House house = new House()) {
            Replica first = house.start(settings);
            try (Ledger ledger = house.ledger()) {
                SchedulingRun run = new SchedulingRun(house, ledger, first, figures);
                new ManyPlans(ledger).insert(accounts, follows);
                figures.put("planned_follows", ledger.count("select count(*) from follow"));
                run.idle();
                while (run.replicas.size() < REPLICAS) {
                    run.replicas.add(house.start(settings));
                }
                run.warmUp(accounts / WARM_UP, most);
                run.settle(most);
            }
        }
    }

    private void idle() {
        Replica replica = replicas.getFirst();
        double ticksBefore = replica.metric("essaim_executor_claims_seconds_count", "");
        double timeBefore = replica.metric("essaim_executor_claims_seconds_sum", "");
        Duration cpuBefore = replica.cpu();
        Waiting.pause(IDLE);
        double ticks = replica.metric("essaim_executor_claims_seconds_count", "") - ticksBefore;
        double time = replica.metric("essaim_executor_claims_seconds_sum", "") - timeBefore;
        figures.put("idle_tick_ms", 1000 * time / ticks);
        figures.put("idle_tick_max_ms", 1000 * replica.metric("essaim_executor_claims_seconds_max", ""));
        figures.put("idle_cpu_percent", 100.0 * replica.cpu().minus(cpuBefore).toMillis() / IDLE.toMillis());
    }

    private void warmUp(int accounts, Duration most) {
        ledger.update("""
                update acting_account set due_at = now()
                where account_id in (select account_id from acting_account order by account_id limit ?)
                """, accounts);
        Waiting.until(
                most.multipliedBy(2),
                LOOK,
                () -> ledger.count("select count(*) from acting_account where due_at <= now()") == 0);
        figures.put("start_and_warm_up_cpu_s", cpu(replicas).toMillis() / 1000.0);
        figures.put("warm_up_follows", settled());
    }

    private void settle(Duration most) {
        long settledBefore = settled();
        Duration cpuBefore = cpu(replicas);
        Duration databaseBefore = house.databaseCpu();
        List<Double> turnsBefore = replicas.stream().map(SchedulingRun::turns).toList();
        long begun = System.nanoTime();
        ledger.update("update acting_account set due_at = now() where due_at is not null");
        long memoryEarly = replicas.getFirst().resident();
        Waiting.pause(most.dividedBy(2));
        shares(turnsBefore);
        Replica victim = replicas.removeLast();
        Duration victims = victim.cpu();
        victim.kill();
        Waiting.pause(most.dividedBy(2));
        Duration cpu = cpu(replicas).plus(victims).minus(cpuBefore);
        Duration database = house.databaseCpu().minus(databaseBefore);
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        long settled = settled() - settledBefore;
        figures.put("settled_follows", settled);
        figures.put("settled_per_second", settled / seconds);
        figures.put("scheduling_cpu_ms_per_follow", cpu.toMillis() / (double) settled);
        figures.put("database_cpu_ms_per_follow", database.toMillis() / (double) settled);
        figures.put("memory_mb_early", memoryEarly / MEGA);
        figures.put("memory_mb_late", replicas.getFirst().resident() / MEGA);
        figures.put("settled_twice", ledger.count("select count(*) from follow where version > 1"));
    }

    private void shares(List<Double> turnsBefore) {
        List<Double> turns = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            turns.add(turns(replicas.get(i)) - turnsBefore.get(i));
        }
        double all = turns.stream().mapToDouble(Double::doubleValue).sum();
        figures.put(
                "busiest_replica_share",
                turns.stream().mapToDouble(Double::doubleValue).max().orElse(0) / all);
        figures.put(
                "idlest_replica_share",
                turns.stream().mapToDouble(Double::doubleValue).min().orElse(0) / all);
    }

    private static double turns(Replica replica) {
        return replica.metric("essaim_executor_turns_total", "");
    }

    private long settled() {
        return ledger.count("select count(*) from follow where state = 'SETTLED'");
    }

    private static Duration cpu(List<Replica> replicas) {
        return replicas.stream().map(Replica::cpu).reduce(Duration.ZERO, Duration::plus);
    }
}
