/**
 * Follow lists joined with identities by X id: who of the people that a member followed on X can be followed again.
 *
 * <p>The flow, in order: {@code kafka} reads {@code follow.lists.v1} and {@code identities.v1} of a bucket and turns each
 * record into a {@link org.essaim.matcher.BucketInput}; {@link org.essaim.matcher.MatchFollows} keeps it in the
 * {@code store}, asks the {@code rule} who now matches whom, and tells what changed as
 * {@link org.essaim.matcher.MatchesChange}; {@code kafka} publishes that on {@code matches.v1}, as {@code json} writes it. {@code status} carries the
 * numbers that {@code rest} shows to an operator.
 *
 * <p>Everything here is about one bucket, is in memory, and belongs to one thread. There is no database: the topics are
 * the state, and a restart reads them again.
 *
 * <p>Why the engine is this one, and not Kafka Streams, RocksDB or an index of followers, stands in ADR 0013 with the figures.
 */
@NullMarked
package org.essaim.matcher;

import org.jspecify.annotations.NullMarked;
