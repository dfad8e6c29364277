package org.essaim.matcher.rest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.status.StatusBoard;

/** The numbers of the status page for Prometheus, under {@code essaim_matcher_}. */
@ApplicationScoped
public class MatcherMetrics implements MeterBinder {

    private final StatusBoard board;

    public MatcherMetrics(StatusBoard board) {
        this.board = board;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "members", "members with lists", StatusBoard::members);
        gauge(
                registry,
                "stored.ids",
                "ids in followings and followers",
                b -> b.sum(s -> s.figures().storedIds()));
        gauge(
                registry,
                "identities",
                "claims and proofs of X accounts",
                b -> b.sum(s -> s.figures().identities()));
        gauge(
                registry,
                "standing.matches",
                "matches that stand",
                b -> b.sum(s -> s.figures().standingMatches()));
        gauge(registry, "buckets", "buckets assigned", b -> b.buckets().size());
        gauge(registry, "buckets.restored", "buckets restored", b -> b.sum(s -> s.restored() ? 1 : 0));
        gauge(registry, "restore.records", "records a restore reads", b -> b.sum(BucketStatus::toRestore));
        gauge(registry, "restore.records.read", "records restored", b -> b.sum(BucketStatus::restoredSoFar));
        gauge(registry, "lists.lag", "records of follow lists not read yet", b -> b.sum(BucketStatus::listsLag));
        gauge(
                registry,
                "identities.lag",
                "records of identities not read yet",
                b -> b.sum(BucketStatus::identitiesLag));
        gauge(
                registry,
                "stale.keys",
                "keys whose last record is unreadable or outdated",
                b -> b.sum(BucketStatus::staleKeys));
        counter(registry, "inputs", "records matched after the restore", StatusBoard::inputs);
        counter(registry, "published", "keys written to matches", StatusBoard::published);
        counter(registry, "dead.letters", "unreadable records set aside", StatusBoard::deadLettered);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<StatusBoard> number) {
        Gauge.builder("essaim.matcher." + name, board, number)
                .description(description)
                .register(registry);
    }

    private void counter(
            MeterRegistry registry, String name, String description, ToDoubleFunction<StatusBoard> number) {
        FunctionCounter.builder("essaim.matcher." + name, board, number)
                .description(description)
                .register(registry);
    }
}
