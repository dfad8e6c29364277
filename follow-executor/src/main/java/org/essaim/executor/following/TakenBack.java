package org.essaim.executor.following;

/** What became of a follow to be taken back. */
public enum TakenBack {
    DONE,
    /** It never reached the network, or is gone already. */
    NOTHING_THERE
}
