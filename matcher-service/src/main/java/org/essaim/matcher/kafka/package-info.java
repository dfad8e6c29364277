/**
 * From {@code follow.lists.v1} and {@code identities.v1} to {@code matches.v1}, in the order a record travels:
 * {@link org.essaim.matcher.kafka.MatcherLifecycle} starts {@link org.essaim.matcher.kafka.MatcherLoops};
 * each {@link org.essaim.matcher.kafka.MatcherLoop} is given buckets by the consumer group
 * ({@link org.essaim.matcher.kafka.BucketReaders}), restores each ({@link org.essaim.matcher.kafka.AssignedBucket}), reads
 * records ({@link org.essaim.matcher.kafka.records.RecordReader}), has them matched and publishes what changed
 * ({@link org.essaim.matcher.kafka.MatchesPublisher}).
 *
 * <p>At least once, in order within a bucket. Whole state per key makes a repeat harmless. Committed offsets only tell
 * monitoring how far the service is and the restore which unreadable records are dead-lettered already: the state is always
 * rebuilt from the beginning of the topics.
 */
@NullMarked
package org.essaim.matcher.kafka;

import org.jspecify.annotations.NullMarked;
