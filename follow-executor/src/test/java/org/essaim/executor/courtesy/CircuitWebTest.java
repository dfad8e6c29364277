package org.essaim.executor.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.junit.jupiter.api.Test;

/** Hosts that do not answer. */
class CircuitWebTest {

    private static final WebRequest THERE = WebRequest.get(URI.create("https://pds.example/xrpc/look"));
    private static final WebRequest ELSEWHERE = WebRequest.get(URI.create("https://other.example/xrpc/look"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean(true);
    private final CircuitWeb web = new CircuitWeb(this::answer, now::get);

    private WebResponse answer(WebRequest request) throws NoAnswerException {
        asked.incrementAndGet();
        if (silent.get() && request.uri().equals(THERE.uri())) {
            throw new NoAnswerException("no whole answer in time", true, new IOException("slow"));
        }
        return new WebResponse(200, Map.of(), "{}");
    }

    private void tryInVain(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> web.send(THERE)).isInstanceOf(NoAnswerException.class);
        }
    }

    private void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void hostShouldNotBeAskedForAWhileWhenItDidNotAnswerThreeTimesInARow() throws WebException {
        tryInVain(5);

        assertThat(asked).hasValue(3);
        assertThat(web.send(ELSEWHERE).status()).isEqualTo(200);
    }

    @Test
    void hostShouldBeAskedOnceAgainAndThenRestForLongerWhenItIsStillSilent() {
        tryInVain(3);
        later(CircuitWeb.FIRST_REST);
        tryInVain(2);
        later(CircuitWeb.FIRST_REST);
        tryInVain(1);

        assertThat(asked).hasValue(4);
    }

    @Test
    void hostShouldBeAskedAsBeforeWhenItAnswersAgain() throws WebException {
        tryInVain(3);
        later(CircuitWeb.FIRST_REST);
        silent.set(false);
        web.send(THERE);
        silent.set(true);

        tryInVain(2);

        assertThat(asked).hasValue(6);
    }
}
