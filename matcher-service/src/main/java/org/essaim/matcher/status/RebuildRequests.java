package org.essaim.matcher.status;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** An operator's wish that every loop forgets what it holds and begins again from the topics. Safe for use by many threads. */
@Singleton
public final class RebuildRequests {

    private final AtomicLong made = new AtomicLong();

    public void make() {
        made.incrementAndGet();
    }

    /** How many were made; a loop that began at a smaller number begins again. */
    public long made() {
        return made.get();
    }
}
