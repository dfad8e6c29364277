package org.essaim.ingest.service;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.MemberListsContract;

@QuarkusTest
class PostgresMemberListsIT implements MemberListsContract {

    @Inject
    MemberLists lists;

    @Inject
    Pool pool;

    @Override
    public MemberLists lists() {
        return lists;
    }

    /** A job of a kind that no worker takes: only the contract ends it. */
    @Override
    public UUID openWork(MemberId member) {
        UUID work = UUID.randomUUID();
        pool.preparedQuery("insert into job (id, kind, subject, payload, due) values ($1, 'contract', $2, '', now())")
                .execute(Tuple.of(work, member.asString()))
                .await()
                .indefinitely();
        return work;
    }
}
