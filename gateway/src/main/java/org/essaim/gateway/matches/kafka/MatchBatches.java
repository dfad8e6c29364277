package org.essaim.gateway.matches.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.gateway.kafka.Patience;
import org.essaim.gateway.matches.Matches;

/** Puts what was told, in order, into transactions that are worth one: of each bucket only the last state, an end by itself. */
final class MatchBatches {

    /** Enough that a commit is cheap, and few enough that a member's lock is held for a moment only. */
    private static final int MOST_MATCHES = 4000;

    private static final int MOST_BUCKETS = 2000;

    private final Matches matches;
    private final Patience patience;

    MatchBatches(Matches matches, Patience patience) {
        this.matches = matches;
        this.patience = patience;
    }

    void take(List<Told> told) {
        Map<MemberBucket, MemberMatches> batch = new LinkedHashMap<>();
        int rows = 0;
        for (Told one : told) {
            switch (one) {
                case Standing(MemberMatches standing) -> {
                    batch.merge(new MemberBucket(standing.member(), standing.bucket()), standing, MatchBatches::newer);
                    rows += standing.matches().size();
                    if (rows >= MOST_MATCHES || batch.size() >= MOST_BUCKETS) {
                        project(batch);
                        rows = 0;
                    }
                }
                case Gone(MemberBucket bucket) -> {
                    project(batch);
                    rows = 0;
                    patience.untilDone(() -> matches.forget(bucket));
                }
            }
        }
        project(batch);
    }

    private static MemberMatches newer(MemberMatches one, MemberMatches other) {
        return other.revision() > one.revision() ? other : one;
    }

    private void project(Map<MemberBucket, MemberMatches> batch) {
        if (!batch.isEmpty()) {
            List<MemberMatches> standing = new ArrayList<>(batch.values());
            patience.untilDone(() -> matches.project(standing));
            batch.clear();
        }
    }

    /** What a record tells. */
    sealed interface Told {}

    /** The whole state of a bucket. */
    record Standing(MemberMatches standing) implements Told {}

    /** The end of a bucket. */
    record Gone(MemberBucket bucket) implements Told {}
}
