package org.essaim.ingest.lists.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.FreshLists;
import org.essaim.ingest.lists.Projection;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.CommitSignal;

/**
 * Makes changes of several members in one transaction, in the order the statements need: lock, check, replace, tell, end the
 * work. JDBC, because the rows go in by COPY.
 */
@ApplicationScoped
class Changes {

    private final DataSource database;
    private final Outbox outbox;
    private final Jobs jobs;
    private final FreshLists fresh;
    private final CommitSignal commits;

    Changes(DataSource database, Outbox outbox, Jobs jobs, FreshLists fresh, CommitSignal commits) {
        this.fresh = fresh;
        this.database = database;
        this.outbox = outbox;
        this.jobs = jobs;
        this.commits = commits;
    }

    /** Makes all of them or none. No two are of one member: its work runs one piece after another. */
    void make(List<Change> changes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                make(connection, changes);
                keepFresh(changes);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        commits.raise();
    }

    private void make(Connection connection, List<Change> changes) throws SQLException {
        ListTables tables = new ListTables(connection);
        List<Change.OfLists> ofLists = only(changes, Change.OfLists.class)
                .sorted(Comparator.comparing(change -> change.member().value()))
                .toList();
        List<Change.Stand> stands = only(changes, Change.Stand.class).toList();
        List<MemberId> members = ofLists.stream().map(Change.OfLists::member).toList();
        tables.lock(members, stands);
        tables.deleteLists(members);
        tables.copy(stands);
        tables.stand(stands);
        tables.withdraw(only(changes, Change.Withdraw.class).map(Change.Withdraw::member));
        tables.erase(only(changes, Change.Erase.class).map(Change.Erase::member));
        outbox.add(connection, messages(members, tables.projections(), changes));
        List<UUID> works = changes.stream().map(Change::work).toList();
        jobs.complete(connection, works);
        // After the jobs: who takes an upload back locks its job too, so one of the two sees what the other did.
        requireNoneTakenBack(tables.endReadings(works), changes);
    }

    /** An upload that was taken back while its lists were about to stand fails here; tried again, it finds its bytes gone. */
    private static void requireNoneTakenBack(Set<UUID> takenBack, List<Change> changes) {
        if (only(changes, Change.Stand.class).map(Change::work).anyMatch(takenBack::contains)) {
            throw new IllegalStateException("an upload was taken back before its lists stood");
        }
    }

    /** Before the commit, which is when the drainer may come for them. */
    private void keepFresh(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Stand stand -> fresh.put(stand.lists());
                case Change.Withdraw withdraw -> fresh.forget(withdraw.member());
                case Change.Erase erase -> fresh.forget(erase.member());
                case Change.Leave _ -> {}
            }
        }
    }

    private static List<OutboxMessage> messages(List<MemberId> members, List<Projection> others, List<Change> changes) {
        List<OutboxMessage> messages = new ArrayList<>();
        members.forEach(member -> messages.add(Publications.lists(member)));
        others.forEach(other -> members.forEach(member -> messages.add(Publications.lists(member, other))));
        changes.stream().map(Change::result).filter(Objects::nonNull).forEach(messages::add);
        return messages;
    }

    private static <T extends Change> Stream<T> only(List<Change> changes, Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
