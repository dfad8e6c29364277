package org.essaim.bench.gateway;

import java.util.Arrays;

/** How long calls took, in milliseconds; may be told by many threads. */
final class Latencies {

    private double[] millis = new double[1024];
    private int size;

    synchronized void add(double took) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = took;
    }

    synchronized int size() {
        return size;
    }

    /** What this part of the calls did not exceed; 0 when there were none. */
    synchronized double quantile(double part) {
        if (size == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) Math.ceil(part * size) - 1)];
    }
}
