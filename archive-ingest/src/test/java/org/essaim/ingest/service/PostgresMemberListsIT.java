package org.essaim.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.ListsFixture;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.MemberListsContract;
import org.essaim.ingest.lists.StandingLists;
import org.junit.jupiter.api.Test;

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

    @Test
    void uploadThatWasTakenBackShouldNotStand() {
        StandingLists next = ListsFixture.lists(new MemberId(UUID.randomUUID()), 1, 5);
        UUID work = openWork(next.member());
        pool.preparedQuery(
                        "insert into upload_reading (archive, read_bytes, total_bytes, taken_back) values ($1, 0, 0, true)")
                .execute(Tuple.of(work))
                .await()
                .indefinitely();

        assertThatThrownBy(() -> lists.stand(work, next, ListsFixture.ingested(next)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lists.read(next.member())).isEmpty();
        lists.reject(work, ListsFixture.rejected(next.member()));
    }
}
