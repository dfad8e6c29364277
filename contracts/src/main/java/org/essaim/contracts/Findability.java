package org.essaim.contracts;

/** Who may find a member through a match: the member's own explicit choice, none preselected. */
public enum Findability {
    /** Everyone who followed me on X. */
    EVERYONE_WHO_FOLLOWED_ME,
    /** Of those, only the people I follow too; a finder whose own X account is only claimed never counts as such. */
    PEOPLE_I_FOLLOW_TOO,
    /** Nobody: I can find others and stay unseen. */
    NOBODY
}
