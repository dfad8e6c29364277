package org.essaim.contracts;

/** How sure we are that a member owns an X account. */
public enum Assurance {
    /** Only an archive says so. A claimed account finds others; nobody finds it. */
    CLAIMED,
    /** X itself named the id, through OAuth. The archive never does. */
    PROVEN
}
