package org.essaim.ingest.lists.postgres;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.ingest.lists.Projection;
import org.essaim.platform.outbox.OutboxMessage;

/** What each change tells the topics. */
final class Publications {

    /** The claim that {@link ListsExpansion} makes records of. */
    static final String LISTS = "lists";

    private static final String BUCKETS = "buckets";
    private static final String SOURCE = "/essaim/archive-ingest";

    private Publications() {}

    /** That the member's lists have changed: every bucket of what stands, or its end, is to be published. */
    static OutboxMessage lists(MemberId member) {
        return lists(member, new Projection(Topics.FOLLOW_LISTS.name(), Buckets.COUNT));
    }

    /** The same for another topic with other buckets. */
    static OutboxMessage lists(MemberId member, Projection to) {
        byte[] key = ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
        return OutboxMessage.claim(LISTS, to.topic(), key, Map.of(BUCKETS, Integer.toString(to.buckets())));
    }

    static MemberId memberOf(OutboxMessage claim) {
        ByteBuffer key = ByteBuffer.wrap(claim.key());
        return new MemberId(new UUID(key.getLong(), key.getLong()));
    }

    static Projection projectionOf(OutboxMessage claim) {
        return new Projection(claim.topic(), Integer.parseInt(claim.headers().getOrDefault(BUCKETS, "")));
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
