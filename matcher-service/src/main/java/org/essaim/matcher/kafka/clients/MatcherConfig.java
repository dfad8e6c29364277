package org.essaim.matcher.kafka.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of the matcher; where the broker is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "essaim.matcher")
public interface MatcherConfig {

    /** The consumer group that shares the buckets. */
    @WithDefault("matcher-service")
    String group();

    /**
     * A name that this instance keeps over restarts and no other one has (the pod's name in a StatefulSet). With it a
     * restart takes its own buckets up at once and moves nobody else's; without it the group rebalances.
     */
    Optional<String> instanceId();

    /** Consumer loops, each with a thread of its own. More than one pays when there are cores for it. */
    @WithDefault("1")
    int loops();

    /** How long an instance may be silent until its buckets are given to others. */
    @WithDefault("30S")
    Duration sessionTimeout();

    /** How often offsets are committed, after the matches are acknowledged. */
    @WithDefault("1S")
    Duration commitInterval();

    /** Records of follow lists between two looks at the identities, which go first. */
    @WithDefault("2000")
    int listsAtOnce();
}
