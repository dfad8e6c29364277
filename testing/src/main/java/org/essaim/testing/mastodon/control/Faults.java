package org.essaim.testing.mastodon.control;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.essaim.testing.web.WebRequest;

/** The faults to come; each goes wrong once, the first that fits a request. Safe for use by several threads. */
public final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            waiting.add(fault);
        }
    }

    public synchronized Optional<Fault> take(WebRequest request) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.concerns(request)) {
                faults.remove();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    public synchronized int count() {
        return waiting.size();
    }

    public synchronized void clear() {
        waiting.clear();
    }
}
