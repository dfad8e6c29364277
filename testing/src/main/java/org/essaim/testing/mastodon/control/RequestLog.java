package org.essaim.testing.mastodon.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.web.WebRequest;

/** How often each method and path was asked for. Safe for use by several threads. */
public final class RequestLog {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    public synchronized void add(WebRequest request) {
        counts.merge(request.method() + " " + request.path(), 1, Integer::sum);
    }

    public synchronized Map<String, Integer> counts() {
        return new LinkedHashMap<>(counts);
    }
}
