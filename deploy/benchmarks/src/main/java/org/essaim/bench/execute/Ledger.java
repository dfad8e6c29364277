package org.essaim.bench.execute;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.SealedSecret;

/** What the service's own tables say, and what is put there before a run. */
final class Ledger implements AutoCloseable {

    private final Connection connection;

    Ledger(String url, String role, String password) {
        try {
            connection = DriverManager.getConnection(url, role, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void insert(Grant grant, SealedSecret secret, Instant now) {
        update(
                """
                insert into account_grant (account_id, network, handle, member, host, state, scopes, can_follow, key_id, sealed, generation, linked_at)
                values (?, ?, ?, ?, ?, 'LINKED', ?, true, ?, ?, 1, ?)
                """,
                grant.account().id(),
                grant.account().network().name(),
                grant.account().handle(),
                grant.member().value(),
                grant.host(),
                String.join(" ", grant.scopes()),
                secret.keyId(),
                secret.sealed(),
                Timestamp.from(now));
    }

    int update(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one moment that a query gives, if any. */
    Optional<Instant> moment(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
