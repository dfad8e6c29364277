package org.essaim.platform.erasures;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.platform.outbox.OutboxMessage;

/**
 * The journal of this service, under {@code essaim.erasures.secret}: at least 32 characters that no other service knows, the same on
 * every replica and for as long as a backup is kept. With another secret the entries from before say nothing any more.
 */
@Singleton
public class ErasureJournal {

    private final String service;
    private final Marks marks;

    public ErasureJournal(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "essaim.erasures.secret") String secret) {
        this.service = service;
        this.marks = new Marks(service, secret);
    }

    /**
     * The entry of an erasure, for the outbox in the transaction of the erasure. It goes out for one that is repeated after a restore too: a
     * backup that was made in between holds the member, and may be kept for longer than the first entry.
     *
     * @param at of the erasure: whom the service came to know after it is left alone
     */
    public OutboxMessage entry(MemberId member, Instant at) {
        ErasureNoted entry = marks.entry(member, at);
        // The mark as the cause: made of the id alone, the envelope would tell whom the entry is about.
        return OutboxMessage.event(
                Topics.ERASURES,
                service,
                CloudEvent.causedBy(entry.mark() + "|" + at, "/essaim/" + service, at, entry));
    }

    boolean isOurs(ErasureNoted entry) {
        return marks.isOurs(entry);
    }

    String markOf(MemberId member) {
        return marks.of(member);
    }
}
