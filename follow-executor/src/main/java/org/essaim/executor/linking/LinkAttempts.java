package org.essaim.executor.linking;

import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.MemberId;

/** Links that were begun and not yet completed. */
public interface LinkAttempts {

    /** Keeps an attempt under its state. */
    void save(String state, LinkAttempt attempt);

    /** Takes the attempt out: a state is good once. Empty when it is unknown, was taken or has expired. */
    Optional<LinkAttempt> take(String state);

    /** Forgets what a member has begun. */
    void forget(MemberId member);

    /** Forgets those that expired before. */
    void forget(Instant expiredBefore);
}
