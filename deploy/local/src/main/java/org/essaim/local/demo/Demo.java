package org.essaim.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.essaim.local.Launch;
import org.essaim.local.console.Progress;
import org.essaim.local.demo.networks.Inquiry;
import org.essaim.local.demo.networks.Residences;
import org.essaim.local.demo.people.Archives;
import org.essaim.local.demo.people.Cast;
import org.essaim.local.demo.people.Person;
import org.essaim.local.demo.people.Role;
import org.essaim.local.demo.report.Report;
import org.essaim.local.files.Template;
import org.essaim.local.house.Household;
import org.essaim.local.house.PreparedStores;
import org.essaim.local.house.Sandbox;
import org.essaim.local.process.Child;
import org.essaim.local.process.LaunchFailedException;
import org.essaim.local.process.Supervisor;

/** The whole job, from empty databases to real follows, and the proof of it. */
public final class Demo {

    private final Launch launch;
    private final Template stores;
    private final Progress progress;
    private final DemoOptions options;
    private final Supervisor supervisor;
    private final Cast cast = Cast.standard();
    private final long begun = System.nanoTime();
    private boolean struck;

    /**
     * One run of the demo.
     *
     * @param launch prepared for the ports of the house and of the sandbox, its data begun with {@code stores} where that is there
     * @param stores made by this run where it is not
     */
    public Demo(Launch launch, Template stores, Progress progress, DemoOptions options) {
        this.launch = launch;
        this.stores = stores;
        this.progress = progress;
        this.options = options;
        this.supervisor = launch.supervisor();
    }

    /**
     * Runs it; 0 when the networks show exactly what should be and every trap was avoided, else 1. A house that is to be kept
     * stays open for a look when the demo fails.
     */
    public int run() throws Exception {
        try {
            return play();
        } catch (IllegalStateException e) {
            if (options.keep()) {
                progress.say("the demo failed: " + e.getMessage());
                progress.say("logs are in " + launch.setting().data().resolve("logs") + "; Ctrl-C stops everything");
                supervisor.awaitLoss();
            }
            throw e;
        }
    }

    private int play() throws Exception {
        Household household = beginHouse();
        try (Residences residences = new Residences(household.sandbox())) {
            Neighbours neighbours = new Neighbours(launch.setting().ports(), cast, residences);
            openAccounts(residences);
            awaitHouse(household);
            letNeighboursJoin(neighbours);
            Findings findings = new Findings(cast, residences);
            MainPerson main = settleMain(neighbours, residences, findings);
            bringArchive(main, findings);
            match(main, findings);
            follow(main, neighbours, residences, findings);
            askNetworks(findings);
            letNewcomerArrive(main, neighbours, residences, findings);
            return conclude(findings);
        }
    }

    private Household beginHouse() throws Exception {
        progress.step("making Keycloak and the Bluesky server ready (only the first time takes minutes)");
        Household household = Household.inSandbox(launch.setting());
        if (!stores.exists()) {
            launch.rehearse(household.databasePlans());
            stores.keep(launch.setting().data(), PreparedStores.PARTS);
        }
        progress.done("");
        progress.step("starting the networks: a Bluesky server, a Mastodon server, X's stand-in");
        supervisor.begin(household.plans());
        supervisor.await(Sandbox.names());
        return household;
    }

    private void openAccounts(Residences residences) throws InterruptedException {
        progress.step("opening accounts on the networks");
        Crew.forEach(
                cast.people(),
                residences::open,
                done -> progress.at(done + " of " + cast.people().size()));
    }

    private void awaitHouse(Household household) throws LaunchFailedException, InterruptedException {
        progress.step("starting Kafka, PostgreSQL, Keycloak and the four services");
        supervisor.await(household.names());
    }

    private void letNeighboursJoin(Neighbours neighbours) throws InterruptedException {
        List<Person> early = cast.early();
        progress.step("people join: sign in with X, link Bluesky and Mastodon, choose who may find them");
        Crew.forEach(early, neighbours::join, done -> progress.at(done + " of " + early.size()));
    }

