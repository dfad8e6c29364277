package org.essaim.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * X's number for an account. Positive; ids issued before 2016 are small and sequential, later ones are 63-bit snowflakes
 * beyond 2^53, which is why the JSON form is a string.
 */
public record XId(long value) implements Comparable<XId> {

    public XId {
        if (value <= 0) {
            throw new IllegalArgumentException("an X id is a positive number");
        }
    }

    /** Reads decimal digits; refuses signs, blanks, leading zeros and numbers over 2^63-1. */
    @JsonCreator
    public static XId of(String text) {
        if (!text.matches("[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("an X id is 1 to 19 decimal digits without a leading zero");
        }
        return new XId(Long.parseLong(text));
    }

    @JsonValue
    public String asString() {
        return Long.toString(value);
    }

    @Override
    public int compareTo(XId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return asString();
    }
}
