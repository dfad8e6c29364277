package org.essaim.gateway.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. */
public final class Row {

    private final Function<String, @Nullable Object> columns;

    Row(Function<String, @Nullable Object> columns) {
        this.columns = columns;
    }

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        Object value = columns.apply(column);
        return value == null ? null : value.toString();
    }

    public UUID uuid(String column) {
        return UUID.fromString(text(column));
    }

    public long number(String column) {
        return ((Number) Objects.requireNonNull(columns.apply(column), column)).longValue();
    }

    public @Nullable Integer integerOrNull(String column) {
        return columns.apply(column) instanceof Number number ? number.intValue() : null;
    }

    public @Nullable Long longOrNull(String column) {
        return columns.apply(column) instanceof Number number ? number.longValue() : null;
    }

    public boolean flag(String column) {
        return Boolean.TRUE.equals(columns.apply(column));
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        return switch (columns.apply(column)) {
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
