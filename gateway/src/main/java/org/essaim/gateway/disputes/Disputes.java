package org.essaim.gateway.disputes;

import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;

/** The disputes. Each call is one transaction. */
public interface Disputes {

    /** What the member may dispute now. */
    List<Contested> contestedBy(MemberId member);

    /** Those that the member raised, newest first. */
    List<Dispute> of(MemberId member);

    /** Raises one; the others who hold or claim the account are told. */
    Raising raise(MemberId member, XId xId, String words);

    /** Removes one of the member's that is not decided. */
    Withdrawal takeBack(MemberId member, UUID dispute);

    /** Those that wait for an operator, oldest first. */
    List<OpenDispute> open(int most);

    /**
     * Decides one. Upheld: the others' claims and proofs of that account are set aside, and what was set aside of the raiser's is not
     * any more; theirs it is only if X says so. Both sides are told.
     */
    Decision decide(UUID dispute, Verdict verdict, String reason);

    /** What an operator can find. */
    enum Verdict {
        UPHOLD,
        REJECT
    }

    /** What became of raising one. */
    sealed interface Raising {

        record Raised(Dispute dispute) implements Raising {}

        /** The account is not theirs to dispute, or nobody else has it. */
        record NothingToDispute() implements Raising {}

        /** One about this account waits already. */
        record AlreadyOpen() implements Raising {}

        /** They raised as many as may be raised for now. */
        record TooMany() implements Raising {}
    }

    /** What became of taking one back. */
    enum Withdrawal {
        TAKEN_BACK,
        /** None of theirs. */
        NOT_FOUND,
        ALREADY_DECIDED
    }

    /** What became of deciding one. */
    sealed interface Decision {

        record Decided(MemberId raisedBy) implements Decision {}

        record NotFound() implements Decision {}

        record AlreadyDecided() implements Decision {}
    }
}
