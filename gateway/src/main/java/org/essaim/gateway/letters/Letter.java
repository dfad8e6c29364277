package org.essaim.gateway.letters;

import java.util.List;

/**
 * What one letter tells: kinds of things and how many, never a name, a handle or a number of an account. Whoever reads the mail of
 * others learns that a person uses Essaim, and no more.
 */
public record Letter(Sort sort, List<Line> lines) {

    public Letter {
        lines = List.copyOf(lines);
    }

    /** Why it is written. */
    public enum Sort {
        /** Something about the member's X account that they must know. */
        SECURITY,
        /** Friends who arrived, links and runs. */
        NEWS,
        /** X should have the archive ready by now. */
        ARCHIVE_REMINDER
    }

    /**
     * One thing.
     *
     * @param what names a sentence, as in {@code letters/en.properties}
     * @param many how often it happened, or how many people it is about
     */
    public record Line(String what, long many) {}
}
