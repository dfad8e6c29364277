package org.essaim.executor;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.executor.bluesky.Bluesky;
import org.essaim.executor.bluesky.follows.TidIntents;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.DailyPace;
import org.essaim.executor.files.ShiftedClock;
import org.essaim.executor.following.ExecuteFollows;
import org.essaim.executor.following.FollowPace;
import org.essaim.executor.following.HostHealth;
import org.essaim.executor.forecast.Forecast;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Revocations;
import org.essaim.executor.handoff.FollowingList;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.OpenPlans;
import org.essaim.executor.linking.CompleteLink;
import org.essaim.executor.linking.LinkAttempts;
import org.essaim.executor.linking.LinkNetwork;
import org.essaim.executor.linking.StartLink;
import org.essaim.executor.mastodon.Mastodon;
import org.essaim.executor.members.MemberBindings;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.profiles.Profiles;
import org.essaim.executor.profiles.RefreshProfiles;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.executor.unlinking.EraseMember;
import org.essaim.executor.unlinking.RevokeAccess;
import org.essaim.executor.unlinking.UnlinkAccount;

/** Puts the service together; everything that is not a framework's bean is made here, or in {@link NetworkWiring}. */
final class Wiring {

    private Wiring() {}

    @Produces
    @Singleton
    static InstantSource clock(ExecutorConfig config) {
        Optional<Path> shift = config.clockShift().filter(_ -> config.loopbackAllowed());
        return shift.isPresent() ? new ShiftedClock(Clock.systemUTC(), shift.get()) : Clock.systemUTC();
    }

    @Produces
    @Singleton
    static SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    static KeyRing keys(ExecutorConfig config, SecureRandom random) {
        return KeyRing.parse(config.keys(), random);
    }

    @Produces
    @Singleton
    static BudgetLimits limits(ExecutorConfig config) {
        ExecutorConfig.Budgets budgets = config.budgets();
        return new BudgetLimits(
                budgets.sharePercent(),
                budgets.blueskyPointsPerHour(),
                budgets.blueskyPointsPerDay(),
                budgets.blueskyRequestsPerHost(),
                budgets.blueskyFollowsPerDay(),
                budgets.mastodonCallsPerAccount(),
                budgets.mastodonFollowsPerDay(),
                budgets.mastodonCallsPerHost(),
                budgets.mastodonCallsPerAddress(),
                new DailyPace(
                        budgets.ramp(), budgets.lopsidedFrom(), budgets.lopsidedBelow(), budgets.lopsidedPercent()));
    }

    @Produces
    @Singleton
    static RefreshProfiles refreshProfiles(
            ExecutorConfig config,
            Profiles profiles,
            Bluesky bluesky,
            Mastodon mastodon,
            PoliteWeb web,
            InstantSource clock) {
        return new RefreshProfiles(
                profiles,
                Map.of(Network.BLUESKY, bluesky.profiles(), Network.MASTODON, mastodon.profiles()),
                web,
                config.profiles().fresh(),
                clock);
    }

    @Produces
    @Singleton
    static Forecast forecast(OpenPlans plans, Budgets budgets, BudgetLimits limits, InstantSource clock) {
        return new Forecast(plans, budgets, limits, clock);
    }

    @Produces
    @Singleton
    static FollowingList followingList(OpenPlans plans) {
        return new FollowingList(plans);
    }

    @Produces
    @Singleton
    static StartLink startLink(
            Bluesky bluesky,
            Mastodon mastodon,
            LinkAttempts attempts,
            LeftOutHosts leftOut,
            SecureRandom random,
            InstantSource clock) {
        return new StartLink(links(bluesky, mastodon), attempts, leftOut, random, clock);
    }

    @Produces
    @Singleton
    static CompleteLink completeLink(Bluesky bluesky, Mastodon mastodon, LinkAttempts attempts, Grants grants) {
        return new CompleteLink(links(bluesky, mastodon), attempts, grants);
    }

    @Produces
    @Singleton
    static UnlinkAccount unlinkAccount(Grants grants, Profiles profiles) {
        return new UnlinkAccount(grants, profiles);
    }

    @Produces
    @Singleton
    static EraseMember eraseMember(
            UnlinkAccount unlink, Grants grants, LinkAttempts attempts, MemberBindings bindings) {
        return new EraseMember(unlink, grants, attempts, bindings);
    }

    @Produces
    @Singleton
    static RevokeAccess revokeAccess(
            Revocations revocations,
            Grants grants,
            Bluesky bluesky,
            Mastodon mastodon,
            MeterRegistry metrics,
            InstantSource clock) {
        return new RevokeAccess(
                revocations,
                grants,
                Map.of(Network.BLUESKY, bluesky.revocation(), Network.MASTODON, mastodon.revocation()),
                metrics,
                clock);
    }

    private static Map<Network, LinkNetwork> links(Bluesky bluesky, Mastodon mastodon) {
        return Map.of(Network.BLUESKY, bluesky.links(), Network.MASTODON, mastodon.links());
    }

    @Produces
    @Singleton
    static ExecuteFollows executeFollows(
            ExecutorConfig config,
            FollowLedger ledger,
            Grants grants,
            Bluesky bluesky,
            Mastodon mastodon,
            SecureRandom random,
            HostHealth hosts,
            InstantSource clock) {
        ExecutorConfig.Worker worker = config.worker();
        return new ExecuteFollows(
                ledger,
                grants,
                Map.of(Network.BLUESKY, bluesky.follows(), Network.MASTODON, mastodon.follows()),
                new TidIntents(random),
                hosts,
                new FollowPace(
                        worker.batch(),
                        worker.approvalPoll(),
                        worker.pause(),
                        worker.longestPause(),
                        worker.longestLook(),
                        worker.dormancy(),
                        worker.hopeless(),
                        worker.rounds()),
                clock);
    }
}
