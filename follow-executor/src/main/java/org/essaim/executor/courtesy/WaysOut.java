package org.essaim.executor.courtesy;

import java.time.InstantSource;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.guard.Web;
import org.essaim.executor.stops.LeftOutHosts;

/**
 * The ways out to the hosts of one network.
 *
 * @param calls to servers of those who act, and of those who want to
 * @param looks at servers where others live: one that does not answer costs nobody but them
 * @param endings of access that was given back: also where the admin asked us to stay away
 */
public record WaysOut(Web calls, Web looks, Web endings) {

    /** Builds them over exchanges that count nothing. */
    public static WaysOut over(
            Web web, Manners manners, Budgets budgets, LeftOutHosts leftOut, int redirects, InstantSource clock) {
        Web counted = new CourteousWeb(web, manners, budgets, leftOut::contains, clock);
        return new WaysOut(
                new RedirectedWeb(counted, redirects),
                new RedirectedWeb(new CircuitWeb(counted, clock), redirects),
                new CourteousWeb(web, manners, budgets, _ -> false, clock));
    }
}
