package org.essaim.executor.linking;

import java.util.Optional;

/** Links that were begun and not yet completed. */
public interface LinkAttempts {

    /** Keeps an attempt under its state; forgets those that have expired. */
    void save(String state, LinkAttempt attempt);

    /** Takes the attempt out: a state is good once. Empty when it is unknown, was taken or has expired. */
    Optional<LinkAttempt> take(String state);
}
