package org.essaim.gateway.operators.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.operators.RebuiltBuckets;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;

/** By the revision, which no record has below zero. */
@ApplicationScoped
class PostgresRebuiltBuckets implements RebuiltBuckets {

    private static final int SOME = 500;

    private final Transactions transactions;
    private final Jobs jobs;

    PostgresRebuiltBuckets(Transactions transactions, Jobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public void doubtAll() {
        transactions.inTransaction(session ->
                Statement.of(session, "update match_bucket set revision = -1").update());
    }

    @Override
    public List<MemberBucket> doubted() {
        return transactions.reading(client -> Statement.of(
                        client, "select member, bucket from match_bucket where revision = -1 limit :some")
                .with("some", SOME)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new MemberBucket(new MemberId(row.uuid("member")), (int) row.number("bucket")))
                        .toList()));
    }

    @Override
    public void done(UUID job) {
        transactions.inTransaction(session -> jobs.complete(session, job));
    }
}
