package org.essaim.ingest;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.ListName;
import org.jspecify.annotations.Nullable;

/**
 * What follows on what stands. A list that an upload gives whole replaces the one that stands. One that it does not give, or not to its
 * end, takes nothing away: what stands stays, and what could be read is added. A lone {@code following.js} thus unblocks
 * nobody.
 */
final class Succession {

    private final ArchiveContents upload;
    private final ArchiveContents before;

    /** @param before what stands, of the same owner */
    Succession(ArchiveContents upload, ArchiveContents before) {
        this.upload = upload;
        this.before = before;
    }

    /** Whether a list that stands whole would be replaced. */
    static boolean replaces(ArchiveContents upload, ArchiveContents before) {
        return Stream.of(ListName.values())
                .anyMatch(list -> !upload.incomplete().contains(list)
                        && !before.incomplete().contains(list));
    }

    /** The next generation, which says among its problems what was kept. */
    ArchiveContents contents() {
        IdSet followings = ids(ListName.FOLLOWINGS, ArchiveContents::followings);
        IdSet followers = ids(ListName.FOLLOWERS, ArchiveContents::followers);
        Set<ListName> kept = kept();
        Set<ListName> incomplete = EnumSet.noneOf(ListName.class);
        incomplete.addAll(upload.incomplete());
        incomplete.retainAll(before.incomplete());
        return new ArchiveContents(
                owner(),
                kept.isEmpty() ? upload.generatedAt() : later(upload.generatedAt(), before.generatedAt()),
                followings,
                followers,
                ids(ListName.BLOCKS, ArchiveContents::blocks),
                ids(ListName.MUTES, ArchiveContents::mutes),
                closeness(followings),
                sightings(followings, followers),
                incomplete,
                problems(kept));
    }

    /** A lone list names nobody. */
    private ClaimedOwner owner() {
        ClaimedOwner named = upload.owner();
        return new ClaimedOwner(
                named.xId(),
                named.handle() == null ? before.owner().handle() : named.handle(),
                named.name() == null ? before.owner().name() : named.name());
    }

    private IdSet ids(ListName list, Function<ArchiveContents, IdSet> part) {
        IdSet given = part.apply(upload);
        return upload.incomplete().contains(list)
                ? IdSet.of(LongStream.concat(given.stream(), part.apply(before).stream())
                        .toArray())
                : given;
    }

    /** Ranks of two countings do not mix: those that stand stay when there are no others. */
    private Closeness closeness(IdSet followings) {
        boolean stays = upload.incomplete().contains(ListName.CLOSENESS)
                && upload.closeness().size() == 0;
        return stays
                ? Closeness.of(LongStream.of(before.closeness().toArray())
                        .filter(followings::contains)
                        .toArray())
                : upload.closeness();
    }

    private List<HandleSighting> sightings(IdSet followings, IdSet followers) {
        if (!upload.incomplete().contains(ListName.SIGHTINGS)) {
            return upload.sightings();
        }
        Map<XId, HandleSighting> newest = new HashMap<>();
        Stream.concat(before.sightings().stream(), upload.sightings().stream())
                .filter(seen -> followings.contains(seen.xId().value())
                        || followers.contains(seen.xId().value()))
                .forEach(seen -> newest.merge(
                        seen.xId(), seen, (one, other) -> one.seenAt().isAfter(other.seenAt()) ? one : other));
        return newest.values().stream()
                .sorted(Comparator.comparingLong(seen -> seen.xId().value()))
                .toList();
    }

    private Set<ListName> kept() {
        Set<ListName> kept = EnumSet.noneOf(ListName.class);
        upload.incomplete().stream().filter(list -> before.size(list) > 0).forEach(kept::add);
        return kept;
    }

    /** What is made of two archives is as old as the newer one: an archive between them would take something back. */
    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private List<String> problems(Set<ListName> kept) {
        if (kept.isEmpty()) {
            return upload.problems();
        }
        String words = kept.stream().map(ListName::words).collect(Collectors.joining(", "));
        return Stream.concat(
                        upload.problems().stream(),
                        Stream.of(
                                "Kept from what you brought before, as this does not give them whole: " + words + "."))
                .toList();
    }
}
