package org.essaim.gateway.identities;

import java.util.UUID;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;

/** The identities as they were told. */
public interface Identities {

    IdentityFacts factsOf(MemberId member);

    /**
     * Tells the identity, or that there is none, if that differs from what was told, and completes the job.
     *
     * @param facts what the lists were read for
     * @return false, and nothing done, when other facts hold by now
     */
    boolean settle(MemberId member, IdentityFacts facts, IdSet blocks, IdSet follows, UUID job);
}
