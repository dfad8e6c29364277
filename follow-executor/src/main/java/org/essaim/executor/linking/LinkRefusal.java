package org.essaim.executor.linking;

/** Why an account is not linked. */
public enum LinkRefusal {
    ACCOUNT_NOT_UNDERSTOOD,
    ACCOUNT_NOT_FOUND,
    SERVER_NOT_SUPPORTED,
    /** Its admin asked that Essaim stays away. */
    SERVER_LEFT_OUT,
    ADDRESS_NOT_ALLOWED,
    NETWORK_UNREACHABLE,
    /** Enough was asked of the server for now, by us or by its own word. */
    SERVER_BUSY,
    /** Unknown, used before, or older than ten minutes. */
    LINK_EXPIRED,
    /** Started by another member, in another session, or answered by another server. */
    LINK_NOT_YOURS,
    /** The person or the network said no. */
    LINK_DENIED,
    ACCOUNT_LINKED_ELSEWHERE
}
