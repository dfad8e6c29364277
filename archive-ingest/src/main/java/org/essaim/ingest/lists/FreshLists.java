package org.essaim.ingest.lists;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.archive.ArchiveContents;

/**
 * Lists that were sealed a moment ago and are about to be published, so that the drainer need not read and open their rows again. Only
 * a shortcut: the claim in the outbox is what makes them published, and lists that are not here any more (another replica's,
 * after a restart, under a backlog) are read from their rows.
 *
 * <p>Whoever takes lists names the version that stands, so what was rolled back, replaced or erased meanwhile is never taken. Few are
 * kept, and none for long.
 */
public final class FreshLists {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final long mostIds;
    private final InstantSource clock;
    private final Map<ListVersion, Fresh> fresh = new LinkedHashMap<>();
    private long ids;

    /** @param mostIds how many ids may be kept, at 8 bytes each */
    public FreshLists(long mostIds, InstantSource clock) {
        this.mostIds = mostIds;
        this.clock = clock;
    }

    private record Fresh(StandingLists lists, Instant since) {}

    /** Keeps what will be published of these lists, and lets go of the oldest ones. */
    public synchronized void put(StandingLists lists) {
        take(ListVersion.of(lists));
        fresh.put(ListVersion.of(lists), new Fresh(published(lists), clock.instant()));
        ids += size(lists);
        letGo();
    }

    /** Lets go of what nobody took for a minute, and of the oldest where there are too many. Asked for from time to time, too. */
    public synchronized void letGo() {
        Instant oldest = clock.instant().minus(LONGEST);
        Iterator<Fresh> eldest = fresh.values().iterator();
        while (eldest.hasNext()) {
            Fresh next = eldest.next();
            if (ids <= mostIds && !next.since().isBefore(oldest)) {
                return;
            }
            ids -= size(next.lists());
            eldest.remove();
        }
    }

    /** Gives and forgets the lists of this version, if they are here. */
    public synchronized Optional<StandingLists> take(ListVersion version) {
        Fresh found = fresh.remove(version);
        if (found == null) {
            return Optional.empty();
        }
        ids -= size(found.lists());
        return Optional.of(found.lists());
    }

    /** Forgets every list of the member. */
    public synchronized void forget(MemberId member) {
        fresh.values().removeIf(next -> {
            boolean his = next.lists().member().equals(member);
            ids -= his ? size(next.lists()) : 0;
            return his;
        });
    }

    private static StandingLists published(StandingLists lists) {
        ArchiveContents contents = lists.contents();
        return new StandingLists(
                lists.member(),
                lists.generation(),
                lists.source(),
                lists.assurance(),
                new ArchiveContents(
                        contents.owner(),
                        contents.generatedAt(),
                        contents.followings(),
                        contents.followers(),
                        contents.blocks(),
                        IdSet.EMPTY,
                        contents.closeness(),
                        List.of(),
                        Set.of(),
                        List.of()));
    }

    private static long size(StandingLists lists) {
        ArchiveContents contents = lists.contents();
        return (long) contents.followings().size()
                + contents.followers().size()
                + contents.blocks().size()
                + contents.closeness().size();
    }
}
