package org.essaim.gateway.notices;

import java.time.Instant;

/** Something a member must know. */
public record Notice(NoticeKind kind, Instant at) {

    /** What happened. */
    public enum NoticeKind {
        /** An archive you brought names this account as yours. */
        X_ACCOUNT_CLAIMED,
        /** X named this account as yours. */
        X_ACCOUNT_PROVEN,
        /** X no longer names this account as yours. */
        X_PROOF_GONE,
        /** Someone else has proven the account that you claimed or had proven; it is no longer held as yours. */
        X_ACCOUNT_DISPLACED,
        /** The archive you brought names an account that is not held as yours: someone else has proven it, or an operator decided so. */
        X_CLAIM_REFUSED,
        /** Someone else brought an archive that names your proven account as theirs; it gave them nothing. */
        X_ACCOUNT_CLAIMED_BY_OTHER,
        /** You proved an account that someone else had claimed or proven; they no longer hold it. */
        X_RIVAL_DISPLACED,
        /** A post of yours proved a handle on X. */
        X_HANDLE_PROVEN,
        /** Someone else proved the handle that you had proven; it is no longer held as yours. */
        X_HANDLE_DISPLACED,
        /** Someone disputes an account that you hold or claim; an operator will decide. */
        X_DISPUTE_RAISED,
        /** An operator found that your dispute is right; nobody else holds the account here. */
        X_DISPUTE_UPHELD,
        /** An operator found that your dispute is not right; everything stays as it was. */
        X_DISPUTE_REJECTED,
        /** The dispute about an account that you hold or claim is over; everything stays as it was. */
        X_DISPUTE_OVER,
        /** An operator decided that the account is not held as yours. */
        X_ACCOUNT_SET_ASIDE,
        /** A network no longer honours the access to a linked account; nothing is followed there until you link it again. */
        LINK_LOST,
        /** Everything that you planned at once is done. */
        RUN_FINISHED,
        /** Some of what you planned waits for you. */
        RUN_NEEDS_YOU
    }
}
