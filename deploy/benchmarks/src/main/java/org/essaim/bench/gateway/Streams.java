package org.essaim.bench.gateway;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.essaim.bench.Waiting;
import org.jspecify.annotations.Nullable;

/** Pages left open: one stream of events for each of the first members. */
final class Streams implements AutoCloseable {

    /** How many open at once; a crowd of browsers does not come in one moment either. */
    private static final int PAUSE_MILLIS = 5;

    private final Caller caller;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();
    private final Map<String, AtomicInteger> ends = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Streams(Caller caller) {
        this.caller = caller;
    }

    /** Opens them, and waits until each has told its first state. */
    void open(int streams) {
        for (int member = 0; member < streams; member++) {
            HttpRequest request = caller.request(member, Crowd.path(member, "/events"))
                    .header("Accept", "text/event-stream")
                    .build();
            var _ = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines()))
                    .whenComplete((answer, failure) -> {
                        if (failure != null && !closing) {
                            ended(failure);
                        } else if (answer != null && answer.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                    });
            Waiting.pause(PAUSE_MILLIS);
        }
        Waiting.until("every stream told its first state", () -> open.get() + failures() >= streams);
    }

    int open() {
        return open.get();
    }

    /** Streams that were refused, or ended though nobody closed them. */
    int failures() {
        return refused.get() + broken.get();
    }

    long events() {
        return events.get();
    }

    /** Words that keep a stream alive, and say nothing. */
    long beats() {
        return beats.get();
    }

    /** Why streams ended though nobody closed them. */
    Map<String, AtomicInteger> ends() {
        return Map.copyOf(ends);
    }

    private void ended(@Nullable Throwable failure) {
        broken.incrementAndGet();
        String why = failure == null ? "complete" : failure.toString();
        ends.computeIfAbsent(why, any -> new AtomicInteger()).incrementAndGet();
    }

    /** Counts the events of one stream. */
    private final class Lines implements Flow.Subscriber<String> {

        private boolean told;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:")) {
                events.incrementAndGet();
                if (!told) {
                    told = true;
                    open.incrementAndGet();
                }
            } else if (line.startsWith(":")) {
                beats.incrementAndGet();
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Told by the answer's end.
        }

        @Override
        public void onComplete() {
            if (!closing) {
                ended(null);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        http.shutdownNow();
        http.close();
    }
}
