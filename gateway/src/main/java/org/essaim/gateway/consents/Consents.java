package org.essaim.gateway.consents;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** What members agreed to. Each call is one transaction and takes effect with it; the same choice again changes nothing. */
public interface Consents {

    /** Chooses how the member may be found; replaces the choice before. The identity is told anew. */
    void chooseFindability(MemberId member, Findability choice);

    /** As if never chosen: the member can be found by nobody. */
    void withdrawFindability(MemberId member);

    /** People who arrive later are followed without asking again, from the member's first plan on. */
    void followArrivals(MemberId member);

    void stopFollowingArrivals(MemberId member);

    Standing standing(MemberId member);

    /** Every consent ever given, newest first. */
    List<Given> history(MemberId member);

    /**
     * What holds now.
     *
     * @param findability null until chosen, which is not the same as a choice of nobody
     */
    record Standing(@Nullable Findability findability, boolean followArrivals) {}

    /**
     * One consent.
     *
     * @param wording the version of the text that was agreed to
     */
    record Given(
            Kind kind,
            String choice,
            int wording,
            Instant givenAt,
            @Nullable Instant withdrawnAt) {}

    /** What a consent is about. */
    enum Kind {
        FINDABILITY,
        FOLLOW_ARRIVALS
    }
}
