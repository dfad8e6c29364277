package org.essaim.ingest.lists;

import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;

/**
 * The record of every member's lists. Each change is one transaction with what is told of it and with the end of the work
 * that asked for it; when that work was ended by someone else meanwhile, nothing changes and the call fails.
 */
public interface MemberLists {

    /** The lists that can be read alone. */
    enum Kind {
        FOLLOWINGS,
        FOLLOWERS,
        BLOCKS,
        MUTES
    }

    Standing standing(MemberId member);

    /** The standing generation, whole; empty when none stands. */
    Optional<StandingLists> read(MemberId member);

    /** One list of the standing generation; empty when none stands. */
    Optional<OwnedIds> read(MemberId member, Kind kind);

    /** Makes a generation stand, in place of every earlier one, and publishes each of its buckets. */
    void stand(UUID work, StandingLists lists, ArchiveIngested result);

    /** Tells that an upload changes nothing. */
    void reject(UUID work, ArchiveRejected result);

    /** Ends the standing lists, in every store and bucket, and tells why; the count of generations goes on. */
    void withdraw(UUID work, ArchiveRejected result);

    /** Forgets the member. */
    void erase(UUID work, MemberId member);

    /** Ends work that changes nothing and has nothing to tell. */
    void leave(UUID work);

    /** A list, whose it is by the archive, and the generation it stands in. */
    record OwnedIds(long generation, long ownerXId, IdSet ids) {}
}
