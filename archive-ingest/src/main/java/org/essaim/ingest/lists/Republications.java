package org.essaim.ingest.lists;

import org.essaim.contracts.MemberId;

/**
 * Asks for lists to be published again from the record. They leave through the outbox, in turn with every change. A topic other than
 * the usual one is told of every change from then on, so that it stays whole and nobody who is erased stays in it, until its end is
 * said.
 */
public interface Republications {

    /** Every member with standing lists; gives how many. */
    long all(Projection to);

    /** One member; false when no lists stand. */
    boolean of(MemberId member, Projection to);

    /** Tells a topic of no more changes; false when it was not told of any. */
    boolean end(String topic);
}
