package org.essaim.gateway.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One SQL statement with named parameters, in a session's transaction. */
public final class Statement {

    private final Mutiny.Session session;
    private final String sql;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Statement(Mutiny.Session session, String sql) {
        this.session = session;
        this.sql = sql;
    }

    public static Statement of(Mutiny.Session session, String sql) {
        return new Statement(session, sql);
    }

    public Statement with(String name, UUID value) {
        parameters.put(name, value);
        return this;
    }

    /** A null text is sent as one; give the parameter a type in the SQL where it may be null. */
    public Statement with(String name, @Nullable String value) {
        parameters.put(name, value == null ? Absent.TEXT : value);
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

    /** How many rows were changed. */
    public Uni<Integer> update() {
        Mutiny.MutationQuery query = session.createNativeQuery(sql);
        parameters.forEach((name, value) -> query.setParameter(name, value == Absent.TEXT ? null : value));
        return query.executeUpdate();
    }

    public Uni<List<Row>> rows() {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        parameters.forEach((name, value) -> query.setParameter(name, value == Absent.TEXT ? null : value));
        return query.getResultList().map(tuples -> tuples.stream().map(Row::new).toList());
    }

    public Uni<Optional<Row>> row() {
        return rows().map(rows -> rows.stream().findFirst());
    }

    private enum Absent {
        TEXT
    }
}
