package org.essaim.bench.execute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    House() {
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

    /** Starts one more replica and waits until it is ready. */
    Replica start(Map<String, String> settings) {
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
        all.put("essaim.executor.loopback-allowed", "true");
        // Neither a gentle beginning nor the guard against following without being followed: the whole grant.
        all.put("essaim.executor.budgets.ramp", "100");
        all.put("essaim.executor.budgets.lopsided-from", "1000000");
        Replica replica = Replica.start(all, folder.resolve("replica-" + replicas.size() + ".log"));
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
