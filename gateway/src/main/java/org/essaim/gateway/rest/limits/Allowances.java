package org.essaim.gateway.rest.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.InstantSource;

/** One allowance for each of many callers. Who has been quiet for as long as a window is forgotten: their bucket is full again. */
final class Allowances {

    /** Bounds the memory; beyond it the quietest are forgotten early. */
    private static final long MOST_CALLERS = 200_000;

    private final String name;
    private final Allowance each;
    private final InstantSource clock;
    private final LoadingCache<String, Allowance.Bucket> buckets;

    Allowances(String name, Allowance each, InstantSource clock) {
        this.name = name;
        this.each = each;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(each.window())
                .build(caller -> each.full(clock.instant()));
    }

    Allowance.Verdict take(String caller) {
        return buckets.get(caller).take(clock.instant());
    }

    /** Header {@code RateLimit-Policy}. */
    String policy() {
        return "\"" + name + "\";q=" + each.calls() + ";w=" + each.window().toSeconds();
    }

    /** Header {@code RateLimit}. */
    String left(Allowance.Verdict verdict) {
        return "\"" + name + "\";r=" + verdict.left() + ";t=" + seconds(verdict);
    }

    /** Header {@code Retry-After}: whole seconds, at least one when a call was refused. */
    static long seconds(Allowance.Verdict verdict) {
        return (verdict.next().toMillis() + 999) / 1000;
    }
}
