package org.essaim.executor.service;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;

/** The real way out, on which an answer can be lost after the server acted, or the worker killed in its place. */
@Alternative
@Priority(1)
@Singleton
public class CuttingWeb implements Web {

    private final GuardedWeb web = new GuardedWeb(
            new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host))),
            new WebLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 1 << 21, 3, "Essaim/0.1 (+test)"));

    private final AtomicReference<Loss> armed = new AtomicReference<>(Loss.NONE);

    /** What happens to the next answer to a write. */
    enum Loss {
        NONE,
        ANSWER,
        WORKER
    }

    void loseNextWrite(Loss loss) {
        armed.set(loss);
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        WebResponse response = web.send(request);
        boolean written = response.isSuccess() && request.uri().getPath().endsWith("applyWrites");
        return switch (written ? armed.getAndSet(Loss.NONE) : Loss.NONE) {
            case NONE -> response;
            case ANSWER -> throw new NoAnswerException("cut", true, new IOException("cut"));
            case WORKER -> throw new IllegalStateException("killed");
        };
    }
}
