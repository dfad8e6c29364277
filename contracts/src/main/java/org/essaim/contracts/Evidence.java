package org.essaim.contracts;

/** What a match rests on, read from the finder's own archive. */
public enum Evidence {
    /** The finder followed this account on X. */
    FOLLOWED,
    /** This account followed the finder on X. */
    FOLLOWED_ME
}
