package org.essaim.executor.bluesky.follows;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.essaim.contracts.Network;
import org.essaim.executor.following.Intents;
import org.essaim.executor.ledger.Intent;

/**
 * Names follows by TIDs: 53 bits of microseconds, 10 bits that tell this process from others. Each is later than the one
 * before, even when the clock stands or goes back.
 */
public final class TidIntents implements Intents {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_ID_BITS = 10;

    private final AtomicLong last = new AtomicLong();
    private final long clockId;

    public TidIntents(SecureRandom random) {
        this.clockId = random.nextInt(1 << CLOCK_ID_BITS);
    }

    @Override
    public Intent next(Network network, Instant now) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        long unique = last.updateAndGet(before -> Math.max(before + 1, micros));
        return new Intent(encode((unique << CLOCK_ID_BITS) | clockId), now.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String encode(long value) {
        char[] text = new char[LENGTH];
        long rest = value;
        for (int at = LENGTH - 1; at >= 0; at--) {
            text[at] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
