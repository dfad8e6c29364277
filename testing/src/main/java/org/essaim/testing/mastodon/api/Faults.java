package org.essaim.testing.mastodon.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.essaim.testing.web.WebRequest;

/** The faults to come; each goes wrong once, the first that fits a request. Safe for use by several threads. */
final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            waiting.add(fault);
        }
    }

    synchronized Optional<Fault> take(WebRequest request) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.concerns(request)) {
                faults.remove();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized int count() {
        return waiting.size();
    }

    synchronized void clear() {
        waiting.clear();
    }
}
