package org.essaim.matcher.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One consumer loop, at one moment.
 *
 * @param joined whether the group has given it its buckets, possibly none
 * @param failure why it is not running, in words for an operator; null when it runs
 */
public record LoopStatus(boolean joined, @Nullable String failure, List<BucketStatus> buckets) {

    public LoopStatus {
        buckets = List.copyOf(buckets);
    }

    /** A loop that has not heard from the group yet. */
    public static LoopStatus starting() {
        return new LoopStatus(false, null, List.of());
    }

    /** A loop that ended against its will and will begin again from nothing. */
    public static LoopStatus failed(String reason) {
        return new LoopStatus(false, reason, List.of());
    }

    /** Whether every bucket it was given is restored. */
    public boolean ready() {
        return joined && failure == null && buckets.stream().allMatch(BucketStatus::restored);
    }
}
