package org.essaim.bench.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * People who review: each request has its time, and is sent then, however long the others take. What it took is counted from that
 * time on, so that a gateway that stands still is not spared the requests that would have come.
 */
final class Load {

    private static final List<String> ORDERS = List.of("CLOSENESS", "NEWEST", "NAME");
    private static final Duration BETWEEN_SAMPLES = Duration.ofMinutes(1);

    private final House house;
    private final Caller caller;
    private final int members;
    private final SplittableRandom random = new SplittableRandom(Options.SEED);
    private final Map<String, Latencies> byKind = new ConcurrentHashMap<>();
    private final Latencies all = new Latencies();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
    private final List<Long> resident = new ArrayList<>();

    /** @param members who ask, the first of the crowd */
    Load(House house, Caller caller, int members) {
        this.house = house;
        this.caller = caller;
        this.members = members;
    }

    /** Something that members do. */
    private interface Call {
        HttpResponse<String> send() throws IOException;
    }

    /** Sends at this rate, evenly, for so long. */
    void run(int rate, Duration length) {
        long interval = 1_000_000_000L / rate;
        long begun = System.nanoTime();
        long calls = length.toNanos() / interval;
        long nextSample = begun;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < calls; i++) {
                long intended = begun + i * interval;
                if (intended >= nextSample) {
                    resident.add(house.gatewayResidentBytesAsItIs());
                    nextSample += BETWEEN_SAMPLES.toNanos();
                }
                while (System.nanoTime() < intended) {
                    LockSupport.parkNanos(intended - System.nanoTime());
                }
                String kind = kind();
                Call call = call(kind, random.nextInt(members));
                people.execute(() -> send(kind, call, intended));
            }
        }
    }

    private void send(String kind, Call call, long intended) {
        try {
            HttpResponse<String> answer = call.send();
            if (answer.statusCode() / 100 != 2) {
                error(kind + " " + answer.statusCode());
            }
        } catch (IOException e) {
            error(kind + " " + e.getClass().getSimpleName());
        }
        double took = (System.nanoTime() - intended) / 1e6;
        all.add(took);
        byKind.computeIfAbsent(kind, any -> new Latencies()).add(took);
    }

    private void error(String what) {
        errors.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }

    /** Of 20 calls 11 are pages, 2 searches, 2 decisions, and one each: counts, status, follows, account, consents. */
    private String kind() {
        int drawn = random.nextInt(20);
        return drawn < 11
                ? "page"
                : switch (drawn) {
                    case 11, 12 -> "search";
                    case 13, 14 -> "decide";
                    case 15 -> "counts";
                    case 16 -> "status";
                    case 17 -> "follows";
                    case 18 -> "me";
                    default -> "consents";
                };
    }

    private Call call(String kind, int member) {
        String order = ORDERS.get(random.nextInt(ORDERS.size()));
        return switch (kind) {
            case "page" -> () -> caller.get(member, Crowd.path(member, "/matches?limit=50&sort=" + order));
            case "search" -> {
                String search = "bee1-" + random.nextInt(100);
                yield () -> caller.get(member, Crowd.path(member, "/matches?limit=50&search=" + search));
            }
            case "decide" -> {
                String decision = random.nextBoolean() ? "CONFIRM" : "DECLINE";
                String search = "bee1-" + random.nextInt(10, 1000);
                String body = "{\"decision\":\"%s\",\"filter\":{\"search\":\"%s\"}}".formatted(decision, search);
                yield () -> caller.post(member, Crowd.path(member, "/decisions"), body);
            }
            case "counts" -> () -> caller.get(member, Crowd.path(member, "/matches/counts"));
            case "status" -> () -> caller.get(member, Crowd.path(member, ""));
            case "follows" -> () -> caller.get(member, Crowd.path(member, "/follows"));
            case "me" -> () -> caller.get(member, "/api/v1/me");
            default -> () -> caller.get(member, "/api/v1/me/consents");
        };
    }

    Latencies all() {
        return all;
    }

    Map<String, Latencies> byKind() {
        return new LinkedHashMap<>(byKind);
    }

    /** How many calls failed, by what was asked and how it failed. */
    Map<String, AtomicInteger> errors() {
        return new LinkedHashMap<>(errors);
    }

    /** Memory of the gateway each minute, garbage included, in bytes. */
    List<Long> resident() {
        return List.copyOf(resident);
    }
}
