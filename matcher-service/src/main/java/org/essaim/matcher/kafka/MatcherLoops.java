package org.essaim.matcher.kafka;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.essaim.matcher.kafka.clients.KafkaClients;
import org.essaim.matcher.kafka.clients.MatcherSettings;
import org.essaim.matcher.kafka.records.TraceContext;
import org.essaim.matcher.status.LoopStatus;
import org.essaim.matcher.status.RebuildRequests;
import org.essaim.matcher.status.StatusBoard;
import org.jboss.logging.Logger;

/**
 * The loops of one instance, each on a platform thread. A loop that fails is begun again from nothing, after a pause that
 * doubles up to half a minute; until it is back liveness says why. Two things are not tried again: another instance that
 * took our name (each would throw the other out for ever), and an {@link Error}.
 */
final class MatcherLoops implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MatcherLoops.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration ORDERLY_END = Duration.ofSeconds(20);

    private final KafkaClients clients;
    private final StatusBoard board;
    private final RebuildRequests rebuilds;
    private final InstantSource clock;
    private final TraceContext traces;
    private final StopSignal stop = new StopSignal();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param broker the settings of the Kafka clients, at least {@code bootstrap.servers}
     */
    MatcherLoops(
            Map<String, Object> broker,
            MatcherSettings settings,
            StatusBoard board,
            RebuildRequests rebuilds,
            OpenTelemetry telemetry,
            InstantSource clock) {
        this.clients = new KafkaClients(broker, settings);
        this.board = board;
        this.rebuilds = rebuilds;
        this.clock = clock;
        this.traces = new TraceContext(telemetry.getTracer("org.essaim.matcher"));
    }

    void start() {
        for (int loop = 0; loop < clients.settings().loops(); loop++) {
            int number = loop;
            board.write(number, LoopStatus.starting());
            threads.add(
                    Thread.ofPlatform().daemon().name("matcher-loop-" + number).start(() -> keepRunning(number)));
        }
    }

    private void keepRunning(int number) {
        Duration pause = FIRST_PAUSE;
        while (!stop.given()) {
            long begun = System.nanoTime();
            try {
                runOnce(number);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (FencedInstanceIdException e) {
                failed(number, "another instance runs under the same essaim.matcher.instance-id", e);
                return;
            } catch (Exception e) {
                failed(number, e.toString(), e);
                boolean ranLong = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
                pause = ranLong ? FIRST_PAUSE : pause;
                rest(pause);
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            } catch (Error e) {
                failed(number, e.toString(), e);
                throw e;
            }
        }
    }

    private void runOnce(int number) throws Exception {
        long rebuildsBefore = rebuilds.made();
        RequiredTopics.await(clients, stop);
        try (MatchesPublisher publisher = new MatchesPublisher(clients.producer(), clock, board);
                MatcherLoop loop = new MatcherLoop(number, clients, publisher, traces, board)) {
            loop.run(() -> stop.given() || rebuilds.made() > rebuildsBefore);
            board.write(number, LoopStatus.starting());
        }
    }

    private void failed(int number, String reason, Throwable failure) {
        if (!stop.given()) {
            LOG.errorf(failure, "matcher loop failed loop=%d", number);
            board.write(number, LoopStatus.failed(reason));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void rest(Duration pause) {
        try {
            stop.await(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.give();
        }
    }

    /** Stops in order: what is published gets acknowledged and committed. Every wait of a loop has a limit of its own. */
    @Override
    public void close() {
        stop.give();
        try {
            for (Thread thread : threads) {
                if (!thread.join(ORDERLY_END)) {
                    LOG.warnf("matcher loop did not stop in time thread=%s", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
