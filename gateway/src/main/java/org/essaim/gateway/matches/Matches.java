package org.essaim.gateway.matches;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** The standing matches of members and what they decided about them. Each call is one transaction. */
public interface Matches {

    /** Takes in the whole states of buckets, each of another member or bucket. An older revision changes nothing. */
    void project(List<MemberMatches> standing);

    /** The end of a bucket: the member is erased. */
    void forget(MemberBucket bucket);

    /**
     * A page of standing matches.
     *
     * @param after where the page before ended, in the same order; null for the first
     */
    MatchPage page(MemberId member, MatchFilter filter, MatchOrder order, MatchPage.@Nullable Cursor after, int limit);

    MatchCounts counts(MemberId member);

    /** The accounts of standing matches, of which those that do not stand are passed over. */
    List<StandingMatch> named(MemberId member, List<XId> matches);

    /**
     * Confirms or declines standing matches; others are passed over. Declined ones that are planned and not yet followed are cancelled.
     * The same again changes nothing.
     *
     * @return for how many standing matches the decision holds now
     */
    int decide(MemberId member, Decision decision, List<XId> matches);

    /**
     * The same for every standing match that the filter lets through.
     *
     * @param until who came after this time is left out, since whoever decides has not seen them; null: nobody is
     */
    int decide(MemberId member, Decision decision, MatchFilter filter, @Nullable Instant until);

    /** A decision. */
    enum Decision {
        CONFIRMED,
        DECLINED
    }
}
