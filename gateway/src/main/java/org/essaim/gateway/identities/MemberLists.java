package org.essaim.gateway.identities;

import java.util.Optional;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;

/** The lists of a member at archive-ingest. */
public interface MemberLists {

    /** Whom the member's archive blocks; empty when they brought none. Throws {@link ListsUnreachableException}. */
    Optional<IdSet> blocks(MemberId member);

    /** Whom the member follows on X; empty when they brought no archive. Throws {@link ListsUnreachableException}. */
    Optional<IdSet> followings(MemberId member);

    /** Who follows the member there; the same. */
    Optional<IdSet> followers(MemberId member);

    /** Whom the member mutes there; the same. */
    Optional<IdSet> mutes(MemberId member);
}
