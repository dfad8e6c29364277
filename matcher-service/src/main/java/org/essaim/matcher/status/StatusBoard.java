package org.essaim.matcher.status;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/**
 * Where the loops of this instance write how they are, a few times a second, and where health, metrics and the status
 * page read it. Safe for use by many threads.
 */
@Singleton
public final class StatusBoard {

    private final Map<Integer, LoopStatus> loops = new ConcurrentHashMap<>();
    private final LongAdder inputs = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();

    public void write(int loop, LoopStatus status) {
        loops.put(loop, status);
    }

    /** Records of an input topic were read after the restore. */
    public void countInputs(int records) {
        inputs.add(records);
    }

    /** Keys of {@code matches.v1} were written. */
    public void countPublished(int keys) {
        published.add(keys);
    }

    /** An unreadable record was sent to the dead letters. */
    public void countDeadLetter() {
        deadLettered.increment();
    }

    public long inputs() {
        return inputs.sum();
    }

    public long published() {
        return published.sum();
    }

    public long deadLettered() {
        return deadLettered.sum();
    }

    /** Whether every loop runs, knows its buckets and has restored them. */
    public boolean ready() {
        return !loops.isEmpty() && loops.values().stream().allMatch(LoopStatus::ready);
    }

    /** Why loops are not running; empty when all do. */
    public List<String> failures() {
        return loops.values().stream()
                .map(LoopStatus::failure)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every bucket of this instance, ascending. */
    public List<BucketStatus> buckets() {
        return loops.values().stream()
                .map(LoopStatus::buckets)
                .flatMap(Collection::stream)
                .sorted((one, other) -> Integer.compare(one.bucket(), other.bucket()))
                .toList();
    }

    /** A number summed over all buckets of this instance. */
    public long sum(ToLongFunction<BucketStatus> number) {
        return buckets().stream().mapToLong(number).sum();
    }

    /** Members with lists here. Each has one in every bucket, so the fullest bucket tells. */
    public int members() {
        return buckets().stream()
                .mapToInt(bucket -> bucket.figures().members())
                .max()
                .orElse(0);
    }
}
