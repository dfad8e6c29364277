package org.essaim.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Essaim's own id of a member (UUIDv7), issued by the gateway; never an X id, never a Keycloak subject. */
public record MemberId(UUID value) implements Comparable<MemberId> {

    /** Reads the canonical text form; refuses anything that is not a UUID. */
    @JsonCreator
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @JsonValue
    public String asString() {
        return value.toString();
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return asString();
    }
}
