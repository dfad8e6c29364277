package org.essaim.matcher.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The word to stop, given once, heard by all loops; whoever waits for something wakes up at once. */
final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    boolean given() {
        return given.getCount() == 0;
    }

    /** Waits a second, or until the word is given. */
    void awaitSecond() throws InterruptedException {
        await(Duration.ofSeconds(1));
    }

    /** Waits this long, or until the word is given. */
    void await(Duration longest) throws InterruptedException {
        var _ = given.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
