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

    /**
     * Makes its parts.
     *
     * @param linkWeb goes where a person's address leads, and nowhere that does not want us
     */
    public Bluesky(
            BlueskySettings settings,
            OAuthClient client,
            Web web,
            Web linkWeb,
            PoliteWeb politeWeb,
            AddressGuard guard,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            SecureRandom random,
            InstantSource clock) {
        Identities identities = new Identities(web, guard, settings);
        this.profiles = new BlueskyProfiles(politeWeb, identities);
        DpopWeb dpop = new DpopWeb(web, clock);
        AuthorizationServers servers = new AuthorizationServers(web);
        BlueskyOAuth oauth = new BlueskyOAuth(dpop, client, clock);
        this.links = new BlueskyLinks(
                new Identities(linkWeb, guard, settings),
                new AuthorizationServers(linkWeb),
                new BlueskyOAuth(new DpopWeb(linkWeb, clock), client, clock),
                random);
        this.revocation = new BlueskyRevocation(oauth);
        Targets targets = new Targets(web, identities, settings);
        this.follows =
                new BlueskyFollows(web, dpop, oauth, identities, servers, targets, grants, budgets, limits, clock);
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
