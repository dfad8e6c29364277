package org.essaim.bench.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run used its windows.
 *
 * @param usedPercent of what was granted, in each window in which more was planned than granted
 * @param startDelay the longest time between a moment at which the service could go on, a window's beginning or the follow
 *     before, and the next follow's being made
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
     * @param granted follows in one window, which begins at the first of the beginnings that are further apart than {@code length}
     */
    static Windows of(List<Instant> made, List<Instant> beginnings, int granted, Duration length) {
        List<Double> used = new ArrayList<>();
        int done = 0;
        List<Instant> windows = windows(beginnings, length);
        for (int i = 0; i < windows.size(); i++) {
            Instant from = windows.get(i);
            Instant to = i + 1 < windows.size() ? windows.get(i + 1) : Instant.MAX;
            int count = Math.toIntExact(made.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(to))
                    .count());
            if (made.size() - done >= granted) {
                used.add(100.0 * count / granted);
            }
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
        for (Instant beginning : beginnings) {
            Instant first = made.stream()
                    .filter(at -> !at.isBefore(beginning))
                    .findFirst()
                    .orElse(beginning);
            Duration delay = Duration.between(beginning, first);
            boolean idle = beginnings.stream().noneMatch(other -> other.isAfter(beginning) && other.isBefore(first));
            longest = idle && delay.compareTo(longest) > 0 ? delay : longest;
        }
        return longest;
    }

    double leastUsed() {
        return usedPercent.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
