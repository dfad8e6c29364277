package org.essaim.executor.courtesy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** What the hosts of a network count of those who call them, apart from what they count for an account. */
public interface Manners {

    /** The budgets that a request takes one call of; the first is the host's own. */
    List<Budget> of(String host, WebRequest request);

    /** How such a host speaks of limits. */
    RateLimitWords words(WebResponse response, Instant now);

    /** What the answer says of one of these budgets. */
    Optional<Observation> told(String host, WebRequest request, WebResponse response, Instant now);
}
