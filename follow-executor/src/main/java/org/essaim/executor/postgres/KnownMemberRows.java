package org.essaim.executor.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.essaim.contracts.MemberId;
import org.essaim.executor.unlinking.EraseMember;
import org.essaim.platform.erasures.KnownMember;
import org.essaim.platform.erasures.KnownMembers;
import org.essaim.platform.postgres.Transactions;

/** Whoever somebody speaks for or has linked an account, for the journal of erasures to be held against. */
@ApplicationScoped
class KnownMemberRows implements KnownMembers {

    /** Each table is asked for its next members: so none stands between those who are found. */
    private static final String NEXT = """
            select member, min(since) as since
            from ((select member, min(bound_at) as since from member_subject
                   where member > $1 group by member order by member limit $2)
                  union all
                  (select member, min(since) as since from account_grant
                   where member > $1 group by member order by member limit $2)) as known
            group by member order by member limit $2
            """;

    private final Transactions transactions;
    private final EraseMember erase;

    KnownMemberRows(Transactions transactions, EraseMember erase) {
        this.transactions = transactions;
        this.erase = erase;
    }

    @Override
    public List<KnownMember> after(MemberId last, int most) {
        return transactions.reading(client -> client.preparedQuery(NEXT)
                .execute(Tuple.of(last.value(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KnownMemberRows::known)
                        .toList()));
    }

    private static KnownMember known(Row row) {
        return new KnownMember(
                new MemberId(row.getUUID("member")),
                row.getOffsetDateTime("since").toInstant());
    }

    @Override
    public void eraseAgain(MemberId member) {
        erase.erase(member);
    }
}
