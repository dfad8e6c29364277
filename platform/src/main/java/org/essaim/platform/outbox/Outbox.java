package org.essaim.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Saves records with the state they tell of; the {@link OutboxDrainer} publishes them once the transaction is committed.
 *
 * <p>Records of one key leave in the order of their transactions as long as each transaction holds a lock on what the key
 * names (the member's row, the acting account's row) when it adds them: ids are drawn at insertion, under that lock.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
        insert into outbox (topic, partition, key, value, headers)
        select r.topic, r.partition, decode(r.key, 'base64'), decode(r.value, 'base64'), r.headers
        from rows from (
            jsonb_to_recordset(cast(cast(:records as text) as jsonb))
            as (topic text, partition integer, key text, value text, headers jsonb)
        ) with ordinality as r (topic, partition, key, value, headers, position)
        order by r.position
        """;

    private static final String INSERT_PLAIN = """
        insert into outbox (topic, partition, key, value, headers)
        select r.topic, r.partition, r.key, r.value, cast(r.headers as jsonb)
        from unnest($1::text[], $2::integer[], $3::bytea[], $4::bytea[], $5::text[])
            with ordinality as r (topic, partition, key, value, headers, position)
        order by r.position
        """;

    private final ObjectMapper json = new ObjectMapper();
    private final OpenTelemetry telemetry;

    public Outbox(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Adds the records to the session's transaction, in this order. */
    public Uni<Void> add(Mutiny.Session session, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(INSERT)
                .setParameter("records", rows(messages))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Adds the records to the connection's transaction, in this order. */
    public void add(Connection connection, List<OutboxMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT.replace(":records", "?"))) {
            insert.setString(1, rows(messages));
            insert.executeUpdate();
        }
    }

    /** The same for a transaction that does without Hibernate: for work of which there is much. */
    public Uni<Void> add(SqlConnection connection, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int count = messages.size();
        String[] topics = new String[count];
        @Nullable Integer[] partitions = new Integer[count];
        Buffer[] keys = new Buffer[count];
        @Nullable Buffer[] values = new Buffer[count];
        String[] headers = new String[count];
        Map<String, String> trace = trace();
        for (int i = 0; i < count; i++) {
            OutboxMessage message = messages.get(i);
            byte[] value = message.value();
            topics[i] = message.topic();
            partitions[i] = message.partition();
            keys[i] = Buffer.buffer(message.key());
            values[i] = value == null ? null : Buffer.buffer(value);
            headers[i] = written(headers(message, trace));
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfString(topics)
                .addArrayOfInteger(partitions)
                .addValue(keys)
                .addValue(values)
                .addArrayOfString(headers);
        return connection.preparedQuery(INSERT_PLAIN).execute(rows).replaceWithVoid();
    }

    private Map<String, String> trace() {
        Map<String, String> trace = new LinkedHashMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(Context.current(), trace, Map::put);
        return trace;
    }

    private String rows(List<OutboxMessage> messages) {
        Map<String, String> trace = trace();
        ArrayNode rows = json.createArrayNode();
        messages.forEach(message -> rows.add(row(message, trace)));
        return written(rows);
    }

    private String written(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outbox rows cannot be written as JSON", e);
        }
    }

    private ObjectNode row(OutboxMessage message, Map<String, String> trace) {
        ObjectNode row = json.createObjectNode();
        row.put("topic", message.topic());
        row.put("partition", message.partition());
        row.put("key", Base64.getEncoder().encodeToString(message.key()));
        byte[] value = message.value();
        row.put("value", value == null ? null : Base64.getEncoder().encodeToString(value));
        row.set("headers", headers(message, trace));
        return row;
    }

    private ObjectNode headers(OutboxMessage message, Map<String, String> trace) {
        ObjectNode headers = json.createObjectNode();
        trace.forEach(headers::put);
        message.headers().forEach(headers::put);
        return headers;
    }
}
