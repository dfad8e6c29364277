package org.essaim.bench.execute;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Secret;

/** Plans of many accounts, put where the service would have put them; none is due before tomorrow. */
final class ManyPlans {

    private static final int HOSTS = 500;

    private final Ledger ledger;

    ManyPlans(Ledger ledger) {
        this.ledger = ledger;
    }

    /** So many follows in all, as many for each account as come out even, and one more for some. */
    void insert(int accounts, int follows) {
        KeyRing keys = KeyRing.parse(House.KEYS, new SecureRandom());
        for (int i = 0; i < accounts; i++) {
            String host = "h" + i % HOSTS + ".example";
            MemberId member = new MemberId(UUID.randomUUID());
            TargetAccount account =
                    new TargetAccount(Network.MASTODON, "https://" + host + "/users/a" + i, "a" + i + "@" + host);
            Grant grant = new Grant(member, account, host, Grant.State.LINKED, List.of(), false);
            ledger.insert(grant, keys.seal(new Secret("{}"), member.asString() + ":" + account.id()), Instant.now());
        }
        ledger.update("update account_grant set can_follow = false");
        ledger.update("""
                insert into acting_account (account_id, network, handle, host, member, sequence, paused, due_at, lease_turn)
                select account_id, network, handle, host, member, 1, false, ?, 0 from account_grant
                """, Timestamp.from(Instant.now().plus(Duration.ofDays(1))));
        ledger.update("""
                insert into follow (acting_id, target_id, target_handle, run, closeness, state, version, due_at, attempts, ours)
                select a.account_id, 'https://t.example/users/t' || n, 't' || n || '@t.example', gen_random_uuid(), n, 'PLANNED', 0, now(), 0, false
                from (select account_id, row_number() over (order by account_id) as place from acting_account) a
                cross join lateral generate_series(1, ? / ? + case when a.place <= ? % ? then 1 else 0 end) n
                """, follows, accounts, follows, accounts);
        ledger.update("analyze");
    }
}
