package org.essaim.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

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

    private String rows(List<OutboxMessage> messages) {
        Map<String, String> trace = new LinkedHashMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(Context.current(), trace, Map::put);
        ArrayNode rows = json.createArrayNode();
        messages.forEach(message -> rows.add(row(message, trace)));
        try {
            return json.writeValueAsString(rows);
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
        ObjectNode headers = row.putObject("headers");
        trace.forEach(headers::put);
        message.headers().forEach(headers::put);
        return row;
    }
}
