package org.essaim.ingest.lists.postgres;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.FreshLists;
import org.essaim.ingest.lists.ListRecords;
import org.essaim.ingest.lists.ListVersion;
import org.essaim.ingest.lists.Projection;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.platform.outbox.OutboxExpansion;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of {@code follow.lists} from the lists that were just sealed, or from the sealed rows: every bucket of what stands for a member, or the end of
 * every bucket when nothing does. No id leaves the sealed rows but on its way to the broker.
 */
@ApplicationScoped
class ListsExpansion implements OutboxExpansion {

    private static final Logger LOG = Logger.getLogger(ListsExpansion.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

    /** How many sealed bytes are opened at once; a member with more is opened alone. */
    private static final long AT_ONCE = 8L << 20;

    private final StoredLists stored;
    private final FreshLists fresh;
    private @Nullable Loop sweeper;

    ListsExpansion(StoredLists stored, FreshLists fresh) {
        this.stored = stored;
        this.fresh = fresh;
    }

    /** What another replica published, or nobody yet, is let go of here even when nothing else is brought. */
    void start(@Observes StartupEvent event) {
        sweeper = Loop.start("fresh-lists", BETWEEN_SWEEPS, () -> {
            fresh.letGo();
            return false;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (sweeper != null) {
            sweeper.stop(BETWEEN_SWEEPS);
        }
    }

    @Override
    public String name() {
        return Publications.LISTS;
    }

    @Override
    public void expand(List<OutboxMessage> claims, Consumer<OutboxMessage> publish) {
        Map<MemberId, ListVersion> versions = stored.versions(members(claims));
        List<OutboxMessage> left = new ArrayList<>();
        for (OutboxMessage claim : claims) {
            ListVersion version = versions.get(Publications.memberOf(claim));
            Optional<StandingLists> lists = version == null ? Optional.empty() : fresh.take(version);
            lists.ifPresentOrElse(
                    found -> buckets(found, Publications.projectionOf(claim), publish), () -> left.add(claim));
        }
        if (!left.isEmpty()) {
            expandFromRows(left, publish);
        }
    }

    private void expandFromRows(List<OutboxMessage> claims, Consumer<OutboxMessage> publish) {
        Map<MemberId, Long> sizes = stored.sizes(members(claims));
        List<OutboxMessage> turn = new ArrayList<>();
        long bytes = 0;
        for (OutboxMessage claim : claims) {
            long size = sizes.getOrDefault(Publications.memberOf(claim), 0L);
            if (!turn.isEmpty() && bytes + size > AT_ONCE) {
                expandTurn(turn, publish);
                turn.clear();
                bytes = 0;
            }
            turn.add(claim);
            bytes += size;
        }
        expandTurn(turn, publish);
    }

    private static List<MemberId> members(List<OutboxMessage> claims) {
        return claims.stream().map(Publications::memberOf).distinct().toList();
    }

    private void expandTurn(List<OutboxMessage> claims, Consumer<OutboxMessage> publish) {
        Map<MemberId, StandingLists> standing = stored.read(members(claims)).stream()
                .collect(Collectors.toMap(StandingLists::member, Function.identity()));
        for (OutboxMessage claim : claims) {
            MemberId member = Publications.memberOf(claim);
            StandingLists lists = standing.get(member);
            if (lists == null) {
                end(member, Publications.projectionOf(claim), publish);
            } else {
                buckets(lists, Publications.projectionOf(claim), publish);
            }
        }
    }

    /** Lists that were weighed for the usual buckets may be too large for a bucket of another count: they stay out of there. */
    private static void buckets(StandingLists lists, Projection to, Consumer<OutboxMessage> publish) {
        if (to.buckets() != Buckets.COUNT && ListRecords.areTooLarge(lists.contents(), to.buckets())) {
            LOG.errorf(
                    "lists left out of a topic, whose records they would be too large for topic=%s archive=%s",
                    to.topic(), lists.source().archive());
            end(lists.member(), to, publish);
            return;
        }
        List<FollowList> records = ListRecords.of(lists, to.buckets());
        for (int bucket = 0; bucket < to.buckets(); bucket++) {
            byte[] key = new MemberBucket(lists.member(), bucket).toBytes();
            publish.accept(OutboxMessage.state(
                    to.topic(), bucket, key, records.get(bucket).pack()));
        }
    }

    private static void end(MemberId member, Projection to, Consumer<OutboxMessage> publish) {
        for (int bucket = 0; bucket < to.buckets(); bucket++) {
            byte[] key = new MemberBucket(member, bucket).toBytes();
            publish.accept(OutboxMessage.state(to.topic(), bucket, key, null));
        }
    }
}
