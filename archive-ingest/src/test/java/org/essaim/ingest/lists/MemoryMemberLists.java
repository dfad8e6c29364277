package org.essaim.ingest.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.MemberId;

/** The record in memory; keeps what it would have told. */
public final class MemoryMemberLists implements MemberLists {

    private final Map<MemberId, Long> generations = new TreeMap<>();
    private final Map<MemberId, StandingLists> standing = new TreeMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final List<ArchiveResult> told = new ArrayList<>();

    public List<ArchiveResult> told() {
        return List.copyOf(told);
    }

    public boolean isEnded(UUID work) {
        return ended.contains(work);
    }

    private void end(UUID work) {
        if (!ended.add(work)) {
            throw new IllegalStateException("the work was ended before");
        }
    }

    @Override
    public Standing standing(MemberId member) {
        Optional<StandingLists> lists = read(member);
        return new Standing(
                generations.getOrDefault(member, 0L),
                lists.map(StandingLists::source),
                lists.isEmpty() ? null : lists.get().contents().generatedAt());
    }

    @Override
    public Optional<StandingLists> read(MemberId member) {
        return Optional.ofNullable(standing.get(member));
    }

    @Override
    public Optional<OwnedIds> read(MemberId member, Kind kind) {
        return read(member)
                .map(lists -> new OwnedIds(
                        lists.generation(),
                        lists.contents().owner().xId().value(),
                        switch (kind) {
                            case FOLLOWINGS -> lists.contents().followings();
                            case FOLLOWERS -> lists.contents().followers();
                            case BLOCKS -> lists.contents().blocks();
                            case MUTES -> lists.contents().mutes();
                        }));
    }

    @Override
    public void stand(UUID work, StandingLists lists, ArchiveIngested result) {
        if (lists.generation() != generations.getOrDefault(lists.member(), 0L) + 1) {
            throw new IllegalStateException("the member's lists have moved on");
        }
        end(work);
        generations.put(lists.member(), lists.generation());
        standing.put(lists.member(), lists);
        told.add(result);
    }

    @Override
    public void reject(UUID work, ArchiveRejected result) {
        end(work);
        told.add(result);
    }

    @Override
    public void withdraw(UUID work, ArchiveRejected result) {
        end(work);
        standing.remove(result.member());
        told.add(result);
    }

    @Override
    public void erase(UUID work, MemberId member) {
        end(work);
        standing.remove(member);
        generations.remove(member);
    }

    @Override
    public void leave(UUID work) {
        end(work);
    }
}
