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

    /** With fewer turns of trouble nothing is said about days: nobody may have tried in between. */
    private static final int MANY = 100;

    private static final Duration CLOSED = Duration.ofSeconds(30);

    private static final String TROUBLE = """
            insert into host_trouble as h (host, troubles, since) values (:host, 1, :now)
            on conflict (host) do update set troubles = h.troubles + 1,
                closed_until = case when h.troubles + 1 >= :patience
                    then cast(:now as timestamptz)
                        + cast(:seconds as integer) * (2 ^ least(h.troubles + 1 - :patience, :doublings)) * interval '1 second'
                    end
            returning cast(extract(epoch from
                case when h.troubles >= :many then h.since else cast(:now as timestamptz) end) * 1000 as bigint)
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresHostHealth(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Instant trouble(String host) {
        Instant now = clock.instant();
        return Instant.ofEpochMilli(transactions.quietly(session -> session.createNativeQuery(TROUBLE, Long.class)
                .setParameter("host", host)
                .setParameter("patience", PATIENCE)
                .setParameter("now", now)
                .setParameter("seconds", (int) CLOSED.toSeconds())
                .setParameter("doublings", MOST_DOUBLINGS)
                .setParameter("many", MANY)
                .getSingleResult()));
    }

    @Override
    public void well(String host) {
        transactions.quietly(session -> session.createNativeQuery("delete from host_trouble where host = :host")
                .setParameter("host", host)
                .executeUpdate());
    }
}
