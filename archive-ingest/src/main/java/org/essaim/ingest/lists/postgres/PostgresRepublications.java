package org.essaim.ingest.lists.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.ingest.lists.Projection;
import org.essaim.ingest.lists.Republications;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.postgres.CommitSignal;
import org.jspecify.annotations.Nullable;

/** One claim a member: what stands when its turn comes is what is published, so nothing needs to be locked meanwhile. */
@ApplicationScoped
class PostgresRepublications implements Republications {

    private static final String STANDING =
            "select member from member_standing where archive is not null and (?::uuid is null or member = ?::uuid)";

    private final DataSource database;
    private final Outbox outbox;
    private final CommitSignal commits;

    PostgresRepublications(DataSource database, Outbox outbox, CommitSignal commits) {
        this.database = database;
        this.outbox = outbox;
        this.commits = commits;
    }

    @Override
    public long all(Projection to) {
        return publish(null, to);
    }

    @Override
    public boolean of(MemberId member, Projection to) {
        return publish(member.value(), to) == 1;
    }

    @Override
    public boolean end(String topic) {
        return inTransaction(connection -> {
            boolean known = update(connection, "delete from list_projection where topic = ?", topic) == 1;
            if (known) {
                // What waits for it would wait for ever once the topic is gone, and all else behind it.
                update(connection, "delete from outbox where topic = ?", topic);
            }
            return known;
        });
    }

    private long publish(@Nullable UUID only, Projection to) {
        return inTransaction(connection -> {
            if (!to.topic().equals(Topics.FOLLOW_LISTS.name())) {
                follow(connection, to);
            }
            List<MemberId> members = standing(connection, only);
            outbox.add(
                    connection,
                    members.stream()
                            .map(member -> Publications.lists(member, to))
                            .toList());
            return (long) members.size();
        });
    }

    /**
     * Has every later change told to the topic. Changes wait meanwhile: each is either seen by this transaction, or sees
     * the topic.
     */
    private static void follow(Connection connection, Projection to) throws SQLException {
        update(connection, "lock table member_standing in exclusive mode");
        update(connection, """
                insert into list_projection (topic, buckets) values (?, ?)
                on conflict (topic) do update set buckets = excluded.buckets
                """, to.topic(), to.buckets());
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** What is done under one commit. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.in(connection);
                connection.commit();
                commits.raise();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the republication could not be asked for", e);
        }
    }

    private static List<MemberId> standing(Connection connection, @Nullable UUID only) throws SQLException {
        List<MemberId> members = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, only);
            select.setObject(2, only);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    members.add(new MemberId(rows.getObject(1, UUID.class)));
                }
            }
        }
        return members;
    }
}
