package org.essaim.executor.profiles;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.essaim.contracts.Network;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.executor.stops.LeftOutHosts;

/**
 * The guarded way out, for what can wait: few requests to any host, none where an operator stopped us or an admin asked us to
 * stay away, and none before a busy server's own time.
 */
public final class PoliteWeb {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration UNTOLD_PAUSE = Duration.ofMinutes(15);

    private final Web web;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final EmergencyStops stops;
    private final LeftOutHosts leftOut;
    private final InstantSource clock;

    public PoliteWeb(
            Web web,
            Budgets budgets,
            BudgetLimits limits,
            EmergencyStops stops,
            LeftOutHosts leftOut,
            InstantSource clock) {
        this.web = web;
        this.budgets = budgets;
        this.limits = limits;
        this.stops = stops;
        this.leftOut = leftOut;
        this.clock = clock;
    }

    /** Gets, when we may. */
    public WebResponse get(Network network, URI uri) throws WebException, NotNowException {
        return send(network, WebRequest.get(uri));
    }

    /** Gets what is an image, or should be. */
    public WebResponse getPicture(Network network, URI uri) throws WebException, NotNowException {
        return send(network, WebRequest.getPicture(uri));
    }

    private WebResponse send(Network network, WebRequest request) throws WebException, NotNowException {
        permit(network, request.uri());
        WebResponse response = web.send(request);
        if (response.status() == 429 || response.status() == 503) {
            throw new NotNowException(clock.instant()
                    .plus(response.header("Retry-After")
                            .filter(text -> text.matches("[0-9]{1,6}"))
                            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                            .orElse(UNTOLD_PAUSE)));
        }
        return response;
    }

    /** Counts a request that somebody else is about to make for us there. */
    public void permit(Network network, URI uri) throws NotNowException {
        Instant now = clock.instant();
        String host = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        boolean stopped = stops.all().stream()
                .anyMatch(stop ->
                        stop.scope().equals(network.name()) || stop.scope().equals(host));
        if (stopped || leftOut.contains(host)) {
            throw new NotNowException(now.plus(LONG));
        }
        if (budgets.reserve(List.of(limits.profiles(host).cost(1)))
                instanceof Reservation.Exhausted(Instant until, var _)) {
            throw new NotNowException(until);
        }
    }
}
