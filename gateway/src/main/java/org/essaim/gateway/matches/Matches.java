package org.essaim.gateway.matches;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** The standing matches of members and what they decided about them. */
public interface Matches {

    /** Takes in the whole state of one bucket. An older revision changes nothing. */
    void project(MemberMatches standing);

    /** The end of a bucket: the member is erased. */
    void forget(MemberBucket bucket);

    /** A page of standing matches, closest first. */
    Page page(MemberId member, @Nullable Cursor after, int limit);

    /**
     * Confirms or declines standing matches; others are passed over. Declined ones that are planned and not yet followed are cancelled.
     *
     * @return how many standing matches the decision was recorded for
     */
    int decide(MemberId member, Decision decision, List<XId> matches);

    /** Confirms or declines every standing match that was not declined before. */
    int decideAll(MemberId member, Decision decision);

    /** A decision. */
    enum Decision {
        CONFIRMED,
        DECLINED
    }

    /** Where a page ends: the rank and X id of its last match. */
    record Cursor(int rank, long xId) {}

    /** A page; {@code next} is null on the last one. */
    record Page(List<Standing> matches, @Nullable Cursor next) {

        public Page {
            matches = List.copyOf(matches);
        }
    }

    /**
     * One standing match.
     *
     * @param closeness 1 = closest, 0 = not known
     * @param decision null while undecided
     */
    record Standing(
            XId xId,
            boolean mutual,
            int closeness,
            List<Evidence> evidence,
            List<TargetAccount> targets,
            Instant since,
            @Nullable Decision decision) {

        public Standing {
            evidence = List.copyOf(evidence);
            targets = List.copyOf(targets);
        }

        @Override
        public String toString() {
            return "Standing[mutual=" + mutual + ", decision=" + decision + "]";
        }
    }
}
