package org.essaim.executor.ledger;

import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;

/** What is planned and not followed yet, for those who want to see it or do it themselves. */
public interface OpenPlans {

    /** Targets that wait for their follow, closest people first; none when the account is not the member's. */
    List<TargetAccount> targets(MemberId member, String actingId, int most);

    /** How each of the member's acting accounts comes along. */
    List<Progress> progress(MemberId member);
}
