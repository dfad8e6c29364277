package org.essaim.executor.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far a server's clock is from ours, by the {@code Date} of its answer. Servers tell moments by their own clock: on
 * ours, that moment may have passed, or lie far off.
 *
 * @param ahead how much later it is there; less than the time of an answer counts as nothing
 */
public record ServerTime(Duration ahead) {

    /** Both clocks agree. */
    public static final ServerTime SAME = new ServerTime(Duration.ZERO);

    /** {@code Date} has whole seconds, and an answer takes time. */
    private static final Duration UNNOTICED = Duration.ofSeconds(5);

    /** Further off is a server that does not know the time at all. */
    private static final Duration BELIEVED = Duration.ofHours(1);

    /** What an answer that came at {@code now} says. */
    public static ServerTime of(WebResponse response, Instant now) {
        Optional<Instant> date = response.header("Date").flatMap(ServerTime::read);
        if (date.isEmpty()) {
            return SAME;
        }
        Duration ahead = Duration.between(now, date.get());
        boolean counts = ahead.abs().compareTo(UNNOTICED) > 0 && ahead.abs().compareTo(BELIEVED) < 0;
        return counts ? new ServerTime(ahead) : SAME;
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment that the server told, by our clock; up to a second later than it is, never earlier. */
    public Instant onOurs(Instant told) {
        return told.minus(ahead);
    }

    /** A moment of ours, by the server's clock. */
    public Instant onTheirs(Instant ours) {
        return ours.plus(ahead);
    }
}
