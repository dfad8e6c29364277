package org.essaim.executor.profiles;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.courtesy.RateLimitWords;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.stops.EmergencyStops;

/**
 * The guarded way out, for what can wait: few requests to any host, none where an operator stopped us or an admin asked us to
 * stay away, and none before a busy server's own time.
 */
public final class PoliteWeb {

    private static final Duration LONG = Duration.ofDays(1);

    private final Map<Network, Web> ways;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final EmergencyStops stops;
    private final InstantSource clock;

    public PoliteWeb(
            Map<Network, Web> ways, Budgets budgets, BudgetLimits limits, EmergencyStops stops, InstantSource clock) {
        this.ways = Map.copyOf(ways);
        this.budgets = budgets;
        this.limits = limits;
        this.stops = stops;
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
        WebResponse response = way(network, request);
        Instant now = clock.instant();
        Optional<Instant> quiet = RateLimitWords.of(response, "", now).quietUntil(response, now);
        if (quiet.isPresent()) {
            throw new NotNowException(quiet.get());
        }
        return response;
    }

    private WebResponse way(Network network, WebRequest request) throws WebException, NotNowException {
        Web way = ways.get(network);
        if (way == null) {
            throw new IllegalStateException("no way out to " + network);
        }
        try {
            return way.send(request);
        } catch (HostRestingException e) {
            throw new NotNowException(e.until());
        } catch (HostLeftOutException e) {
            throw new NotNowException(clock.instant().plus(LONG));
        }
    }

    /** Counts a request that somebody else is about to make for us there. */
    public void permit(Network network, URI uri) throws NotNowException {
        Instant now = clock.instant();
        String host = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
        boolean stopped = stops.all().stream()
                .anyMatch(stop ->
                        stop.scope().equals(network.name()) || stop.scope().equals(host));
        if (stopped) {
            throw new NotNowException(now.plus(LONG));
        }
        if (budgets.reserve(List.of(limits.profiles(host).cost(1)))
                instanceof Reservation.Exhausted(Instant until, var _)) {
            throw new NotNowException(until);
        }
    }
}
