package org.essaim.executor.profiles;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What an account's own server says about it. */
public sealed interface Sighting {

    /**
     * It is there.
     *
     * @param name as its owner wrote it; empty when there is none
     * @param picture where its picture is; null when there is none
     */
    record There(String name, @Nullable URI picture) implements Sighting {

        @Override
        public String toString() {
            return "There[]";
        }
    }

    /** There is no such account, or none that is shown to everyone. */
    record NotShown() implements Sighting {}

    /** The server did not say anything that can be believed. */
    record Unclear() implements Sighting {}
}
