package org.essaim.executor.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.SealedSecret;
import org.essaim.executor.linking.ServerClient;
import org.essaim.executor.linking.ServerClients;
import org.essaim.platform.postgres.Transactions;
import org.jspecify.annotations.Nullable;

/** Registrations as rows, their secrets sealed for their host. */
@ApplicationScoped
class PostgresServerClients implements ServerClients {

    private final Transactions transactions;
    private final KeyRing keys;
    private final InstantSource clock;

    PostgresServerClients(Transactions transactions, KeyRing keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<ServerClient> at(String host) {
        return Optional.ofNullable(transactions.<@Nullable ServerClientRow>inTransaction(
                        session -> session.find(ServerClientRow.class, host)))
                .map(row -> new ServerClient(
                        host, row.clientId, keys.open(new SealedSecret(row.keyId, row.sealed), context(host))));
    }

    @Override
    public void save(ServerClient client) {
        ServerClientRow row = new ServerClientRow();
        SealedSecret sealed = keys.seal(client.clientSecret(), context(client.host()));
        row.host = client.host();
        row.clientId = client.clientId();
        row.keyId = sealed.keyId();
        row.sealed = sealed.sealed();
        row.registeredAt = clock.instant();
        transactions.inTransaction(session -> session.merge(row));
    }

    @Override
    public void forget(String host) {
        transactions.inTransaction(session -> session.createMutationQuery("delete from ServerClient where host = :host")
                .setParameter("host", host)
                .executeUpdate());
    }

    private static String context(String host) {
        return "client:" + host;
    }
}
