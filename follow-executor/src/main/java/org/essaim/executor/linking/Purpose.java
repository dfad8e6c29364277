package org.essaim.executor.linking;

/** What a person links an account for: their server is asked for no more than that takes. */
public enum Purpose {
    /** Only to show that the account is theirs, so that others find them. */
    TO_BE_FOUND,
    /** Also to follow from it, and to take such follows back. */
    TO_FOLLOW
}
