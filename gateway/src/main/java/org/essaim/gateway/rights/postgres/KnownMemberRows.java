package org.essaim.gateway.rights.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.rights.Erasures;
import org.essaim.platform.erasures.KnownMember;
import org.essaim.platform.erasures.KnownMembers;
import org.essaim.platform.postgres.Transactions;

/** Every member, for the journal of erasures to be held against. Follow-executor hears of nobody from here: it has a journal of its own. */
@ApplicationScoped
class KnownMemberRows implements KnownMembers {

    private final Transactions transactions;
    private final Erasures erasures;

    KnownMemberRows(Transactions transactions, Erasures erasures) {
        this.transactions = transactions;
        this.erasures = erasures;
    }

    @Override
    public List<KnownMember> after(MemberId last, int most) {
        return transactions.reading(client -> Statement.of(
                        client, "select id, created_at from member where id > :last order by id limit :most")
                .with("last", last.value())
                .with("most", most)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new KnownMember(new MemberId(row.uuid("id")), row.instant("created_at")))
                        .toList()));
    }

    @Override
    public void eraseAgain(MemberId member) {
        erasures.eraseAgain(member);
    }
}
