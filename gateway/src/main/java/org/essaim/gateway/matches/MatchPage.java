package org.essaim.gateway.matches;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page; {@code next} is null on the last one. */
public record MatchPage(
        List<StandingMatch> matches, @Nullable Cursor next) {

    public MatchPage {
        matches = List.copyOf(matches);
    }

    /**
     * Where a page ends.
     *
     * @param key of its last match in the page's order: the rank, the time in microseconds since 1970, or the handle
     */
    public record Cursor(String key, long xId) {

        /** The key may be a handle. */
        @Override
        public String toString() {
            return "Cursor";
        }
    }
}
