package org.essaim.testing.mastodon.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.web.WebRequest;

/** How often each method and path was asked for. Safe for use by several threads. */
final class RequestLog {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    synchronized void add(WebRequest request) {
        counts.merge(request.method() + " " + request.path(), 1, Integer::sum);
    }

    synchronized Map<String, Integer> counts() {
        return new LinkedHashMap<>(counts);
    }
}
