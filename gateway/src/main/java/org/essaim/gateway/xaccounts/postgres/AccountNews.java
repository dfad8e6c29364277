package org.essaim.gateway.xaccounts.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.xaccounts.ProofRefresh;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What others are told when a member's X account changes, in the transaction that changes it. The caller holds the member's lock. */
@ApplicationScoped
class AccountNews {

    private final Outbox outbox;
    private final Jobs jobs;

    AccountNews(Outbox outbox, Jobs jobs) {
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** Tells archive-ingest which account X says is the member's; null when none. It is written in the book of acts. */
    Uni<Void> proven(Mutiny.Session session, UUID member, @Nullable XId proven, Instant now) {
        XAccountProven event = new XAccountProven(new MemberId(member), proven, now);
        return ActRows.note(session, member, proven == null ? Act.X_PROOF_ENDED : Act.X_PROVEN, now)
                .chain(() -> tell(session, member, member + "|" + proven + "|" + now, now, event));
    }

    /** Has archive-ingest forget what the member brought. */
    Uni<Void> listsErased(Mutiny.Session session, UUID member, Instant now) {
        return tell(
                session, member, "set aside|" + member + "|" + now, now, new ListsErased(new MemberId(member), now));
    }

    private Uni<Void> tell(Mutiny.Session session, UUID member, String cause, Instant now, UploadEvent event) {
        return outbox.add(
                session,
                List.of(OutboxMessage.event(
                        Topics.ARCHIVE_UPLOADS,
                        member.toString(),
                        CloudEvent.causedBy(cause, "/essaim/gateway", now, event))));
    }

    /** Has the identity told anew. */
    Uni<Void> refreshIdentity(Mutiny.Session session, UUID member, Instant now) {
        return add(session, IdentityPublication.JOB, member, now);
    }

    /** Has X asked again which account is the member's. */
    Uni<Void> askX(Mutiny.Session session, UUID member, Instant now) {
        return add(session, ProofRefresh.JOB, member, now);
    }

    private Uni<Void> add(Mutiny.Session session, String job, UUID member, Instant now) {
        return jobs.add(session, UuidCreator.getTimeOrderedEpoch(), job, member.toString(), "", now)
                .replaceWithVoid();
    }
}
