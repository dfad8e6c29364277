package org.essaim.gateway.letters.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.letters.Correspondence;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;

/** What members said of letters, in PostgreSQL. That they want any is a consent. */
@ApplicationScoped
class PostgresCorrespondence implements Correspondence {

    private static final String WISHES = """
            select c.language, case when exists (
                select 1 from upload u where u.member = c.member and u.uploaded_at >= c.reminder_asked)
                then null else c.reminder_due end as reminder_due
            from correspondence c where c.member = :member
            """;

    private final Transactions transactions;
    private final Consents consents;

    PostgresCorrespondence(Transactions transactions, Consents consents) {
        this.transactions = transactions;
        this.consents = consents;
    }

    @Override
    public Wishes of(MemberId member) {
        return transactions
                .reading(client -> Statement.of(client, WISHES)
                        .with("member", member.value())
                        .row())
                .map(PostgresCorrespondence::wishes)
                .orElse(Wishes.NONE);
    }

    private static Wishes wishes(Row row) {
        return new Wishes(
                Optional.ofNullable(row.textOrNull("language")).map(Language::valueOf),
                row.instantOrNull("reminder_due"));
    }

    @Override
    public void speak(MemberId member, Language language) {
        transactions.inTransaction(session -> CorrespondenceRows.speak(session, member.value(), language, true));
    }

    @Override
    public void assume(MemberId member, Language language) {
        transactions.inTransaction(session -> CorrespondenceRows.speak(session, member.value(), language, false));
    }

    @Override
    public void remindOfArchive(MemberId member, Instant asked, Instant due) {
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(session, """
                                insert into correspondence (member, reminder_asked, reminder_due)
                                values (:member, :asked, :due)
                                on conflict (member) do update set reminder_asked = excluded.reminder_asked,
                                    reminder_due = excluded.reminder_due
                                """)
                        .with("member", member.value())
                        .with("asked", asked)
                        .with("due", due)
                        .update()));
    }

    @Override
    public void forgetReminder(MemberId member) {
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> CorrespondenceRows.forgetReminder(session, member.value())));
    }

    @Override
    public void end(MemberId member) {
        consents.withdraw(member, Consents.Subject.EMAIL);
        forgetReminder(member);
    }
}
