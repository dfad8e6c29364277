package org.essaim.ingest.lists;

import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ArchiveContents;

/** What {@code follow.lists.v1} says of a generation: one record a bucket, empty ones too. */
public final class ListRecords {

    private ListRecords() {}

    /** The records by bucket number, under this many buckets. */
    public static List<FollowList> of(StandingLists lists, int buckets) {
        ArchiveContents contents = lists.contents();
        IdSet[] followings = contents.followings().byBucket(buckets);
        IdSet[] followers = contents.followers().byBucket(buckets);
        IdSet[] blocks = contents.blocks().byBucket(buckets);
        int[][] closeness =
                contents.closeness().size() == 0 ? null : contents.closeness().ranksBeside(followings);
        List<FollowList> records = new ArrayList<>(buckets);
        for (int bucket = 0; bucket < buckets; bucket++) {
            records.add(new FollowList(
                    lists.generation(),
                    contents.owner().xId(),
                    lists.assurance(),
                    followings[bucket],
                    followers[bucket],
                    blocks[bucket],
                    closeness == null ? null : closeness[bucket]));
        }
        return records;
    }
}
