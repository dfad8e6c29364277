package org.essaim.executor.service.scene;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.jspecify.annotations.Nullable;

/** The real way out, on which chosen requests go wrong. Sockets go wrong for real, against {@link BadServer}. */
@Alternative
@Priority(1)
@Singleton
public class FaultyWeb implements Web {

    private static final AddressGuard LOOPBACK =
            new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host)));

    private final GuardedWeb web = new GuardedWeb(LOOPBACK, limits(Duration.ofSeconds(30)));
    private final GuardedWeb impatient = new GuardedWeb(LOOPBACK, limits(Duration.ofSeconds(2)));
    private final BadServer badServer = new BadServer();
    private final List<Armed> armed = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();

    private record Armed(Predicate<WebRequest> requests, Fault fault, boolean always) {}

    /** A request that was made, and when. */
    public record Sent(String method, String path, Instant at) {}

    private static WebLimits limits(Duration whole) {
        return new WebLimits(Duration.ofSeconds(5), whole, whole, 1 << 21, "Essaim/0.1 (+test)");
    }

    /** The next request to a path that ends so goes wrong. */
    public void failNext(String pathEnd, Fault fault) {
        arm(new Armed(request -> request.uri().getPath().endsWith(pathEnd), fault, false));
    }

    /** Every request to a path that ends so, and whose body holds these words, goes wrong. */
    public void failAlways(String pathEnd, String words, Fault fault) {
        arm(new Armed(
                request -> request.uri().getPath().endsWith(pathEnd)
                        && String.valueOf(request.body()).contains(words),
                fault,
                true));
    }

    private synchronized void arm(Armed more) {
        armed.add(more);
    }

    public synchronized void heal() {
        armed.clear();
        sent.clear();
    }

    /** Requests to paths that end so, since {@link #heal}. */
    public synchronized List<Sent> sentTo(String pathEnd) {
        return sent.stream().filter(request -> request.path().endsWith(pathEnd)).toList();
    }

    private synchronized @Nullable Fault take(WebRequest request) {
        sent.add(new Sent(request.method(), request.uri().getPath(), Instant.now()));
        for (Iterator<Armed> all = armed.iterator(); all.hasNext(); ) {
            Armed one = all.next();
            if (one.requests().test(request)) {
                if (!one.always()) {
                    all.remove();
                }
                return one.fault();
            }
        }
        return null;
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        Fault fault = take(request);
        return fault == null ? web.send(request) : goWrong(request, fault);
    }

    private WebResponse goWrong(WebRequest request, Fault fault) throws WebException {
        return switch (fault) {
            case Fault.Answer answer -> new WebResponse(answer.status(), answer.allHeaders(), answer.body());
            case Fault.Broken(BadServer.Manner manner) ->
                impatient.send(new WebRequest("POST", badServer.uri(manner), request.headers(), request.body()));
            case Fault.Acted(Fault then) -> {
                web.send(request);
                yield goWrong(request, then);
            }
            case Fault.WorkerDies() -> {
                web.send(request);
                throw new IllegalStateException("killed");
            }
        };
    }
}
