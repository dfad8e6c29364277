package org.essaim.gateway.rest.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls in a window, refilled evenly as time goes by: a bucket of tokens.
 *
 * @param calls how many at once at most, and as many in each window after that
 */
public record Allowance(long calls, Duration window) {

    public Allowance {
        if (calls < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("an allowance lets at least one call through");
        }
    }

    /** A full bucket. */
    Bucket full(Instant now) {
        return new Bucket(this, calls, now);
    }

    /** What is left of an allowance. Used by one thread at a time. */
    static final class Bucket {

        private final Allowance allowance;
        private double left;
        private Instant at;

        private Bucket(Allowance allowance, double left, Instant at) {
            this.allowance = allowance;
            this.left = left;
            this.at = at;
        }

        /** Takes one call out, if there is one. */
        synchronized Verdict take(Instant now) {
            long passed = Duration.between(at, now).toNanos();
            double perNano = (double) allowance.calls() / allowance.window().toNanos();
            left = Math.min((double) allowance.calls(), left + Math.max(passed, 0) * perNano);
            at = now;
            boolean allowed = left >= 1;
            if (allowed) {
                left -= 1;
            }
            double missing = Math.max(1 - left, 0);
            return new Verdict(allowed, (long) left, Duration.ofNanos((long) Math.ceil(missing / perNano)));
        }
    }

    /**
     * Whether a call is let through.
     *
     * @param left how many more would be now
     * @param next when there will be one more; zero when there is one
     */
    record Verdict(boolean allowed, long left, Duration next) {}
}
