package org.essaim.ingest.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.ArchiveContents;

/** What {@code follow.lists.v1} says of a generation: one record a bucket, empty ones too. */
public final class ListRecords {

    /** Half of what the topic takes; five million followers, spread as people's are, give about 1.3 MB a bucket. */
    private static final long LARGEST = 2L << 20;

    /** What an id takes at most in a record, and so does a rank with its position. */
    private static final long BYTES_EACH = 8;

    private ListRecords() {}

    /**
     * Whether a record would be larger than is published. Only ids that were chosen for one bucket come together so many, or many ids
     * in few buckets, and one record that the topic does not take would keep back those of everybody.
     */
    public static boolean areTooLarge(ArchiveContents contents, int buckets) {
        List<IdSet> lists = List.of(contents.followings(), contents.followers(), contents.blocks());
        long ids = lists.stream().mapToLong(IdSet::size).sum()
                + contents.closeness().size();
        if (ids * BYTES_EACH <= LARGEST) {
            return false;
        }
        long[] bytes = new long[buckets];
        for (IdSet list : lists) {
            for (int i = 0; i < list.size(); i++) {
                bytes[Buckets.of(list.get(i), buckets)] += BYTES_EACH;
            }
        }
        for (long ranked : contents.closeness().toArray()) {
            bytes[Buckets.of(ranked, buckets)] += BYTES_EACH;
        }
        return Arrays.stream(bytes).anyMatch(record -> record > LARGEST);
    }

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
