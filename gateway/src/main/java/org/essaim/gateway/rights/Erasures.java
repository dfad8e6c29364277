package org.essaim.gateway.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** Erasure in the store. Each call is one transaction. */
public interface Erasures {

    /** The job that has the sign-in service forget the account. */
    String ACCOUNT_JOB = "account-removal";

    /** The job that looks again for what was on its way to a member while they were erased. */
    String STRAGGLERS_JOB = "erasure-stragglers";

    /** How long a log-in that was erased makes no new member. Longer than any token or session holds. */
    Duration CLOSED = Duration.ofHours(47);

    /**
     * Removes every row of the member, tells archive-ingest and the matcher to forget, closes their log-ins, and adds the jobs that
     * finish it. Of a member who is not there nothing is left to remove.
     */
    void erase(MemberId member, Receipt receipt);

    /**
     * The same for a member whom a restored backup brought back: nobody asked for it now, so there is no receipt and no act of theirs. It is
     * in the journal, as every erasure.
     */
    void eraseAgain(MemberId member);

    /** Removes what came for an erased member since; {@code job} ends with it. */
    void removeStragglers(MemberId member, UUID job);

    /** The account at the sign-in service is gone; {@code job} ends with it. */
    void accountIsGone(UUID receipt, UUID job);

    /** How far an erasure is; empty when there is no such receipt. */
    Optional<Progress> progress(UUID receipt);

    /** When the rows went, and when the account at the sign-in service did; null until then. */
    record Progress(Instant erasedAt, @Nullable Instant accountGoneAt) {}

    /** Forgets closed log-ins whose time is over. */
    void forgetClosedLogins(Instant now);
}
