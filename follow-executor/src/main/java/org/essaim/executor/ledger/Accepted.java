package org.essaim.executor.ledger;

/** What became of a plan. */
public enum Accepted {
    NOW,
    /** Its sequence was seen before: nothing changed. */
    BEFORE,
    /** The account is not linked any more: what was planned is told as cancelled, the rest has nothing left to change. */
    TOO_LATE,
    /** The member does not own the acting account: nothing may be done in its name. */
    NOT_THEIRS
}
