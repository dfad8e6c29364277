package org.essaim.bench.execute;

import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.bluesky.oauth.AuthorizationServers;
import org.essaim.executor.bluesky.oauth.BlueskyLinks;
import org.essaim.executor.bluesky.oauth.BlueskyOAuth;
import org.essaim.executor.bluesky.oauth.DpopWeb;
import org.essaim.executor.bluesky.oauth.OAuthClient;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.executor.linking.LinkAttempt;
import org.essaim.executor.linking.Proof;
import org.essaim.executor.linking.Purpose;
import org.essaim.executor.linking.Started;
import org.essaim.executor.linking.typed.TypedAccount;
import org.essaim.testing.pds.FollowRecord;
import org.essaim.testing.pds.Pds;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;

/** Follows from one account of a real PDS, with its rate limits on. Only the accounts followed are made up. */
final class BlueskyRun {

    /** 75 % of 5,000 points an hour, 3 a follow. */
    private static final int GRANTED_AN_HOUR = 1250;

    /** After it is ready; a third of it passes before the lease of the one killed before ends. */
    private static final int LONGEST_LIFE_MILLIS = 6000;

    private static final URI PUBLIC = URI.create("http://127.0.0.1:8080");

    private final Pds pds;
    private final SecureRandom random = new SecureRandom();

    private BlueskyRun(Pds pds) {
        this.pds = pds;
    }

    /** Window after window, undisturbed. */
    static void run(int follows, Figures figures) {
        with(Map.of(), (run, scene) -> run.measure(scene, follows, figures));
    }

    /**
     * Kills the service again and again at random moments, and compares what is there at the end with the plan. Figures: {@code
     * kills}, {@code kill_records}, {@code kill_records_exactly_the_plan}.
     */
    static void kill(int follows, int kills, Figures figures) {
        Map<String, String> slow = Map.of("essaim.executor.worker.batch", "3", "essaim.executor.worker.lease", "2s");
        with(slow, (run, scene) -> run.killed(scene, follows, kills, figures));
    }

    /** Everything that a run needs. */
    private record Scene(
            House house,
            Map<String, String> settings,
            MovedClock clock,
            PdsControl control,
            Ledger ledger,
            PdsAccount ana,
            Proof.Proven proven,
            Replica first) {}

    private static void with(Map<String, String> more, BiConsumer<BlueskyRun, Scene> work) {
        try (Pds pds = Pds.start();
                MadeUpTargets targets = new MadeUpTargets(pds.plc());
                House house = new House();
                PdsControl control = pds.control()) {
            BlueskyRun run = new BlueskyRun(pds);
            MovedClock clock = new MovedClock(house.folder(), pds::advance);
            // The dates in the PDS's headers stay real ones: further off than an hour, they are not believed.
            clock.advance(Duration.ofHours(2));
            Map<String, String> settings = new HashMap<>(more);
            settings.put("essaim.executor.clock-shift", clock.file().toString());
            settings.put("essaim.executor.bluesky.handle-resolver", pds.uri().toString());
            settings.put("essaim.executor.bluesky.plc-directory", targets.uri().toString());
            settings.put("essaim.executor.bluesky.appview", "none");
            Replica replica = house.start(settings);
            try (Ledger ledger = house.ledger()) {
                PdsAccount ana = control.createAccount("bench-ana");
                Proof.Proven proven = run.link(ana, clock);
                String context = proven.grant().member().asString() + ":"
                        + proven.grant().account().id();
                ledger.insert(
                        proven.grant(),
                        KeyRing.parse(House.KEYS, run.random).seal(proven.secret(), context),
                        clock.instant());
                work.accept(run, new Scene(house, settings, clock, control, ledger, ana, proven, replica));
            }
        }
    }

    private static List<TargetAccount> wanted(int follows) {
        return IntStream.range(0, follows)
                .mapToObj(i -> new TargetAccount(Network.BLUESKY, MadeUpTargets.did(i), "t" + i + ".example"))
                .toList();
    }

    private void measure(Scene scene, int follows, Figures figures) {
        FollowRun run = new FollowRun(
                scene.house(), scene.clock(), scene.ledger(), scene.proven().grant());
        List<Instant> beginnings = run.run(wanted(follows));
        List<Instant> made = Settled.of(
                scene.house().bootstrapServers(), scene.proven().grant().member(), follows);
        Windows windows = Windows.of(made, beginnings, GRANTED_AN_HOUR, Duration.ofHours(1));
        figures.put("bluesky_granted_used_percent", windows.leastUsed());
        figures.put("bluesky_start_delay_s_max", windows.startDelay().toMillis() / 1000.0);
        figures.put("bluesky_answers_429", (long) scene.first().metric("essaim_executor_answers_total", "429"));
        figures.put("bluesky_records", (long)
                scene.control().follows(scene.ana().did()).size());
    }

    private void killed(Scene scene, int follows, int kills, Figures figures) {
        FollowRun run = new FollowRun(
                scene.house(), scene.clock(), scene.ledger(), scene.proven().grant());
        List<TargetAccount> wanted = wanted(follows);
        run.begin(wanted);
        Replica alive = scene.first();
        int killed = 0;
        for (; killed < kills && run.open() > 0; killed++) {
            System.out.printf("kill %d: %d open%n", killed + 1, run.open());
            Waiting.pause(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
            alive.kill();
            run.skip();
            alive = scene.house().start(scene.settings());
        }
        while (run.open() > 0) {
            run.skip();
            Waiting.pause(Duration.ofMillis(500));
        }
        List<String> subjects = scene.control().follows(scene.ana().did()).stream()
                .map(FollowRecord::subject)
                .sorted()
                .toList();
        List<String> planned = wanted.stream().map(TargetAccount::id).sorted().toList();
        figures.put("kills", (long) killed);
        figures.put("kill_records", (long) subjects.size());
        figures.put("kill_records_exactly_the_plan", subjects.equals(planned) ? 1L : 0L);
    }

    private Proof.Proven link(PdsAccount ana, MovedClock clock) {
        AddressGuard guard = new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host)));
        Duration patience = Duration.ofSeconds(30);
        try (GuardedWeb web =
                new GuardedWeb(guard, new WebLimits(patience, patience, 1 << 21, 3, "Essaim/0.1 (+bench)"))) {
            BlueskyLinks links = links(web, guard, clock);
            String state = UUID.randomUUID().toString();
            Started.Redirect started = (Started.Redirect)
                    links.start(new TypedAccount.BlueskyHandle(ana.handle()), Purpose.TO_FOLLOW, state);
            URI back = new PdsPerson(ana).authorize(started.authorizationUrl());
            String code = back.getQuery().replaceFirst(".*code=([^&]+).*", "$1");
            LinkAttempt attempt = new LinkAttempt(
                    new MemberId(UUID.randomUUID()),
                    "bench",
                    Network.BLUESKY,
                    started.issuer(),
                    started.secret(),
                    clock.instant().plus(patience));
            return (Proof.Proven) links.complete(attempt, code);
        }
    }

    private BlueskyLinks links(Web web, AddressGuard guard, MovedClock clock) {
        BlueskySettings settings = new BlueskySettings(
                pds.uri(), pds.plc(), Optional.empty(), PUBLIC, PUBLIC.resolve("/link/callback"), null);
        BlueskyOAuth oauth = new BlueskyOAuth(new DpopWeb(web, clock), new OAuthClient(settings, clock), clock);
        return new BlueskyLinks(new Identities(web, guard, settings), new AuthorizationServers(web), oauth, random);
    }
}
