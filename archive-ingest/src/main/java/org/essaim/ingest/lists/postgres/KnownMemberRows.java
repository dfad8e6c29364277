package org.essaim.ingest.lists.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.work.UploadWork;
import org.essaim.platform.erasures.KnownMember;
import org.essaim.platform.erasures.KnownMembers;

/** Every member who has, or once had, lists here, for the journal of erasures to be held against. */
@ApplicationScoped
class KnownMemberRows implements KnownMembers {

    private static final String NEXT =
            "select member, since from member_standing where member > $1 order by member limit $2";

    private final Pool pool;
    private final UploadWork work;
    private final InstantSource clock;

    KnownMemberRows(Pool pool, UploadWork work, InstantSource clock) {
        this.pool = pool;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public List<KnownMember> after(MemberId last, int most) {
        List<KnownMember> next = new ArrayList<>();
        pool.preparedQuery(NEXT)
                .execute(Tuple.of(last.value(), most))
                .await()
                .indefinitely()
                .forEach(row -> next.add(new KnownMember(
                        new MemberId(row.getUUID("member")),
                        row.getOffsetDateTime("since").toInstant())));
        return next;
    }

    /** Behind all that the backup had under way for the member, as if the gateway had told it now. */
    @Override
    public void eraseAgain(MemberId member) {
        work.add(List.of(new ListsErased(member, clock.instant())));
    }
}
