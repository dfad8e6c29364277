package org.essaim.bench.execute;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Secret;
import org.essaim.testing.mastodon.FakeMastodon;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.state.Fediverse;
import org.essaim.testing.mastodon.state.Release;

/** Follows from one account of the stand-in, with Mastodon's own windows: 300 calls in five minutes, 400 follows a day. */
final class MastodonRun {

    /** 75 % of 400. */
    private static final int GRANTED_A_DAY = 300;

    private static final List<String> SCOPES = List.of("read:accounts", "read:follows", "write:follows");

    private MastodonRun() {}

    static void run(int follows, Figures figures) {
        try (House house = new House()) {
            MovedClock clock = new MovedClock(house.folder(), _ -> {});
            // Dates in the stand-in's headers are real ones: further off than an hour, they are not believed.
            clock.advance(Duration.between(
                    clock.instant(),
                    clock.instant()
                            .truncatedTo(ChronoUnit.DAYS)
                            .plus(2, ChronoUnit.DAYS)
                            .plusSeconds(1)));
            try (FakeMastodon mastodon = FakeMastodon.start(0, new Fediverse(), Release.V4_6, Limits.STANDARD, clock)) {
                measure(house, clock, mastodon, follows, figures);
            }
        }
    }

    private static void measure(House house, MovedClock clock, FakeMastodon mastodon, int follows, Figures figures) {
        Replica replica =
                house.start(Map.of("essaim.executor.clock-shift", clock.file().toString()));
        MastodonControl control = mastodon.control();
        try (Ledger ledger = house.ledger()) {
            MastodonAccount ana = control.createAccount("ana");
            List<TargetAccount> wanted = IntStream.range(0, follows)
                    .mapToObj(i -> control.createAccount("t" + i))
                    .map(account ->
                            new TargetAccount(Network.MASTODON, account.uri().toString(), account.address()))
                    .toList();
            Grant grant = new Grant(
                    new MemberId(UUID.randomUUID()),
                    new TargetAccount(Network.MASTODON, ana.uri().toString(), ana.address()),
                    mastodon.domain(),
                    Grant.State.LINKED,
                    SCOPES,
                    true);
            String token = control.token(ana.username(), String.join(" ", SCOPES));
            Secret secret = new Secret("""
                    {"base":"%s","domain":"%s","revocationEndpoint":"%s/oauth/revoke","clientId":"c","clientSecret":"s","accessToken":"%s"}
                    """.formatted(mastodon.uri(), mastodon.domain(), mastodon.uri(), token));
            String context = grant.member().asString() + ":" + grant.account().id();
            ledger.insert(grant, KeyRing.parse(House.KEYS, new SecureRandom()).seal(secret, context), clock.instant());
            List<Instant> beginnings = new FollowRun(house, clock, ledger, grant).run(wanted);
            List<Instant> made = Settled.of(house.bootstrapServers(), grant.member(), follows);
            Windows windows = Windows.of(made, beginnings, GRANTED_A_DAY, Duration.ofDays(1));
            figures.put("mastodon_granted_used_percent", windows.leastUsed());
            figures.put("mastodon_start_delay_s_max", windows.startDelay().toMillis() / 1000.0);
            figures.put("mastodon_answers_429", (long) replica.metric("essaim_executor_answers_total", "429"));
            figures.put(
                    "mastodon_follows", (long) control.following(ana.username()).size());
        }
    }
}
