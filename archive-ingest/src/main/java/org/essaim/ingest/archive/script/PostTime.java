package org.essaim.ingest.archive.script;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.essaim.ingest.archive.ArchiveTimes;

/** When a post was made: {@code Tue Jan 12 17:00:02 +0000 2021}; some exports of later years write ISO 8601. */
final class PostTime {

    /** No time could be read. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int LENGTH = 30;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private PostTime() {}

    /** Milliseconds since 1970, or {@link #UNKNOWN}. X writes no other zone than {@code +0000}. */
    static long parse(byte[] text, int length) {
        String written = new String(text, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1);
        try {
            long at = written.endsWith("Z") ? Instant.parse(written).toEpochMilli() : classic(written);
            return at != UNKNOWN && ArchiveTimes.canHold(Instant.ofEpochMilli(at)) ? at : UNKNOWN;
        } catch (DateTimeException | ArithmeticException e) {
            return UNKNOWN;
        }
    }

    private static long classic(String text) {
        if (text.length() != LENGTH || !text.startsWith(" +0000 ", 19)) {
            return UNKNOWN;
        }
        int month = MONTHS.indexOf(text.substring(4, 7));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 0 || month % 3 != 0 || hour > 23 || minute > 59 || second > 60) {
            return UNKNOWN;
        }
        LocalDate day = LocalDate.of(number(text, 26, 30), month / 3 + 1, number(text, 8, 10));
        return ((day.toEpochDay() * 24 + hour) * 60 + minute) * 60_000 + second * 1000L;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no number");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
