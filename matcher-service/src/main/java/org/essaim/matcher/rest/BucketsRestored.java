package org.essaim.matcher.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.status.StatusBoard;

/** Ready when every bucket the group gave to this instance is restored and its differences are published. */
@Readiness
@ApplicationScoped
public class BucketsRestored implements HealthCheck {

    private final StatusBoard board;

    public BucketsRestored(StatusBoard board) {
        this.board = board;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("buckets restored")
                .status(board.ready())
                .withData("buckets", board.buckets().size())
                .withData("restored", board.sum(bucket -> bucket.restored() ? 1 : 0))
                .withData("staleKeys", board.sum(BucketStatus::staleKeys))
                .build();
    }
}
