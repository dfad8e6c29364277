package org.essaim.bench.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run used its windows.
 *
 * @param usedPercent of what was granted, or of what was left to make where that was less, in each window
 * @param startDelay the longest time between the moment from which a follow could be made and its being made: that moment is its
 *     window's beginning, or the making of the follow before, whichever is later
 */
record Windows(List<Double> usedPercent, Duration startDelay) {

    Windows {
        usedPercent = List.copyOf(usedPercent);
    }

    /**
     * Looks at what was made when.
     *
     * @param made moments in order
     * @param beginnings at which the service could begin or go on, in order
     * @param granted follows in one window, which begins at the first of the beginnings that are further apart than half of
     *     {@code length}
     */
    static Windows of(List<Instant> made, List<Instant> beginnings, int granted, Duration length) {
        List<Double> used = new ArrayList<>();
        int done = 0;
        List<Instant> windows = windows(beginnings, length);
        for (int i = 0; i < windows.size() && done < made.size(); i++) {
            Instant from = i == 0 ? Instant.MIN : windows.get(i);
            Instant to = i + 1 < windows.size() ? windows.get(i + 1) : Instant.MAX;
            int count = Math.toIntExact(made.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(to))
                    .count());
            used.add(100.0 * count / Math.min(granted, made.size() - done));
            done += count;
        }
        return new Windows(used, delay(made, beginnings));
    }

    private static List<Instant> windows(List<Instant> beginnings, Duration length) {
        List<Instant> windows = new ArrayList<>();
        for (Instant beginning : beginnings) {
            if (windows.isEmpty() || !beginning.isBefore(windows.getLast().plus(length.dividedBy(2)))) {
                windows.add(beginning);
            }
        }
        return windows;
    }

    private static Duration delay(List<Instant> made, List<Instant> beginnings) {
        Duration longest = Duration.ZERO;
        Instant before = Instant.MIN;
        for (Instant at : made) {
            Instant previous = before;
            Instant from = beginnings.stream()
                    .filter(beginning -> beginning.isAfter(previous) && !beginning.isAfter(at))
                    .reduce((_, last) -> last)
                    .orElse(previous);
            if (from.isAfter(Instant.MIN)) {
                Duration delay = Duration.between(from, at);
                longest = delay.compareTo(longest) > 0 ? delay : longest;
            }
            before = at;
        }
        return longest;
    }

    double leastUsed() {
        return usedPercent.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
