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

    private long publish(@Nullable UUID only, Projection to) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<MemberId> members = standing(connection, only);
                outbox.add(
                        connection,
                        members.stream()
                                .map(member -> Publications.lists(member, to))
                                .toList());
                connection.commit();
                commits.raise();
                return members.size();
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
