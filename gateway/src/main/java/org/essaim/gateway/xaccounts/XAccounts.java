package org.essaim.gateway.xaccounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.MemberId;

/** The X accounts of members. One X account has at most one proven owner; any number may claim it. */
public interface XAccounts {

    Optional<XAccount> of(MemberId member);

    /**
     * What X says now, whole. A proof displaces every other member's claim or proof on that id, and they are told; a proof that is
     * gone falls back to what the archive claims, if anything. Tells archive-ingest and the identity job what changed; nothing changed, nothing told.
     */
    void settleProof(MemberId member, Optional<BrokerLink> link);

    /** What the member was told about their X account, newest first, at most a hundred. */
    List<Notice> noticesOf(MemberId member);

    /** Something an owner must know. */
    record Notice(Kind kind, Instant at) {

        /** What happened. */
        public enum Kind {
            /** An archive you brought names this account as yours. */
            X_ACCOUNT_CLAIMED,
            /** X named this account as yours. */
            X_ACCOUNT_PROVEN,
            /** X no longer names this account as yours. */
            X_PROOF_GONE,
            /** Someone else has proven the account that you claimed or had proven; it is no longer held as yours. */
            X_ACCOUNT_DISPLACED,
            /** The archive you brought names an account that someone else has proven; it is not held as yours. */
            X_CLAIM_REFUSED,
            /** Someone else brought an archive that names your proven account as theirs; it gave them nothing. */
            X_ACCOUNT_CLAIMED_BY_OTHER,
            /** You proved an account that someone else had claimed or proven; they no longer hold it. */
            X_RIVAL_DISPLACED,
            /** A post of yours proved a handle on X. */
            X_HANDLE_PROVEN,
            /** Someone else proved the handle that you had proven; it is no longer held as yours. */
            X_HANDLE_DISPLACED
        }
    }
}
