package org.essaim.gateway.xaccounts;

import java.util.Optional;
import org.essaim.contracts.MemberId;

/** The X accounts of members. One X account has at most one proven owner; any number may claim it. */
public interface XAccounts {

    Optional<XAccount> of(MemberId member);

    /**
     * What X says now, whole. A proof displaces every other member's claim or proof on that id, and they are told; a proof that is
     * gone falls back to what the archive claims, if anything. Tells archive-ingest and the identity job what changed; nothing changed, nothing told.
     */
    void settleProof(MemberId member, Optional<BrokerLink> link);
}
