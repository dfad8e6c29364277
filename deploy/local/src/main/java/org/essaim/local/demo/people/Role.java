package org.essaim.local.demo.people;

import java.util.EnumSet;
import java.util.Set;

/** What a person of the demo is there for. */
public enum Role {
    /** Leaves X and brings the archive. */
    MAIN,
    /** On X someone whom the main person follows; wants to be found. */
    HONEST,
    /** The archive says who they are on X, X never did. */
    CLAIMANT,
    /** Claims the X account that an honest person has proven. */
    RIVAL,
    /** The main person's archive blocks them. */
    BLOCKED_BY_MAIN,
    /** Their archive blocks the main person. */
    BLOCKS_MAIN,
    /** Takes the consent to be found back after the match and before the follow. */
    WITHDRAWS,
    /** Chose to be found by nobody. */
    HIDDEN,
    /** The main person follows them on both networks before Essaim comes. */
    ALREADY_FOLLOWED,
    /** Closes both accounts after the match and before the follow. */
    GONE,
    /** Their Mastodon account is locked: a follow waits for their yes. */
    LOCKED,
    /** Proven, and uploads an archive edited to name someone else as its owner. */
    FORGER,
    /** Joins when all others are settled. */
    NEWCOMER;

    /** Those who are there before the main person's archive is. */
    public static Set<Role> early() {
        return EnumSet.complementOf(EnumSet.of(MAIN, NEWCOMER));
    }

    /** Whether X itself says who they are. */
    public boolean provesX() {
        return switch (this) {
            case CLAIMANT, RIVAL -> false;
            case MAIN,
                    HONEST,
                    BLOCKED_BY_MAIN,
                    BLOCKS_MAIN,
                    WITHDRAWS,
                    HIDDEN,
                    ALREADY_FOLLOWED,
                    GONE,
                    LOCKED,
                    FORGER,
                    NEWCOMER -> true;
        };
    }
}
