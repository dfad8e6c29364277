package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Sends records about one acting account under the next numbers of its sequence. The sequence's row stays locked until the
 * transaction ends, so records leave in the order of their numbers.
 */
@ApplicationScoped
class PlanRecords {

    private static final String NEXT = """
            with taken as (
                insert into acting_account (account, sequence) values (:account, :count)
                on conflict (account) do update set sequence = acting_account.sequence + excluded.sequence
                returning sequence)
            select sequence from taken
            """;

    private final Outbox outbox;

    PlanRecords(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends one record for each maker, in order; a maker is given its number. */
    Uni<Void> send(Mutiny.Session session, TargetAccount acting, List<LongFunction<FollowPlan>> makers, Instant now) {
        if (makers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Statement.of(session, NEXT)
                .with("account", acting.id())
                .with("count", (long) makers.size())
                .row()
                .map(row -> row.orElseThrow().number("sequence"))
                .chain(last -> outbox.add(session, messages(acting, makers, last - makers.size() + 1, now)));
    }

    private static List<OutboxMessage> messages(
            TargetAccount acting, List<LongFunction<FollowPlan>> makers, long first, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>(makers.size());
        long sequence = first;
        for (LongFunction<FollowPlan> maker : makers) {
            String cause = acting.id() + "|" + sequence;
            messages.add(OutboxMessage.event(
                    Topics.FOLLOW_PLANS,
                    acting.id(),
                    CloudEvent.causedBy(cause, "/essaim/gateway", now, maker.apply(sequence))));
            sequence++;
        }
        return messages;
    }
}
