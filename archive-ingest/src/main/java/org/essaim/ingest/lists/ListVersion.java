package org.essaim.ingest.lists;

import java.util.UUID;
import org.essaim.contracts.MemberId;

/**
 * Names just one content of a member's lists, for good: a generation alone would not, as an erased member begins at 1 again.
 *
 * @param archive the upload the lists were read from
 */
public record ListVersion(MemberId member, UUID archive, long generation) {

    public static ListVersion of(StandingLists lists) {
        return new ListVersion(lists.member(), lists.source().archive(), lists.generation());
    }
}
