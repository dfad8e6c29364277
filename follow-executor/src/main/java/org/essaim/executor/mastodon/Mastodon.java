package org.essaim.executor.mastodon;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.courtesy.WaysOut;
import org.essaim.executor.following.FollowNetwork;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.linking.LinkNetwork;
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.profiles.ProfileNetwork;
import org.essaim.executor.unlinking.AccessRevocation;

/** Puts the adapter together. */
public final class Mastodon {

    private final LinkNetwork links;
    private final FollowNetwork follows;
    private final ProfileNetwork profiles;
    private final AccessRevocation revocation;

    public Mastodon(
            MastodonSettings settings,
            WaysOut ways,
            PoliteWeb politeWeb,
            AddressGuard guard,
            ServerClients clients,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            SecureRandom random,
            InstantSource clock) {
        Web calls = ways.calls();
        MastodonServers servers = new MastodonServers(calls, guard, clients, settings, clock);
        this.links = new MastodonLinks(calls, servers, settings, random);
        this.revocation = new MastodonRevocation(ways.endings());
        this.follows = new MastodonFollows(calls, grants, budgets, limits, clock);
        this.profiles = new MastodonProfiles(politeWeb, guard);
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
