package org.essaim.gateway.consents;

import java.time.Instant;
import java.util.List;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** What members agreed to. Each call is one transaction and takes effect with it; the same choice again changes nothing. */
public interface Consents {

    /** Chooses how the member may be found; replaces the choice before. The identity is told anew. */
    void chooseFindability(MemberId member, Findability choice, int wording);

    /** Agrees to what is not findability. */
    void give(MemberId member, Subject subject, int wording);

    /**
     * Takes a consent back, with what was done by it alone and is not finished: without a findability nobody finds the member;
     * without arrivals, what was planned by itself and is not followed yet is cancelled, and is theirs to decide again.
     */
    void withdraw(MemberId member, Subject subject);

    Standing standing(MemberId member);

    /** Every consent ever given, newest first, at most two hundred. */
    List<Given> history(MemberId member);

    /**
     * What holds now.
     *
     * @param findability null until chosen, which is not the same as a choice of nobody
     * @param email whether the member may be told by e-mail
     * @param partners who may be told of the member's matches, by their names
     */
    record Standing(@Nullable Findability findability, boolean followArrivals, boolean email, List<String> partners) {

        public Standing {
            partners = List.copyOf(partners);
        }
    }

    /**
     * One consent.
     *
     * @param partner whom it is given to, for PARTNER; else empty
     * @param choice the findability chosen, or GRANTED
     * @param wording the version of the text that was agreed to
     */
    record Given(
            ConsentKind kind,
            String partner,
            String choice,
            int wording,
            Instant givenAt,
            @Nullable Instant withdrawnAt) {}

    /** What a consent is about. */
    enum ConsentKind {
        FINDABILITY,
        FOLLOW_ARRIVALS,
        EMAIL,
        PARTNER
    }

    /** What a consent is about, and with whom for a partner; empty otherwise. */
    record Subject(ConsentKind kind, String partner) {

        public static final Subject FINDABILITY = new Subject(ConsentKind.FINDABILITY, "");
        public static final Subject FOLLOW_ARRIVALS = new Subject(ConsentKind.FOLLOW_ARRIVALS, "");
        public static final Subject EMAIL = new Subject(ConsentKind.EMAIL, "");

        public static Subject partner(String name) {
            return new Subject(ConsentKind.PARTNER, name);
        }
    }
}
