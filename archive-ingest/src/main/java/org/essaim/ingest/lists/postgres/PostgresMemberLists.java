package org.essaim.ingest.lists.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.ListKind;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.Standing;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.ingest.sealing.SealingKeys;
import org.essaim.platform.erasures.ErasureJournal;

/** Packing and sealing are done before the transaction, which holds nothing but statements. */
@ApplicationScoped
public class PostgresMemberLists implements MemberLists {

    private final StandingQuery standing;
    private final StoredLists stored;
    private final RowSeals seals;
    private final GroupCommit commits;
    private final ErasureJournal journal;
    private final InstantSource clock;

    public PostgresMemberLists(
            StandingQuery standing,
            StoredLists stored,
            SealingKeys keys,
            GroupCommit commits,
            ErasureJournal journal,
            InstantSource clock) {
        this.standing = standing;
        this.stored = stored;
        this.seals = new RowSeals(keys);
        this.commits = commits;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Standing standing(MemberId member) {
        return standing.of(member);
    }

    @Override
    public Optional<StandingLists> read(MemberId member) {
        return stored.read(List.of(member)).stream().findFirst();
    }

    @Override
    public Optional<OwnedIds> read(MemberId member, Kind kind) {
        return stored.read(
                member,
                switch (kind) {
                    case FOLLOWINGS -> ListKind.FOLLOWINGS;
                    case FOLLOWERS -> ListKind.FOLLOWERS;
                    case BLOCKS -> ListKind.BLOCKS;
                    case MUTES -> ListKind.MUTES;
                });
    }

    @Override
    public void stand(UUID work, StandingLists lists, ArchiveIngested result) {
        commits.make(new Change.Stand(work, lists, seals.seal(lists), Publications.result(result)));
    }

    @Override
    public void reject(UUID work, ArchiveRejected result) {
        commits.make(new Change.Leave(work, Publications.result(result)));
    }

    @Override
    public void withdraw(UUID work, ArchiveRejected result) {
        commits.make(new Change.Withdraw(work, result.member(), Publications.result(result)));
    }

    @Override
    public void erase(UUID work, MemberId member) {
        commits.make(new Change.Erase(work, member, journal.entry(member, clock.instant())));
    }

    @Override
    public void leave(UUID work) {
        commits.make(new Change.Leave(work, null));
    }
}
