package org.essaim.ingest.work.postgres;

import java.nio.charset.StandardCharsets;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.contracts.json.UnreadableEventException;

/** An event as the payload of its job: its type, a line break, its JSON. */
final class EventPayload {

    private EventPayload() {}

    static String write(UploadEvent event) {
        return CloudEvent.typeOf(event.getClass()) + "\n" + new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    static UploadEvent read(String payload) throws UnreadableEventException {
        int line = payload.indexOf('\n');
        return CloudEvent.read(
                payload.substring(0, Math.max(0, line)),
                payload.substring(line + 1).getBytes(StandardCharsets.UTF_8),
                UploadEvent.class);
    }
}
