/**
 * {@code ./essaim bench execute}: how well the follow-executor uses what networks grant, and what its scheduling costs.
 *
 * <p>In order: {@link org.essaim.bench.execute.House} starts PostgreSQL, Kafka and the service itself, on a {@link
 * org.essaim.bench.execute.MovedClock}; {@link org.essaim.bench.execute.BlueskyRun} follows from an account of a real PDS
 * with its rate limits, {@link org.essaim.bench.execute.MastodonRun} from one of the stand-in with Mastodon's windows, both
 * measured by {@link org.essaim.bench.execute.Windows}; {@link org.essaim.bench.execute.SchedulingRun} settles planned
 * follows of many accounts with three replicas, of which one is killed; {@link org.essaim.bench.execute.KillRun} kills one
 * replica after another while they follow on a {@link org.essaim.bench.execute.BlueskyScene}.
 */
@NullMarked
package org.essaim.bench.execute;

import org.jspecify.annotations.NullMarked;
