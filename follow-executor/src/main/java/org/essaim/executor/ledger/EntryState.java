package org.essaim.executor.ledger;

/** Where an entry is on its way. Only {@link #SETTLED} is never due. */
public enum EntryState {
    PLANNED,
    /** The intent is saved; the follow may or may not have reached the network. */
    SENDING,
    /** Cancelled while it may have been on its way: what is followed stays, what is not is not sent any more. */
    CANCELLING,
    /** The target's owner has not answered yet; asked again from time to time. */
    AWAITING_APPROVAL,
    /** To be taken back on the network; looked at before, unless it is known to be ours. */
    UNDOING,
    SETTLED
}
