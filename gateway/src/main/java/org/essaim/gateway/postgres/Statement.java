package org.essaim.gateway.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One SQL statement with named parameters, in a session's transaction or, when it only reads, by itself. */
public final class Statement {

    private final Sql place;
    private final String sql;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    private Statement(Sql place, String sql) {
        this.place = place;
        this.sql = sql;
    }

    public static Statement of(Mutiny.Session session, String sql) {
        return new Statement(Sql.in(session), sql);
    }

    public static Statement of(SqlClient client, String sql) {
        return new Statement(Sql.alone(client), sql);
    }

    public static Statement of(Sql place, String sql) {
        return new Statement(place, sql);
    }

    public Statement with(String name, UUID value) {
        parameters.put(name, value);
        return this;
    }

    /** A null text is sent as one; give the parameter a type in the SQL where it may be null. */
    public Statement with(String name, @Nullable String value) {
        parameters.put(name, value);
        return this;
    }

    public Statement with(String name, Enum<?> value) {
        parameters.put(name, value.name());
        return this;
    }

    public Statement with(String name, long value) {
        parameters.put(name, value);
        return this;
    }

    public Statement with(String name, int value) {
        parameters.put(name, value);
        return this;
    }

    public Statement with(String name, boolean value) {
        parameters.put(name, value);
        return this;
    }

    public Statement with(String name, Instant value) {
        parameters.put(name, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    /** How many rows were changed; in a transaction only. */
    public Uni<Integer> update() {
        return switch (place) {
            case Sql.InSession(Mutiny.Session session) -> {
                Mutiny.MutationQuery query = session.createNativeQuery(sql);
                parameters.forEach(query::setParameter);
                yield query.executeUpdate();
            }
            case Sql.Alone _ ->
                throw new IllegalStateException("what changes something does so in a transaction: " + sql);
        };
    }

    public Uni<List<Row>> rows() {
        return place.rows(sql, parameters);
    }

    public Uni<Optional<Row>> row() {
        return rows().map(rows -> rows.stream().findFirst());
    }
}
