package org.essaim.executor.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.executor.members.MemberBindings;
import org.essaim.platform.erasures.ErasureJournal;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.postgres.Transactions;

/** Bindings as rows, one subject a member; the first insert wins. */
@ApplicationScoped
class PostgresMemberBindings implements MemberBindings {

    private final Transactions transactions;
    private final Outbox outbox;
    private final ErasureJournal journal;
    private final InstantSource clock;

    PostgresMemberBindings(Transactions transactions, Outbox outbox, ErasureJournal journal, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean bind(String issuer, String subject, MemberId member) {
        Instant now = clock.instant();
        UUID bound = transactions.inTransaction(session -> session.createNativeQuery("""
                        insert into member_subject (issuer, subject, member, bound_at)
                        values (:issuer, :subject, :member, :now) on conflict do nothing
                        """)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .setParameter("member", member.value())
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select member from member_subject where issuer = :issuer and subject = :subject",
                                UUID.class)
                        .setParameter("issuer", issuer)
                        .setParameter("subject", subject)
                        .getSingleResultOrNull()));
        return member.value().equals(bound);
    }

    @Override
    public void forget(MemberId member) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> session.createNativeQuery(
                        "delete from member_subject where member = :member")
                .setParameter("member", member.value())
                .executeUpdate()
                .chain(() -> outbox.add(session, List.of(journal.entry(member, now)))));
    }
}
