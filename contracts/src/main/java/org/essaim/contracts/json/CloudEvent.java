package org.essaim.contracts.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.GrantLinked;
import org.essaim.contracts.GrantLost;
import org.essaim.contracts.GrantRevoked;
import org.essaim.contracts.Identity;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.UndoRequested;
import org.essaim.contracts.XAccountProven;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a JSON record: CloudEvents 1.0, Kafka protocol binding, binary mode.
 *
 * @param id derived from what caused the event, so that a repeat makes the same id
 * @param source the service, as {@code /essaim/gateway}
 */
public record CloudEvent(String id, String source, Instant time, Object data) {

    public static final String TYPE_HEADER = "ce_type";

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    ArchiveUploaded.class,
                    XAccountProven.class,
                    ListsErased.class,
                    ArchiveIngested.class,
                    ArchiveRejected.class,
                    Identity.class,
                    MemberMatches.class,
                    GrantLinked.class,
                    GrantLost.class,
                    GrantRevoked.class,
                    FollowPlanned.class,
                    FollowCancelled.class,
                    FollowPaused.class,
                    FollowResumed.class,
                    UndoRequested.class,
                    FollowSettled.class,
                    FollowDeferred.class,
                    ErasureNoted.class)
            .collect(Collectors.toUnmodifiableMap(CloudEvent::typeOf, type -> type));

    /** The id of an event of this type with this cause: the same again for the same cause. */
    public static CloudEvent causedBy(String cause, String source, Instant time, Object data) {
        String name = typeOf(data.getClass()) + "|" + cause;
        return new CloudEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(), source, time, data);
    }

    /** The {@code ce_type} of a record: {@code org.essaim.FollowPlanned.v1}. */
    public static String typeOf(Class<?> type) {
        return "org.essaim." + type.getSimpleName() + ".v1";
    }

    /** Every record that travels as a CloudEvent, by its {@code ce_type}. */
    public static Map<String, Class<?>> types() {
        return TYPES;
    }

    /** The headers of the record. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put(TYPE_HEADER, typeOf(data.getClass()));
        headers.put("ce_source", source);
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    /** The value of the record. */
    public byte[] value() {
        return EventJson.write(data);
    }

    /**
     * Reads a value by its {@code ce_type}.
     *
     * @param family what the topic carries; another type is unreadable there
     */
    public static <T> T read(@Nullable String ceType, byte[] value, Class<T> family) throws UnreadableEventException {
        Class<?> type = ceType == null ? null : TYPES.get(ceType);
        if (type == null || !family.isAssignableFrom(type)) {
            throw new UnreadableEventException("no " + family.getSimpleName() + " has the ce_type " + ceType, null);
        }
        return EventJson.read(value, type.asSubclass(family));
    }
}
