package org.essaim.gateway.notices.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.notices.Notice;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.Notices;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;

/** Notices in PostgreSQL. */
@ApplicationScoped
class PostgresNotices implements Notices {

    private final Transactions transactions;

    PostgresNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Notice> of(MemberId member) {
        return transactions.reading(client -> Statement.of(
                        client, "select kind, at from notice where member = :member order by at desc, id limit 100")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Notice(row.constant("kind", NoticeKind.class), row.instant("at")))
                        .toList()));
    }
}
