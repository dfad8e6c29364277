package org.essaim.executor.handoff;

import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.OpenPlans;

/**
 * What is planned on a Mastodon account, as the file that the person's own server imports: such an import is not counted against the
 * follows of a day. What it follows is found as followed when its turn comes here.
 */
public final class FollowingList {

    /** More rows than that a server does not import. */
    private static final int MOST = 20_000;

    private static final String HEADER = "Account address,Show boosts,Notify on new posts,Languages\n";

    private final OpenPlans plans;

    public FollowingList(OpenPlans plans) {
        this.plans = plans;
    }

    /** The file, with its header even when nothing is planned. */
    public String csv(MemberId member, String actingId) {
        List<TargetAccount> targets = plans.targets(member, actingId, MOST);
        StringBuilder csv = new StringBuilder(HEADER);
        targets.stream()
                .map(TargetAccount::handle)
                .filter(FollowingList::isAddress)
                .forEach(address -> csv.append(address).append(",true,false,\n"));
        return csv.toString();
    }

    /** An address has nothing that a table would take for something else. */
    private static boolean isAddress(String handle) {
        return handle.matches("[\\w][\\w.-]*@[\\w.:-]+");
    }
}
