package org.essaim.executor.courtesy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Cost;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.jboss.logging.Logger;

/** Counts each exchange with a host before it is made, for all replicas, and takes the host's word afterwards. */
public final class CourteousWeb implements Web {

    private static final Logger LOG = Logger.getLogger(CourteousWeb.class);

    /** No host keeps us away for longer by one answer; after that it is asked again. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final Web web;
    private final Manners manners;
    private final Budgets budgets;
    private final Predicate<String> leftOut;
    private final InstantSource clock;

    /**
     * Beside the usual way out.
     *
     * @param leftOut whether nothing may be sent to a host (with its port, in lower case)
     */
    public CourteousWeb(Web web, Manners manners, Budgets budgets, Predicate<String> leftOut, InstantSource clock) {
        this.web = web;
        this.manners = manners;
        this.budgets = budgets;
        this.leftOut = leftOut;
        this.clock = clock;
    }

    /**
     * Sends what fits.
     *
     * @throws HostLeftOutException when the host's admin asked us to stay away
     * @throws HostRestingException when the host is to be left alone until later
     */
    @Override
    public WebResponse send(WebRequest request) throws WebException {
        String host = String.valueOf(request.uri().getRawAuthority()).toLowerCase(Locale.ROOT);
        if (leftOut.test(host)) {
            throw new HostLeftOutException();
        }
        List<Cost> costs =
                manners.of(host, request).stream().map(budget -> budget.cost(1)).toList();
        if (budgets.reserve(costs) instanceof Reservation.Exhausted(Instant until, Budget _)) {
            throw new HostRestingException(until);
        }
        WebResponse response = exchange(request, costs);
        heed(host, request, response);
        return response;
    }

    private WebResponse exchange(WebRequest request, List<Cost> costs) throws WebException {
        try {
            return web.send(request);
        } catch (NoAnswerException e) {
            if (!e.mayHaveActed()) {
                budgets.release(costs);
            }
            throw e;
        } catch (AddressNotAllowedException e) {
            budgets.release(costs);
            throw e;
        }
    }

    /** What a server says of its windows is worth less than its answer, which may hold a token that exists nowhere else. */
    private void heed(String host, WebRequest request, WebResponse response) {
        Instant now = clock.instant();
        List<Observation> observations = new ArrayList<>();
        manners.told(host, request, response, now).ifPresent(observations::add);
        // With a token it speaks of the account, to which its adapter listens.
        if (!request.carriesCredentials()) {
            manners.words(response, now)
                    .quietUntil(response, now)
                    .map(until -> rest(manners.of(host, request).getLast(), until, now))
                    .ifPresent(observations::add);
        }
        try {
            budgets.observe(observations);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "what a host said of its limits is not kept error=%s",
                    e.getClass().getSimpleName());
        }
    }

    private static Observation rest(Budget budget, Instant until, Instant now) {
        Instant longest = now.plus(LONGEST_REST);
        return new Observation(budget, budget.limit(), 0, until.isAfter(longest) ? longest : until);
    }
}
