package org.essaim.ingest.lists.postgres;

import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.platform.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/** One change of what stands, with what is told of it and the work that it ends. */
sealed interface Change {

    UUID work();

    /** What is told of it, beside the lists themselves; null when nothing is. */
    @Nullable
    OutboxMessage result();

    /** A change of one member's lists, made under the lock of the member's row. */
    sealed interface OfLists extends Change {
        MemberId member();
    }

    /** These lists stand from now on; the rows are theirs, sealed. */
    record Stand(UUID work, StandingLists lists, List<SealedRow> rows, OutboxMessage result) implements OfLists {
        public Stand {
            rows = List.copyOf(rows);
        }

        @Override
        public MemberId member() {
            return lists.member();
        }
    }

    /** Nothing stands any more; generations go on counting. */
    record Withdraw(UUID work, MemberId member, OutboxMessage result) implements OfLists {}

    /** The member is forgotten; that they are goes into the journal of erasures. */
    record Erase(UUID work, MemberId member, OutboxMessage result) implements OfLists {}

    /** Nothing changes; something may be told all the same. */
    record Leave(UUID work, @Nullable OutboxMessage result) implements Change {}
}
