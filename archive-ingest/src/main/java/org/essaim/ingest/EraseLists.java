package org.essaim.ingest;

import java.io.IOException;
import java.util.UUID;
import org.essaim.contracts.ListsErased;
import org.essaim.ingest.lists.MemberLists;

/** Forgets all that a member brought. */
public final class EraseLists {

    private final MemberLists lists;
    private final SweepUploads sweep;

    public EraseLists(MemberLists lists, SweepUploads sweep) {
        this.lists = lists;
        this.sweep = sweep;
    }

    /**
     * Deletes the rows and ends every bucket's record. The member's uploads were settled before this, in their order; the
     * sweep takes what a crash may have left of them.
     *
     * @param work what ends with the transaction
     */
    public void erase(UUID work, ListsErased erasure) throws IOException {
        lists.erase(work, erasure.member());
        sweep.sweep();
    }
}
