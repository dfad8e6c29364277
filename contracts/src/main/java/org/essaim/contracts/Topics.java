package org.essaim.contracts;

import java.util.List;
import java.util.stream.Stream;

/** Every topic of v1. Keys and partitions are dear to change: a change is a new version of the topic and an ADR. */
public final class Topics {

    public static final Topic ARCHIVE_UPLOADS = Topic.events("archive.uploads.v1", "member");
    public static final Topic ARCHIVE_RESULTS = Topic.events("archive.results.v1", "member");
    public static final Topic FOLLOW_LISTS = Topic.state("follow.lists.v1", "member + bucket", Buckets.COUNT);
    public static final Topic IDENTITIES = Topic.state("identities.v1", "X id + member", Buckets.COUNT);
    public static final Topic MATCHES = Topic.state("matches.v1", "member + bucket", Buckets.COUNT);
    public static final Topic GRANTS = Topic.state("grants.v1", "member + target account", 8);
    public static final Topic FOLLOW_PLANS = Topic.events("follow.plans.v1", "acting account");
    public static final Topic FOLLOW_RESULTS = Topic.events("follow.results.v1", "member");

    /**
     * Whom each service erased, for itself to read when it starts. It is no part of the flow and has no dead letters: whoever wrote an
     * entry is the only one to read it, and passes over what is none.
     */
    public static final Topic ERASURES = Topic.journal("erasures.v1", "service");

    private Topics() {}

    /** The topics of the flow, in its order, without their dead letters. */
    public static List<Topic> flow() {
        return List.of(
                ARCHIVE_UPLOADS,
                ARCHIVE_RESULTS,
                FOLLOW_LISTS,
                IDENTITIES,
                MATCHES,
                GRANTS,
                FOLLOW_PLANS,
                FOLLOW_RESULTS);
    }

    /** Everything a broker must have: the flow, the dead letters of each, and the journal of erasures. */
    public static List<Topic> all() {
        return Stream.concat(
                        flow().stream().flatMap(topic -> Stream.of(topic, topic.deadLetters())), Stream.of(ERASURES))
                .toList();
    }
}
