package org.essaim.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.essaim.platform.kafka.SharedProducer;

/**
 * One round's rows on their way to the broker, in order within each topic. Claims of one expansion are gathered, so that
 * many are expanded at once, until a record of their topic or another expansion's claim follows.
 */
final class Sending {

    private final Map<String, OutboxExpansion> expansions;
    private final SharedProducer producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final List<OutboxMessage> claims = new ArrayList<>();

    Sending(Map<String, OutboxExpansion> expansions, SharedProducer producer) {
        this.expansions = expansions;
        this.producer = producer;
    }

    void add(OutboxMessage message) throws Exception {
        if (message.expansion() == null) {
            if (claims.stream().anyMatch(claim -> claim.topic().equals(message.topic()))) {
                expandClaims();
            }
            send(message);
        } else {
            if (!claims.isEmpty()
                    && !message.expansion().equals(claims.getFirst().expansion())) {
                expandClaims();
            }
            claims.add(message);
        }
    }

    private void expandClaims() throws Exception {
        if (claims.isEmpty()) {
            return;
        }
        OutboxExpansion expansion = expansions.get(claims.getFirst().expansion());
        if (expansion == null) {
            throw new IllegalStateException("nothing expands the claims of the outbox for "
                    + claims.getFirst().expansion());
        }
        expansion.expand(List.copyOf(claims), this::send);
        claims.clear();
    }

    private void send(OutboxMessage message) {
        RecordHeaders headers = new RecordHeaders();
        message.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(
                new ProducerRecord<>(message.topic(), message.partition(), message.key(), message.value(), headers)));
    }

    /** Expands what is left and waits for the broker; gives how many records it has. */
    int awaitAcknowledgements() throws Exception {
        expandClaims();
        if (!sent.isEmpty()) {
            producer.flush();
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a record of the outbox was not acknowledged", e.getCause());
            }
        }
        return sent.size();
    }
}
