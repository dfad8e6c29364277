package org.essaim.testing.mastodon.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * How full a bucket is.
 *
 * @param used in this window, this request included; more than the limit when it is refused
 * @param at when it was read
 */
public record Level(Bucket bucket, int used, Instant at) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public boolean exceeded() {
        return used > bucket.limit();
    }

    public int remaining() {
        return Math.max(0, bucket.limit() - used);
    }

    /** The three headers; the reset keeps the fraction of the moment it was computed, as the real one does. */
    public Map<String, String> headers() {
        long period = bucket.period().toSeconds();
        Instant reset = at.plusSeconds(period - at.getEpochSecond() % period);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(bucket.limit()),
                "X-RateLimit-Remaining", Integer.toString(remaining()),
                "X-RateLimit-Reset", MICROSECONDS.format(reset));
    }
}
