package org.essaim.executor.mastodon;

import java.time.InstantSource;
import org.essaim.contracts.Network;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.following.FollowNetwork;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.guard.Web;

/** Opens sessions on servers. */
final class MastodonFollows implements FollowNetwork {

    private final Web web;
    private final Grants grants;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;

    MastodonFollows(Web web, Grants grants, Budgets budgets, BudgetLimits limits, InstantSource clock) {
        this.web = web;
        this.grants = grants;
        this.budgets = budgets;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Network network() {
        return Network.MASTODON;
    }

    /** A server knows no batches; and follows have no names there, so as few as can be are in doubt after a crash. */
    @Override
    public int together() {
        return 1;
    }

    @Override
    public FollowSession open(OpenGrant grant, int day) {
        MastodonAccess access = new MastodonAccess(web, grants, budgets, limits, clock, grant);
        return new MastodonFollowSession(access, new MastodonTargets(access), day);
    }
}
