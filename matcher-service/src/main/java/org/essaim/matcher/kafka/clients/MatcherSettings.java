package org.essaim.matcher.kafka.clients;

import java.time.Duration;
import java.util.Optional;
import org.essaim.contracts.Buckets;

/**
 * The checked settings of the loops, see {@link MatcherConfig}.
 *
 * @param instanceId static membership; empty for a member that the group forgets when it leaves
 */
public record MatcherSettings(
        String group,
        Optional<String> instanceId,
        int loops,
        Duration sessionTimeout,
        Duration commitInterval,
        int listsAtOnce) {

    public MatcherSettings {
        if (loops < 1 || loops > Buckets.COUNT) {
            throw new IllegalArgumentException("essaim.matcher.loops is 1 to " + Buckets.COUNT + ", not " + loops);
        }
        if (listsAtOnce < 1) {
            throw new IllegalArgumentException("essaim.matcher.lists-at-once is at least 1, not " + listsAtOnce);
        }
    }

    /** Checks the configuration; an {@link IllegalArgumentException} names the setting that is wrong. */
    public static MatcherSettings of(MatcherConfig config) {
        return new MatcherSettings(
                config.group(),
                config.instanceId(),
                config.loops(),
                config.sessionTimeout(),
                config.commitInterval(),
                config.listsAtOnce());
    }
}
