package org.essaim.executor.following.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.essaim.executor.following.HostHealth;
import org.essaim.platform.postgres.Transactions;

/**
 * A circuit for each host, as a row that every claim of an account looks at. After some turns of trouble without a good one in
 * between the host is closed for half a minute, then for twice as long each time, up to half an hour.
 */
@ApplicationScoped
class PostgresHostHealth implements HostHealth {

    private static final int PATIENCE = 3;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration CLOSED = Duration.ofSeconds(30);

    private static final String TROUBLE = """
            insert into host_trouble as h (host, troubles) values (:host, 1)
            on conflict (host) do update set troubles = h.troubles + 1,
                closed_until = case when h.troubles + 1 >= :patience
                    then cast(:now as timestamptz)
                        + cast(:seconds as integer) * (2 ^ least(h.troubles + 1 - :patience, :doublings)) * interval '1 second'
                    end
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresHostHealth(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void trouble(String host) {
        Instant now = clock.instant();
        transactions.quietly(session -> session.createNativeQuery(TROUBLE)
                .setParameter("host", host)
                .setParameter("patience", PATIENCE)
                .setParameter("now", now)
                .setParameter("seconds", (int) CLOSED.toSeconds())
                .setParameter("doublings", MOST_DOUBLINGS)
                .executeUpdate());
    }

    @Override
    public void well(String host) {
        transactions.quietly(session -> session.createNativeQuery("delete from host_trouble where host = :host")
                .setParameter("host", host)
                .executeUpdate());
    }
}
