package org.essaim.executor;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.executor.bluesky.Bluesky;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.oauth.OAuthClient;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.courtesy.BlueskyManners;
import org.essaim.executor.courtesy.Courtesy;
import org.essaim.executor.courtesy.MastodonManners;
import org.essaim.executor.courtesy.WaysOut;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.MeteredWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.mastodon.Mastodon;
import org.essaim.executor.mastodon.MastodonSettings;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.executor.stops.LeftOutHosts;

/** Puts the ways out and the networks together. */
final class NetworkWiring {

    private NetworkWiring() {}

    @Produces
    @Singleton
    static AddressGuard guard(ExecutorConfig config) {
        return new AddressGuard(config.loopbackAllowed(), host -> List.of(InetAddress.getAllByName(host)));
    }

    @Produces
    @Singleton
    static Web web(ExecutorConfig config, AddressGuard guard, MeterRegistry metrics) {
        ExecutorConfig.Web web = config.web();
        String userAgent = "Essaim/0.1 (+" + config.contact() + ")";
        WebLimits limits =
                new WebLimits(web.connectTimeout(), web.timeout(), web.lookTimeout(), web.mostBytes(), userAgent);
        return new MeteredWeb(new GuardedWeb(guard, limits), metrics);
    }

    @Produces
    @Singleton
    static Courtesy courtesy(
            ExecutorConfig config,
            Web web,
            Budgets budgets,
            BudgetLimits limits,
            LeftOutHosts leftOut,
            InstantSource clock) {
        int redirects = config.web().mostRedirects();
        return new Courtesy(
                WaysOut.over(web, new BlueskyManners(limits), budgets, leftOut, redirects, clock),
                WaysOut.over(web, new MastodonManners(limits), budgets, leftOut, redirects, clock));
    }

    @Produces
    @Singleton
    static BlueskySettings blueskySettings(ExecutorConfig config) {
        ExecutorConfig.Bluesky bluesky = config.bluesky();
        return new BlueskySettings(
                bluesky.handleResolver(),
                bluesky.plcDirectory(),
                Optional.of(bluesky.appview())
                        .filter(appview -> !appview.equals("none"))
                        .map(URI::create),
                config.publicUrl(),
                config.redirectUri(),
                bluesky.clientKey().orElse(null));
    }

    @Produces
    @Singleton
    static OAuthClient blueskyClient(BlueskySettings settings, InstantSource clock) {
        return new OAuthClient(settings, clock);
    }

    @Produces
    @Singleton
    static Bluesky bluesky(
            BlueskySettings settings,
            OAuthClient client,
            Courtesy courtesy,
            PoliteWeb politeWeb,
            AddressGuard guard,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            SecureRandom random,
            InstantSource clock) {
        return new Bluesky(
                settings, client, courtesy.bluesky(), politeWeb, guard, grants, budgets, limits, random, clock);
    }

    @Produces
    @Singleton
    static Mastodon mastodon(
            ExecutorConfig config,
            Courtesy courtesy,
            PoliteWeb politeWeb,
            AddressGuard guard,
            ServerClients clients,
            Grants grants,
            Budgets budgets,
            BudgetLimits limits,
            SecureRandom random,
            InstantSource clock) {
        MastodonSettings settings = new MastodonSettings(
                config.redirectUri(), config.publicUrl(), config.mastodon().software());
        return new Mastodon(
                settings, courtesy.mastodon(), politeWeb, guard, clients, grants, budgets, limits, random, clock);
    }

    @Produces
    @Singleton
    static PoliteWeb politeWeb(
            Courtesy courtesy, Budgets budgets, BudgetLimits limits, EmergencyStops stops, InstantSource clock) {
        return new PoliteWeb(
                Map.of(
                        Network.BLUESKY, courtesy.bluesky().looks(),
                        Network.MASTODON, courtesy.mastodon().looks()),
                budgets,
                limits,
                stops,
                clock);
    }
}
