package org.essaim.bench.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.essaim.bench.Waiting;
import org.essaim.bench.town.Town;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Identity;
import org.essaim.testing.servers.FreePort;

/**
 * The whole work through Kafka, on a broker and a matcher of its own. A smaller town is matched and erased first, as a service that
 * has run for a while is what people meet; {@code --warm-up 0} leaves that out.
 */
final class MatcherRun implements AutoCloseable {

    private static final double LOAD = 0.8;
    private static final int KEYS_AT_REST_MILLIS = 1500;

    private final Town town;
    private final Broker broker;
    private final Service service;
    private final Feeder feeder;
    private final MatchesTopic matches;
    private final long residentEmpty;
    private final long recordsBefore;
    private double listsPerSecond;

    /**
     * What the first filling showed.
     *
     * @param seconds from the first record sent to the last match acknowledged
     * @param sentSeconds until the last record was acknowledged to its sender
     * @param matcherCpu seconds of processor time that the matcher used for it
     * @param brokerCpu the same of the broker
     * @param records published
     */
    record Filled(
            double seconds,
            double sentSeconds,
            double matcherCpu,
            double brokerCpu,
            long records,
            double bytesPerEdge) {}

    /**
     * What a change of every identity cost.
     *
     * @param seconds from the first record sent to the last match acknowledged
     * @param matcherCpu seconds of processor time that the matcher used for it
     * @param brokerCpu the same of the broker
     * @param records published
     */
    record Changed(double seconds, double matcherCpu, double brokerCpu, long records) {}

    MatcherRun(Town town, Options options, Path logs) {
        this.town = town;
        this.broker = new Broker(logs.resolve("broker.log"));
        this.service = Service.start(broker.bootstrapServers(), FreePort.find(), options, logs.resolve("matcher.log"));
        this.matches = new MatchesTopic(broker.bootstrapServers());
        if (options.warmUp() > 0) {
            warmUp(options);
        }
        this.feeder = new Feeder(town, broker.bootstrapServers());
        this.residentEmpty = service.residentBytes();
        this.recordsBefore = matches.records();
    }

    private void warmUp(Options options) {
        long ids = options.storedIds() / options.members() * options.warmUp();
        Town small = Town.draw(options.seed() + 1, options.warmUp(), ids);
        try (Feeder people = new Feeder(small, broker.bootstrapServers())) {
            people.identities(1).forEach(people::send);
            for (int member = 0; member < small.members(); member++) {
                people.sendLists(member, 1);
            }
            people.flush();
            awaitRest(System.nanoTime(), people.listRecords());
            people.eraseAll();
            people.flush();
            awaitRest(System.nanoTime(), 2 * people.listRecords());
            broker.forgetRecords();
        }
    }

    /** Sends the whole town and waits for the last match. */
    Filled fill(boolean asJoined) {
        List<ProducerRecord<byte[], byte[]>> identities = feeder.identities(1);
        double matcherCpu = service.cpuSeconds();
        double brokerCpu = broker.cpuSeconds();
        long begun = System.nanoTime();
        if (!asJoined) {
            identities.forEach(feeder::send);
        }
        for (int member = 0; member < town.members(); member++) {
            if (asJoined) {
                feeder.send(identities.get(member));
            }
            feeder.sendLists(member, 1);
        }
        feeder.flush();
        double sent = Waiting.secondsSince(begun);
        double seconds = awaitRest(begun, recordsBefore + feeder.listRecords());
        matcherCpu = service.cpuSeconds() - matcherCpu;
        brokerCpu = broker.cpuSeconds() - brokerCpu;
        listsPerSecond = feeder.listRecords() / seconds;
        long records = matches.records() - recordsBefore;
        double bytes = (service.residentBytes() - residentEmpty) / (double) town.storedIds();
        return new Filled(seconds, sent, matcherCpu, brokerCpu, records, bytes);
    }

    /** Waits until nothing more comes; gives the seconds from a moment to the last acknowledged match. */
    private double awaitRest(long since, long atLeast) {
        long seen = -1;
        double last = 0;
        long lastNano = System.nanoTime();
        while (seen < atLeast || Waiting.secondsSince(lastNano) * 1000 < KEYS_AT_REST_MILLIS || !service.caughtUp()) {
            long now = matches.records();
            if (now != seen) {
                seen = now;
                last = Waiting.secondsSince(since);
                lastNano = System.nanoTime();
            }
            if (Waiting.secondsSince(since) > 240) {
                throw new IllegalStateException("only " + seen + " records came: " + service.status());
            }
            Waiting.pause(20);
        }
        return last;
    }

    long standingMatches() {
        return matches.standingMatches();
    }

    double restart(boolean kill) {
        return service.restart(kill);
    }

    /** Every member's account changes at once. */
    Changed everybodyAtOnce(int generation) {
        List<ProducerRecord<byte[], byte[]>> identities = feeder.identities(generation);
        long before = matches.records();
        double matcherCpu = service.cpuSeconds();
        double brokerCpu = broker.cpuSeconds();
        long begun = System.nanoTime();
        identities.forEach(feeder::send);
        feeder.flush();
        double seconds = awaitRest(begun, before + 1);
        return new Changed(
                seconds,
                service.cpuSeconds() - matcherCpu,
                broker.cpuSeconds() - brokerCpu,
                matches.records() - before);
    }

    /** People whom everybody followed join one after the other under load; gives the seconds until all know, ascending. */
    List<Double> arrivals() {
        AtomicBoolean enough = new AtomicBoolean();
        Thread load = Thread.ofPlatform().start(() -> keepBringing(enough));
        List<Double> seconds = new ArrayList<>();
        try {
            for (int famous = 0; famous < Town.FAMOUS; famous++) {
                Waiting.pause(2500);
                seconds.add(arrive(town.famousIdentity(famous)));
            }
        } finally {
            enough.set(true);
            join(load);
        }
        awaitRest(System.nanoTime(), 0);
        Collections.sort(seconds);
        return seconds;
    }

    private double arrive(Identity identity) {
        matches.watch(Buckets.of(identity.xId().value()));
        ProducerRecord<byte[], byte[]> record = Feeder.record(identity);
        long begun = System.nanoTime();
        feeder.send(record);
        return matches.keysWith(identity.member().asString(), town.members(), begun);
    }

    /** Brings every member's lists in new generations, evenly, at a part of the greatest speed that was measured. */
    private void keepBringing(AtomicBoolean enough) {
        double membersPerSecond = LOAD * listsPerSecond / Buckets.COUNT;
        long begun = System.nanoTime();
        for (long sent = 0; !enough.get(); sent++) {
            while (sent > membersPerSecond * Waiting.secondsSince(begun)) {
                Waiting.pause(1);
            }
            feeder.sendLists((int) (sent % town.members()), (int) (2 + sent / town.members() % 100));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    @Override
    public void close() {
        feeder.close();
        matches.close();
        service.close();
        broker.close();
    }
}
