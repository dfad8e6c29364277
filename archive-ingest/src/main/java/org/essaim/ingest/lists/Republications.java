package org.essaim.ingest.lists;

import org.essaim.contracts.MemberId;

/** Asks for lists to be published again from the record. They leave through the outbox, in turn with every change. */
public interface Republications {

    /** Every member with standing lists; gives how many. */
    long all(Projection to);

    /** One member; false when no lists stand. */
    boolean of(MemberId member, Projection to);
}
