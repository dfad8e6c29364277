package org.essaim.executor.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.FollowPlan;

/**
 * The record of every follow. Each call is one transaction that holds the acting account's row, so plans and workers of one
 * account never interleave; results are published with the change they tell of, with a version that grows.
 */
public interface FollowLedger {

    /** Takes a plan into rows. A plan seen before changes nothing. */
    Accepted accept(FollowPlan plan);

    /**
     * Claims the acting account whose work has been due longest; skips accounts that are stopped or claimed, and
     * those at hosts that are in trouble, left out or busy.
     *
     * @param busyHosts where this worker's process has enough under way
     */
    Optional<Lease> claim(String owner, Instant until, Set<String> busyHosts);

    /**
     * Says of one more account, whose follows are due, that an emergency stop keeps them waiting.
     *
     * @param most how many of its follows are named, those that would come first
     * @return whether there may be another such account
     */
    boolean tellStopped(int most);

    /** Keeps what is still worked on. A lease that was lost, or that nobody holds any more, is not brought back. */
    void renew(Collection<Lease> held, Instant until);

    /**
     * What is due, at most {@code limit}: first what may have been sent, then what is to be taken back, then the rest,
     * closest people first. Nothing while an operator's stop holds or the host is left out; only what was given up while the
     * account is paused; nobody to follow while its follows are spent.
     *
     * @throws LeaseLostException as every call that takes a lease
     */
    List<Entry> due(Lease lease, int limit);

    /**
     * Saves what is about to be sent. An entry that was sent before keeps the intent it has.
     *
     * @param intents by target id
     * @return the entries to send; those cancelled meanwhile are left out, and all of them once the account is paused or stopped
     */
    List<Entry> intend(Lease lease, Map<String, Intent> intents);

    /** Saves and publishes what became of entries, by target id. */
    void change(Lease lease, Map<String, Change> changes);

    /** Gives the account back. */
    void release(Lease lease, Rest rest);
}
