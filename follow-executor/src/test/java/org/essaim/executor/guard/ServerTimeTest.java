package org.essaim.executor.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static WebResponse answeredAt(Instant theirs) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC));
        return new WebResponse(200, Map.of("date", List.of(date)), "");
    }

    @ParameterizedTest
    @ValueSource(ints = {-600, 600})
    void momentsShouldMoveToOurClockWhenTheServersIsOff(int secondsAhead) {
        Instant theirs = NOW.plusSeconds(secondsAhead);

        ServerTime time = ServerTime.of(answeredAt(theirs), NOW);

        assertThat(time.onOurs(theirs.plusSeconds(300))).isEqualTo(NOW.plusSeconds(300));
        assertThat(time.onTheirs(NOW)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -4, 7200, -7200})
    void momentsShouldStayWhenClocksAgreeOrTheServersIsNonsense(int secondsAhead) {
        ServerTime time = ServerTime.of(answeredAt(NOW.plusSeconds(secondsAhead)), NOW);

        assertThat(time).isEqualTo(ServerTime.SAME);
    }

    @Test
    void momentsShouldStayWhenTheServerDoesNotSayItsTime() {
        assertThat(ServerTime.of(new WebResponse(200, Map.of("date", List.of("yesterday")), ""), NOW))
                .isEqualTo(ServerTime.SAME);
        assertThat(ServerTime.of(new WebResponse(200, Map.of(), ""), NOW)).isEqualTo(ServerTime.SAME);
    }
}
