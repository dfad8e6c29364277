package org.essaim.executor.ledger;

/** What became of a plan. */
public enum Accepted {
    NOW,
    /** Its sequence was seen before: nothing changed. */
    BEFORE,
    /** The member does not own the acting account: nothing may be done in its name. */
    NOT_THEIRS
}
