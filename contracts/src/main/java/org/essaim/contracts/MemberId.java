package org.essaim.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Essaim's own id of a member (UUIDv7), issued by the gateway; never an X id, never a Keycloak subject. */
public record MemberId(UUID value) implements Comparable<MemberId> {

    /** Reads the canonical text form, lower case; refuses anything else. One member has one text, for it is in keys. */
    @JsonCreator
    public static MemberId of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("a member's id is a UUID of 36 lower-case characters");
        }
        return new MemberId(value);
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