    private MainPerson settleMain(Neighbours neighbours, Residences residences, Findings findings) {
        Person main = cast.the(Role.MAIN);
        progress.step(main.name() + " joins, who already follows one of them on both networks");
        findings.before(residences.followLongAgo(main, cast.the(Role.ALREADY_FOLLOWED)));
        return new MainPerson(neighbours.arrive(main));
    }

    private void bringArchive(MainPerson main, Findings findings) throws Exception {
        progress.step("the archive is uploaded and read");
        byte[] zip = new Archives(cast).ofMain();
        String upload = main.bring(zip);
        strike("archive-ingest");
        JsonNode first = main.resultOf(upload);
        findings.archive(first);
        progress.done(first.path("counts").path("followings").asInt() + " follows in it");
        progress.step("the same archive comes a second time");
        String again = main.bring(zip);
        strike("matcher-service");
        findings.sameArchive(main.resultOf(again));
    }

    private void match(MainPerson main, Findings findings) throws InterruptedException {
        int expected = findings.expectedMatches();
        progress.step("matches are found");
        findings.matches(main.matches(expected, found -> progress.at(found + " of " + expected + " people")));
    }

    private void follow(MainPerson main, Neighbours neighbours, Residences residences, Findings findings)
            throws InterruptedException {
        progress.step("follows are planned; one person takes consent back, one leaves both networks");
        main.planPaused(cast.with(Role.HONEST).getFirst().xId());
        Person withdraws = cast.the(Role.WITHDRAWS);
        neighbours.of(withdraws).withdrawFindability();
        residences.close(cast.the(Role.GONE));
        main.awaitCancelled(List.of(residences.did(withdraws), residences.uri(withdraws)));
        progress.step("following");
        main.go();
        findings.follows(main.settled(residences.uri(cast.the(Role.GONE)), settled -> {
            progress.at(settled + " settled");
            if (settled > Cast.HONEST / 4) {
                strike("follow-executor");
                strike("gateway");
            }
        }));
    }

    private void askNetworks(Findings findings) throws Exception {
        progress.step("asking the networks who is really followed");
        Inquiry.Answer answer =
                new Inquiry(launch.setting().root()).ask(findings.expectation().write(file("expected.json")));
        progress.done("");
        answer.lines().forEach(line -> progress.say("   " + line));
        findings.networks(answer);
    }

    private void letNewcomerArrive(MainPerson main, Neighbours neighbours, Residences residences, Findings findings)
            throws Exception {
        Person newcomer = cast.the(Role.NEWCOMER);
        progress.step(newcomer.name() + " joins, and is followed without anybody doing anything");
        main.followArrivals();
        neighbours.join(newcomer);
        long findable = System.nanoTime();
        main.awaitFollowed(List.of(residences.did(newcomer), residences.uri(newcomer)));
        Duration took = Duration.ofNanos(System.nanoTime() - findable);
        progress.done(String.format(Locale.ROOT, "after %.1f s", took.toMillis() / 1000.0));
        findings.arrived(newcomer, took);
        askNetworks(findings);
    }

    private int conclude(Findings findings) throws Exception {
        Report report = findings.report(Duration.ofNanos(System.nanoTime() - begun), supervisor.children());
        report.lines().forEach(progress::say);
        report.write(file("verdict.json"));
        if (options.keep()) {
            new OpenHouse(launch.setting(), progress).welcome(cast.the(Role.MAIN));
            supervisor.awaitLoss();
        }
        return report.right() ? 0 : 1;
    }

    /** Kills the service with -9 if it is the one to be killed, once; the supervisor starts it again. */
    private void strike(String service) {
        if (!struck && options.kill().equals(Optional.of(service))) {
            supervisor.child(service).map(Child::pid).flatMap(ProcessHandle::of).ifPresent(victim -> {
                struck = victim.destroyForcibly();
                progress.say("   killed " + service + " (process " + victim.pid() + ")");
            });
        }
    }

    private Path file(String name) {
        return launch.setting().data().resolve(name);
    }
}
