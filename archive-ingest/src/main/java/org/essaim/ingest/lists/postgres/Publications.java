package org.essaim.ingest.lists.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.ingest.lists.ListRecords;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.platform.outbox.OutboxMessage;

/** What each change tells the topics. */
final class Publications {

    private static final String SOURCE = "/essaim/archive-ingest";

    private Publications() {}

    /** Every bucket of a generation. */
    static List<OutboxMessage> buckets(StandingLists lists) {
        List<FollowList> records = ListRecords.of(lists);
        List<OutboxMessage> messages = new ArrayList<>(Buckets.COUNT + 1);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            byte[] key = new MemberBucket(lists.member(), bucket).toBytes();
            messages.add(OutboxMessage.state(
                    Topics.FOLLOW_LISTS, bucket, key, records.get(bucket).pack()));
        }
        return messages;
    }

    /** The end of every bucket. */
    static List<OutboxMessage> tombstones(MemberId member) {
        List<OutboxMessage> messages = new ArrayList<>(Buckets.COUNT + 1);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            byte[] key = new MemberBucket(member, bucket).toBytes();
            messages.add(OutboxMessage.tombstone(Topics.FOLLOW_LISTS, bucket, key));
        }
        return messages;
    }

    /** What became of an upload; told again it carries the same {@code ce_id}. */
    static OutboxMessage result(ArchiveResult result) {
        CloudEvent event = switch (result) {
            case ArchiveIngested ingested ->
                event(ingested.archive() + "|" + ingested.generation(), ingested.at(), ingested);
            case ArchiveRejected rejected ->
                event(rejected.archive() + "|" + rejected.reason(), rejected.at(), rejected);
        };
        return OutboxMessage.event(Topics.ARCHIVE_RESULTS, result.member().asString(), event);
    }

    private static CloudEvent event(String cause, Instant at, ArchiveResult result) {
        return CloudEvent.causedBy(cause, SOURCE, at, result);
    }
}
