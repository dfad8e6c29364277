package org.essaim.gateway.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;

/** What there is to tell by e-mail, and what was told. Each call is one transaction. */
public interface Letters {

    /** The job that sends one; its subject is the member, its payload the sort of letter. */
    String JOB = "letter";

    /** What the member is to be told now; empty without their consent, when nothing is new, or when they had their share of letters. */
    Optional<Draft> draft(MemberId member, Letter.Sort sort);

    /** What the draft tells is told, by a letter; {@code job} ends with it. */
    void sent(MemberId member, Draft draft, UUID job);

    /** What the draft tells needs no telling any more, and there was no letter; {@code job} ends with it. */
    void passedOver(MemberId member, Draft draft, UUID job);

    /** There was nothing to tell. */
    void nothingToTell(UUID job);

    /**
     * A letter to be, and what it is made of.
     *
     * @param language of whoever reads it
     * @param at what came later is not in it
     * @param notices which notices it tells of
     */
    record Draft(Letter letter, Language language, Instant at, List<UUID> notices) {

        public Draft {
            notices = List.copyOf(notices);
        }
    }
}
