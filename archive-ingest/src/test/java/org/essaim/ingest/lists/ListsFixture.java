package org.essaim.ingest.lists;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.ListName;

/** Small lists. */
public final class ListsFixture {

    public static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    private ListsFixture() {}

    public static ArchiveContents contents(long... followings) {
        return new ArchiveContents(
                new ClaimedOwner(new XId(1000), "keeper", null),
                Instant.parse("2022-10-11T03:33:17Z"),
                IdSet.of(followings),
                IdSet.of(2, 3),
                IdSet.of(9, 1_494_116_032_364_957_699L),
                IdSet.of(8),
                followings.length == 0 ? Closeness.NONE : Closeness.of(followings[0]),
                List.of(new HandleSighting(new XId(2), "two", Instant.parse("2021-01-12T17:00:02Z"))),
                Set.of(ListName.MUTES),
                List.of("mute.js: 1 lines name no account."));
    }

    public static StandingLists lists(MemberId member, long generation, long... followings) {
        return new StandingLists(
                member,
                generation,
                new ArchiveSource(UUID.nameUUIDFromBytes(new byte[] {(byte) generation}), "ab".repeat(32)),
                Assurance.CLAIMED,
                contents(followings));
    }

    public static ArchiveIngested ingested(StandingLists lists) {
        return new ArchiveIngested(
                lists.member(),
                lists.source().archive(),
                lists.generation(),
                lists.contents().owner().xId(),
                null,
                lists.assurance(),
                lists.counts(),
                List.of(),
                AT);
    }

    public static ArchiveRejected rejected(MemberId member) {
        return new ArchiveRejected(
                member, UUID.randomUUID(), ArchiveRejected.Reason.OWNER_DIFFERS, "Bring another.", AT);
    }
}
