package org.essaim.gateway.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;

/** Reads the event of a record by its headers. */
public final class Records {

    private Records() {}

    /** Throws when it is none of the family: to the dead letters with it. */
    public static <T> T read(ConsumerRecord<String, byte[]> message, Class<T> family) throws UnreadableEventException {
        return read(message.headers(), message.value(), family);
    }

    /** The same, of a record's parts. */
    public static <T> T read(Headers headers, byte[] value, Class<T> family) throws UnreadableEventException {
        Header type = headers.lastHeader(CloudEvent.TYPE_HEADER);
        String name = type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        return CloudEvent.read(name, value, family);
    }
}
