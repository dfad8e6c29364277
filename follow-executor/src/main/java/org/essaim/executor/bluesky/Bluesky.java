package org.essaim.executor.bluesky;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.essaim.executor.bluesky.follows.BlueskyFollows;
import org.essaim.executor.bluesky.follows.Targets;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.bluesky.oauth.AuthorizationServers;
import org.essaim.executor.bluesky.oauth.BlueskyLinks;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.BlueskyRevocation;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.bluesky.oauth.OAuthClient;
import org.essaim.executor.bluesky.profiles.BlueskyProfiles;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.courtesy.WaysOut;
import org.essaim.executor.following.FollowNetwork;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.linking.LinkNetwork;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.profiles.ProfileNetwork;
import org.essaim.executor.unlinking.AccessRevocation;

/** Puts the adapter together. */
public final class Bluesky {

    private final LinkNetwork links;
    private final FollowNetwork follows;
    private final ProfileNetwork profiles;
    private final AccessRevocation revocation;

    public Bluesky(
            BlueskySettings settings,
            OAuthClient client,
            WaysOut ways,
            PoliteWeb politeWeb,
            AddressGuard guard,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            SecureRandom random,
            InstantSource clock) {
        Web calls = ways.calls();
        Identities identities = new Identities(calls, guard, settings);
        Identities elsewhere = new Identities(ways.looks(), guard, settings);
        DpopWeb dpop = new DpopWeb(calls, clock);
        AuthorizationServers servers = new AuthorizationServers(calls);
        BlueskyOAuth oauth = new BlueskyOAuth(dpop, client, clock);
        Targets targets = new Targets(ways.looks(), elsewhere, settings);
        this.links = new BlueskyLinks(identities, servers, oauth, random);
        this.follows =
                new BlueskyFollows(calls, dpop, oauth, identities, servers, targets, grants, budgets, limits, clock);
        this.revocation = new BlueskyRevocation(new BlueskyOAuth(new DpopWeb(ways.endings(), clock), client, clock));
        this.profiles = new BlueskyProfiles(politeWeb, elsewhere);
    }

    public LinkNetwork links() {
        return links;
    }

    public FollowNetwork follows() {
        return follows;
    }

    public AccessRevocation revocation() {
        return revocation;
    }

    public ProfileNetwork profiles() {
        return profiles;
    }
}
