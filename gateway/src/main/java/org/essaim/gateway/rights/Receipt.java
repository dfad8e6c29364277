package org.essaim.gateway.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person who asked to be forgotten keeps in hand. Nothing here leads back to them but the number, which they alone were given.
 *
 * @param erasedAt when every row of this service and of follow-executor was gone
 * @param topicsBy until when no topic holds anything of it any more
 * @param backupsBy the same of backups
 * @param remains what is not erased, and why
 */
public record Receipt(UUID id, Instant erasedAt, Instant topicsBy, Instant backupsBy, List<String> remains) {

    /** The bound that is promised. */
    static final Duration TOPICS = Duration.ofDays(2);

    static final Duration BACKUPS = Duration.ofDays(30);

    /** In the words of the privacy notice. */
    static final List<String> REMAINS = List.of(
            "The number of your X account may stand in the lists of people who followed you there; without your consent nobody is led to you by it.",
            "Whom you followed stays followed on your own accounts, and follows that others made of your accounts stay theirs.",
            "For two days a digest of your log-in is kept, so that a session that is still open does not make a new member of you; for half a year, that your account did this or that, under a digest of a number that nobody has any more; for 35 days, that somebody was erased at that time, so that no backup brings you back.");

    public Receipt {
        remains = List.copyOf(remains);
    }

    static Receipt of(UUID id, Instant now) {
        return new Receipt(id, now, now.plus(TOPICS), now.plus(BACKUPS), REMAINS);
    }
}
