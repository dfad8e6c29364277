package org.essaim.executor.bluesky.follows;

import java.time.InstantSource;
import org.essaim.contracts.Network;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.following.FollowNetwork;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.guard.Web;

/** Opens sessions on repositories. */
public final class BlueskyFollows implements FollowNetwork {

    private final Web web;
    private final DpopWeb dpop;
    private final BlueskyOAuth oauth;
    private final Targets targets;
    private final Grants grants;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;

    public BlueskyFollows(
            Web web,
            DpopWeb dpop,
            BlueskyOAuth oauth,
            Targets targets,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            InstantSource clock) {
        this.web = web;
        this.dpop = dpop;
        this.oauth = oauth;
        this.targets = targets;
        this.grants = grants;
        this.budgets = budgets;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public FollowSession open(OpenGrant grant) {
        String did = grant.grant().account().id();
        return new BlueskyFollowSession(
                web,
                new BlueskyAccess(dpop, oauth, grants, clock, grant),
                new Allowance(budgets, limits, clock, did),
                targets);
    }
}
