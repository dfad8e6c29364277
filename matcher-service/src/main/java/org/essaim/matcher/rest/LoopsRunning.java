package org.essaim.matcher.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.essaim.matcher.status.StatusBoard;

/** Alive as long as no consumer loop has failed; a service that serves but no longer reads must not look well. */
@Liveness
@ApplicationScoped
public class LoopsRunning implements HealthCheck {

    private final StatusBoard board;

    public LoopsRunning(StatusBoard board) {
        this.board = board;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> failures = board.failures();
        var response = HealthCheckResponse.named("consumer loops").status(failures.isEmpty());
        if (!failures.isEmpty()) {
            response.withData("reason", String.join("; ", failures));
        }
        return response.build();
    }
}
