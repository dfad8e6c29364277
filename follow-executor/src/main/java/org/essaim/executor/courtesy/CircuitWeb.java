package org.essaim.executor.courtesy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a host alone that has not answered some times in a row: for half a minute, then for twice as long each time, up to
 * half an hour. Whoever lives there waits; nobody else waits for them. Each replica learns by itself. Safe for many threads.
 */
public final class CircuitWeb implements Web {

    /** So often in a row; those under way at once count as well. */
    static final int PATIENCE = 3;

    static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_HOSTS = 10_000;

    private final Web web;
    private final InstantSource clock;
    private final Map<String, Silence> silent = new LinkedHashMap<>();

    /** {@code times} in a row without an answer. */
    private record Silence(int times, Instant until) {}

    public CircuitWeb(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    @Override
    public WebResponse send(WebRequest request) throws WebException {
        String host = String.valueOf(request.uri().getRawAuthority()).toLowerCase(Locale.ROOT);
        Silence known = silence(host);
        if (known != null && clock.instant().isBefore(known.until())) {
            throw new NoAnswerException("the host has not answered lately", false, new IOException("not asked"));
        }
        try {
            WebResponse response = web.send(request);
            answered(host);
            return response;
        } catch (NoAnswerException e) {
            unanswered(host);
            throw e;
        }
    }

    private synchronized @Nullable Silence silence(String host) {
        return silent.get(host);
    }

    private synchronized void answered(String host) {
        silent.remove(host);
    }

    private synchronized void unanswered(String host) {
        Silence before = silent.remove(host);
        int times = before == null ? 1 : before.times() + 1;
        Instant now = clock.instant();
        Instant until = times < PATIENCE
                ? now
                : now.plus(FIRST_REST.multipliedBy(1L << Math.min(times - PATIENCE, MOST_DOUBLINGS)));
        silent.put(host, new Silence(times, until));
        if (silent.size() > MOST_HOSTS) {
            // The one whose silence was noticed the longest ago.
            silent.remove(silent.keySet().iterator().next());
        }
    }
}
