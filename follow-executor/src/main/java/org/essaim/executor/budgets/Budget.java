package org.essaim.executor.budgets;

import java.time.Duration;
import java.time.Instant;

/**
 * An allowance for a window of time.
 *
 * @param key names it across replicas: network, whose, which window
 * @param limit what the network allows in a window, until its headers say otherwise
 * @param aligned whether windows begin at multiples of their length since 1970 (Mastodon) or with the first use (Bluesky)
 * @param share how many percent of the limit are ours; the rest stays free for the person
 * @param shared whether several accounts spend it at once, so that answers may come out of order
 */
public record Budget(String key, long limit, Duration window, boolean aligned, int share, boolean shared) {

    public Budget {
        if (limit < 1 || share < 1 || share > 100) {
            throw new IllegalArgumentException("budget " + window + " needs a limit and a share of 1 to 100 percent");
        }
    }

    /** When a window that is open now ends. */
    public Instant endOfWindow(Instant now) {
        if (!aligned) {
            return now.plus(window);
        }
        long length = window.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length);
    }

    /** The same count, of which so many percent are ours for something that follows must not keep waiting. */
    public Budget upTo(int percent) {
        return new Budget(key, limit, window, aligned, Math.max(share, percent), shared);
    }

    public Cost cost(int units) {
        return new Cost(this, units);
    }

    /** Without the key: it names an account. */
    @Override
    public String toString() {
        return "Budget[" + limit + " per " + window + "]";
    }
}
