package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.Matches.Cursor;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.matches.Matches.Page;
import org.essaim.gateway.matches.Matches.Standing;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads pages by key set, never by offset: a page of five million rows costs as much as the first. */
final class MatchPages {

    private static final String PAGE = """
            select m.x_id, m.rank, m.mutual, m.closeness, m.evidence, m.since, d.decision,
                b.account as bluesky, b.handle as bluesky_handle, o.account as mastodon, o.handle as mastodon_handle
            from match m
            left join decision d on d.member = m.member and d.x_id = m.x_id
            left join match_target b on b.member = m.member and b.x_id = m.x_id and b.network = 'BLUESKY'
            left join match_target o on o.member = m.member and o.x_id = m.x_id and o.network = 'MASTODON'
            where m.member = :member and (m.rank, m.x_id) > (:rank, :xId)
              and (d.decision is null or d.decision <> 'DECLINED')
            order by m.rank, m.x_id limit :size
            """;

    private MatchPages() {}

    static Uni<Page> read(Mutiny.Session session, UUID member, @Nullable Cursor after, int limit) {
        return Statement.of(session, PAGE)
                .with("member", member)
                .with("rank", after == null ? -1 : after.rank())
                .with("xId", after == null ? 0L : after.xId())
                .with("size", limit + 1L)
                .rows()
                .map(rows -> page(rows, limit));
    }

    private static Page page(List<Row> rows, int limit) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Cursor next = null;
        if (rows.size() > limit) {
            Row last = shown.getLast();
            next = new Cursor((int) last.number("rank"), last.number("x_id"));
        }
        return new Page(shown.stream().map(MatchPages::standing).toList(), next);
    }

    private static Standing standing(Row row) {
        List<TargetAccount> targets = new ArrayList<>();
        addTarget(targets, Network.BLUESKY, row.textOrNull("bluesky"), row.textOrNull("bluesky_handle"));
        addTarget(targets, Network.MASTODON, row.textOrNull("mastodon"), row.textOrNull("mastodon_handle"));
        String decision = row.textOrNull("decision");
        return new Standing(
                new XId(row.number("x_id")),
                row.flag("mutual"),
                (int) row.number("closeness"),
                Arrays.stream(row.text("evidence").split(",", -1))
                        .map(Evidence::valueOf)
                        .toList(),
                targets,
                row.instant("since"),
                decision == null ? null : Decision.valueOf(decision));
    }

    private static void addTarget(
            List<TargetAccount> targets, Network network, @Nullable String account, @Nullable String handle) {
        if (account != null && handle != null) {
            targets.add(new TargetAccount(network, account, handle));
        }
    }
}
