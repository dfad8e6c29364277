package org.essaim.executor.grants;

import java.util.List;
import java.util.Optional;
import org.essaim.contracts.MemberId;

/** The record of every grant. Each call is one transaction; what changes a grant publishes that change with it. */
public interface Grants {

    /**
     * Keeps a completed link, new or renewed, and wakes the follows that waited for it.
     *
     * @return false, and nothing changed, when the account belongs to another member
     */
    boolean link(Grant grant, Secret secret);

    List<Grant> of(MemberId member);

    /** The grant of an account, opened; empty when there is none. */
    Optional<OpenGrant> open(String accountId);

    /**
     * Takes the one turn to renew tokens; it ends by itself after a minute, should its holder die.
     *
     * @param seenGeneration of the secret that no longer works
     */
    RefreshTurn takeRefreshTurn(String accountId, long seenGeneration);

    /** Ends the turn early: the tokens were surely not used. After doubt it is left to end by itself. */
    void returnRefreshTurn(String accountId, long generation);

    /** Saves renewed tokens and ends the turn. */
    OpenGrant refreshed(OpenGrant renewed);

    /**
     * Seals anew what an older key of the ring sealed; nothing else about a grant changes.
     *
     * @return how many were sealed anew, at most {@code most}
     */
    int reseal(int most);

    /** The network no longer honours this generation of the grant. A newer one is left alone. */
    void lose(String accountId, long seenGeneration);

    /**
     * Forgets the grant and all follows of its account, those that are open as cancelled; its secret is kept among the {@link
     * Revocations} until the network has ended it too.
     *
     * @return false when the member had no such grant
     */
    boolean revoke(MemberId member, String accountId);
}
