package org.essaim.gateway.postgres;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. */
public final class Row {

    private final Tuple tuple;

    Row(Tuple tuple) {
        this.tuple = tuple;
    }

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        Object value = tuple.get(column);
        return value == null ? null : value.toString();
    }

    public UUID uuid(String column) {
        return UUID.fromString(text(column));
    }

    public long number(String column) {
        return ((Number) Objects.requireNonNull(tuple.get(column), column)).longValue();
    }

    public @Nullable Integer integerOrNull(String column) {
        return tuple.get(column) instanceof Number number ? number.intValue() : null;
    }

    public @Nullable Long longOrNull(String column) {
        return tuple.get(column) instanceof Number number ? number.longValue() : null;
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(tuple.get(column));
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        return switch (tuple.get(column)) {
            case null -> null;
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case Object other -> throw new IllegalStateException(column + " is a " + other.getClass());
        };
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }
}
