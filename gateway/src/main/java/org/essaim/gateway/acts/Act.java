package org.essaim.gateway.acts;

/** What can be written down. */
public enum Act {
    /** Signed in for the first time. */
    CAME,
    /** X named an account as theirs. */
    X_PROVEN,
    /** X names it no longer, someone else proved it, or an operator set it aside. */
    X_PROOF_ENDED,
    /** A post proved a handle. */
    HANDLE_PROVEN,
    DISPUTE_RAISED,
    /** Gave access to an account; about: the network. */
    LINKED,
    UNLINKED,
    /** The network no longer honours the access. */
    LINK_LOST,
    /** About: to what. */
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
    /** Was given everything that is held about them. */
    EXPORTED,
    ERASED
}
