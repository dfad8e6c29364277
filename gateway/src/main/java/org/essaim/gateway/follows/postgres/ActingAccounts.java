package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** The accounts that act for a member, always in the order of their ids, so that two transactions lock them alike. */
final class ActingAccounts {

    private ActingAccounts() {}

    /** Those that can follow now. */
    static Uni<List<TargetAccount>> able(Mutiny.Session session, UUID member) {
        return read(session, member, """
                select network, account, handle from link
                where member = :member and state = 'LINKED' and can_follow order by account
                """);
    }

    /** Those that ever followed for the member and are still theirs. */
    static Uni<List<TargetAccount>> used(Mutiny.Session session, UUID member) {
        return read(session, member, """
                select network, account, handle from link l
                where member = :member and state <> 'REVOKED'
                  and exists (select 1 from follow f where f.member = l.member and f.acting = l.account)
                order by account
                """);
    }

    private static Uni<List<TargetAccount>> read(Mutiny.Session session, UUID member, String sql) {
        return Statement.of(session, sql)
                .with("member", member)
                .rows()
                .map(rows -> rows.stream().map(ActingAccounts::account).toList());
    }

    private static TargetAccount account(Row row) {
        return new TargetAccount(row.constant("network", Network.class), row.text("account"), row.text("handle"));
    }

    /** Does the work for one account after another and adds up what each gives. */
    static Uni<Integer> oneAfterAnother(List<TargetAccount> accounts, Function<TargetAccount, Uni<Integer>> work) {
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
