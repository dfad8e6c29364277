package org.essaim.bench.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaServer;
import org.essaim.testing.postgres.Database;
import org.essaim.testing.postgres.PostgresServer;
import org.essaim.testing.servers.TemporaryDirectory;

/** What the service stands on, and the replicas of the service itself. */
final class House implements AutoCloseable {

    static final String KEYS = "bench:YmVuY2gta2V5LW9mLXRoaXJ0eS10d28tYnl0ZXMhIS4=";

    private static final Database DATABASE = new Database("essaim_executor", "essaim_executor", "bench");

    private final PostgresServer postgres = PostgresServer.startTemporary();
    private final KafkaServer kafka = KafkaServer.startTemporary();
    private final Path folder = TemporaryDirectory.create("bench-execute");
    private final List<Replica> replicas = new ArrayList<>();
    private final List<String> flags;

    House() {
        this(List.of());
    }

    /** {@code flags} of the replicas' JVMs, beside the usual ones. */
    House(List<String> flags) {
        this.flags = List.copyOf(flags);
        postgres.ensure(DATABASE);
        EssaimTopics.create(kafka.bootstrapServers());
    }

    Path folder() {
        return folder;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    Ledger ledger() {
        return new Ledger(postgres.jdbcUrl(DATABASE.name()), DATABASE.role(), DATABASE.password());
    }

    /** Processor time of the database's processes that are alive; of every database on this machine, so let it be the only one. */
    Duration databaseCpu() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(info -> info.command().orElse("").endsWith("postgres"))
                .flatMap(info -> info.totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Starts one more replica and waits until it is ready. */
    Replica start(Map<String, String> settings) {
        return launch(settings).ready();
    }

    /** Starts one more replica, with more flags than the usual ones, and does not wait for it. */
    Replica launch(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        String url = postgres.address().jdbcUrl(DATABASE.name());
        all.put("quarkus.datasource.username", DATABASE.role());
        all.put("quarkus.datasource.password", DATABASE.password());
        all.put("quarkus.datasource.jdbc.url", url);
        all.put("quarkus.datasource.reactive.url", postgres.address().reactiveUrl(DATABASE.name()));
        all.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        all.put("quarkus.oidc.tenant-enabled", "false");
        all.put("quarkus.log.console.json.enabled", "false");
        all.put("quarkus.log.level", "WARN");
        all.put("essaim.executor.keys", KEYS);
        all.put("essaim.erasures.secret", "a secret of the benchmark, long enough");
        all.put("essaim.executor.loopback-allowed", "true");
        // Neither a gentle beginning nor the guard against following without being followed: the whole grant.
        all.put("essaim.executor.budgets.ramp", "100");
        all.put("essaim.executor.budgets.lopsided-from", "1000000");
        List<String> jvm = Stream.concat(flags.stream(), Stream.of(more)).toList();
        Replica replica = Replica.launch(jvm, all, folder.resolve("replica-" + replicas.size() + ".log"));
        replicas.add(replica);
        return replica;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        kafka.close();
        postgres.close();
        TemporaryDirectory.delete(folder);
    }
}
