package org.essaim.matcher.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Says when something that is done every so often is due again. */
final class Pace {

    private final long nanos;
    private final LongSupplier ticker;
    private long next;

    Pace(Duration every, LongSupplier ticker) {
        this.nanos = every.toNanos();
        this.ticker = ticker;
        this.next = ticker.getAsLong();
    }

    /** Whether it is due; asking when it is starts the next interval. */
    boolean due() {
        long now = ticker.getAsLong();
        if (now - next < 0) {
            return false;
        }
        next = now + nanos;
        return true;
    }
}
