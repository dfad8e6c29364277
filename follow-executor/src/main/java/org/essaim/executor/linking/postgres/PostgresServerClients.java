package org.essaim.executor.linking.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.SealedSecret;
import org.essaim.executor.linking.clients.ServerClient;
import org.essaim.executor.linking.clients.ServerClients;
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
    public ServerClient keep(ServerClient client) {
        SealedSecret sealed = keys.seal(client.clientSecret(), context(client.host()));
        transactions.inTransaction(session -> session.createNativeQuery("""
                        insert into server_client (host, client_id, key_id, sealed, registered_at)
                        values (:host, :client, :key, :sealed, :at) on conflict (host) do nothing
                        """)
                .setParameter("host", client.host())
                .setParameter("client", client.clientId())
                .setParameter("key", sealed.keyId())
                .setParameter("sealed", sealed.sealed())
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate());
        return at(client.host()).orElse(client);
    }

    @Override
    public int reseal(int most) {
        return transactions.inTransaction(session -> session.createNativeQuery(
                        "select c.* from server_client c where c.key_id <> :key limit :most for update skip locked",
                        ServerClientRow.class)
                .setParameter("key", keys.sealingKeyId())
                .setParameter("most", most)
                .getResultList()
                .invoke(rows -> rows.forEach(this::reseal))
                .map(List::size));
    }

    private void reseal(ServerClientRow row) {
        String context = context(row.host);
        SealedSecret fresh = keys.seal(keys.open(new SealedSecret(row.keyId, row.sealed), context), context);
        row.keyId = fresh.keyId();
        row.sealed = fresh.sealed();
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
