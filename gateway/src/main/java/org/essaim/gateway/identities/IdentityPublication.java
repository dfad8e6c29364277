package org.essaim.gateway.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Findability;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;

/** Tells the matcher who a member is. A withdrawal needs no other service, so it never waits for one. */
@ApplicationScoped
public class IdentityPublication {

    /** The job that does this; its subject is the member. */
    public static final String JOB = "identity";

    private final Identities identities;
    private final MemberLists lists;

    public IdentityPublication(Identities identities, MemberLists lists) {
        this.identities = identities;
        this.lists = lists;
    }

    /** Publishes what holds now. Throws {@link ListsUnreachableException} when that needs lists that cannot be read. */
    public void publish(MemberId member, UUID job) {
        boolean settled = false;
        while (!settled) {
            IdentityFacts facts = identities.factsOf(member);
            IdSet blocks = facts.findable() ? read(facts, lists.blocks(member)) : IdSet.EMPTY;
            IdSet follows = facts.findable() && facts.findability() == Findability.PEOPLE_I_FOLLOW_TOO
                    ? read(facts, lists.followings(member))
                    : IdSet.EMPTY;
            settled = identities.settle(member, facts, blocks, follows, job);
        }
    }

    private static IdSet read(IdentityFacts facts, Optional<IdSet> list) {
        if (list.isEmpty() && facts.listsGeneration() > 0) {
            throw new ListsUnreachableException("lists that were told to stand are not there", null);
        }
        return list.orElse(IdSet.EMPTY);
    }
}
