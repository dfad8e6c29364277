package org.essaim.executor.bluesky.follows;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.executor.bluesky.identity.DidDocument;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.bluesky.oauth.AuthorizationServers;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.following.FollowNetwork;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;

/** Opens sessions on repositories. */
public final class BlueskyFollows implements FollowNetwork {

    private final Web web;
    private final DpopWeb dpop;
    private final BlueskyOAuth oauth;
    private final Identities identities;
    private final AuthorizationServers servers;
    private final Targets targets;
    private final Grants grants;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;

    public BlueskyFollows(
            Web web,
            DpopWeb dpop,
            BlueskyOAuth oauth,
            Identities identities,
            AuthorizationServers servers,
            Targets targets,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            InstantSource clock) {
        this.web = web;
        this.dpop = dpop;
        this.oauth = oauth;
        this.identities = identities;
        this.servers = servers;
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
    public int together() {
        return BlueskyFollowSession.CHUNK;
    }

    @Override
    public FollowSession open(OpenGrant grant, int day) {
        String did = grant.grant().account().id();
        return new BlueskyFollowSession(
                web,
                new BlueskyAccess(dpop, oauth, grants, this::movedTo, clock, grant),
                new Allowance(budgets, limits, clock, did),
                targets,
                day);
    }

    private Optional<URI> movedTo(String did, URI from, String issuer) throws WebException {
        Optional<URI> pds = identities.byDid(did).map(DidDocument::pds).filter(now -> !now.equals(from));
        try {
            boolean same = pds.isPresent() && servers.of(pds.get()).issuer().equals(issuer);
            return same ? pds : Optional.empty();
        } catch (LinkRefusedException e) {
            if (e.refusal() == LinkRefusal.NETWORK_UNREACHABLE) {
                throw new NoAnswerException("where a repository moved does not answer", false, e);
            }
            return Optional.empty();
        }
    }
}
