package org.essaim.executor.following;

import java.util.List;
import org.essaim.executor.ledger.Entry;

/**
 * One turn of work in the name of one account. It may remember what it read during the turn. Not for several threads.
 *
 * @implSpec every call reserves its budgets before it sends and lets the answer's headers replace the count; none throws for
 *     what a network does: troubles are a {@link Halt}
 */
public interface FollowSession {

    /** Reads how these stand, anew for entries that may have been sent. */
    Answers<Look> look(List<Entry> entries);

    /** Follows, once each. Entries carry their saved intent. What is not in the answer may or may not have been done. */
    Answers<Sent> send(List<Entry> entries);

    /** Takes back exactly the follows that these entries made; each is known to be ours. */
    Answers<TakenBack> takeBack(List<Entry> entries);
}
