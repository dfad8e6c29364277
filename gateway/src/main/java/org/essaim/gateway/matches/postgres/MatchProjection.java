package org.essaim.gateway.matches.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes the rows of many buckets equal to their records, in four statements: what is not in a record goes, what is new comes, what
 * changed changes, and what did not is not written.
 */
@ApplicationScoped
class MatchProjection {

    private static final String LOCK = """
            select id from member
            where id in (select cast(m.value as uuid) from jsonb_array_elements_text(cast(cast(:members as text) as jsonb)) as m)
            order by id for no key update
            """;

    private static final String TAKE = """
            with taken as (
                insert into match_bucket as b (member, bucket, generation, revision, x_ids, projected_at)
                select r.member, r.bucket, r.generation, r.revision, r.x_ids, :now
                from json_to_recordset(cast(cast(:buckets as text) as json)) as r (
                    member uuid, bucket integer, generation bigint, revision bigint, x_ids bigint[])
                order by r.member, r.bucket
                on conflict (member, bucket) do update set generation = excluded.generation,
                    revision = excluded.revision, x_ids = excluded.x_ids, projected_at = excluded.projected_at
                where b.revision < excluded.revision
                returning new.member, new.bucket, old.x_ids)
            select member, bucket, x_ids is null as first, coalesce(array_to_string(x_ids, ','), '') as before from taken
            """;

    private static final String REMOVE = """
            delete from standing_match m using (
                select r.member, cast(e.value as bigint) as x_id
                from jsonb_to_recordset(cast(cast(:gone as text) as jsonb)) as r (member uuid, x_ids jsonb)
                cross join lateral jsonb_array_elements_text(r.x_ids) as e) as g
            where m.member = g.member and m.x_id = g.x_id
            """;

    private static final String PUT = """
            insert into standing_match as m (member, x_id, who, assurance, finder_assurance, followed_me, mutual, closeness,
                bluesky, bluesky_handle, mastodon, mastodon_handle, since, fresh, decision)
            select r.member, r.x_id, r.who, r.assurance, r.finder, r.followed_me, r.mutual, r.closeness,
                r.bluesky, r.bluesky_handle, r.mastodon, r.mastodon_handle, :now, r.fresh, d.decision
            from json_to_recordset(cast(cast(:matches as text) as json)) as r (
                member uuid, x_id bigint, who uuid, assurance text, finder text, followed_me boolean, mutual boolean,
                closeness integer, bluesky text, bluesky_handle text, mastodon text, mastodon_handle text, fresh boolean)
            left join decision d on d.member = r.member and d.x_id = r.x_id
            order by r.member, r.x_id
            on conflict (member, x_id) do update set who = excluded.who, assurance = excluded.assurance,
                finder_assurance = excluded.finder_assurance, followed_me = excluded.followed_me, mutual = excluded.mutual,
                closeness = excluded.closeness, bluesky = excluded.bluesky, bluesky_handle = excluded.bluesky_handle,
                mastodon = excluded.mastodon, mastodon_handle = excluded.mastodon_handle
            where (m.who, m.assurance, m.finder_assurance, m.followed_me, m.mutual, m.closeness,
                    m.bluesky, m.bluesky_handle, m.mastodon, m.mastodon_handle)
                is distinct from (excluded.who, excluded.assurance, excluded.finder_assurance, excluded.followed_me,
                    excluded.mutual, excluded.closeness, excluded.bluesky, excluded.bluesky_handle, excluded.mastodon,
                    excluded.mastodon_handle)
            """;

    private final ObjectMapper json = new ObjectMapper();

    /** Waits for the locks of all these members, in the order of their ids, and holds them until the transaction ends. */
    Uni<Void> lock(Mutiny.Session session, Collection<UUID> members) {
        return Statement.of(session, LOCK)
                .with("members", members(members))
                .rows()
                .replaceWithVoid();
    }

    /** Which members' matches are newer than what was projected; those of the others stay as they are. */
    Uni<Set<UUID>> apply(Mutiny.Session session, List<MemberMatches> standing, Instant now) {
        return Statement.of(session, TAKE)
                .with("buckets", buckets(standing))
                .with("now", now)
                .rows()
                .chain(rows -> replace(session, standing, taken(rows), now));
    }

    private static Map<MemberBucket, Before> taken(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new MemberBucket(new MemberId(row.uuid("member")), (int) row.number("bucket")),
                        row -> new Before(row.flag("first"), numbers(row.text("before")))));
    }

    private static Set<Long> numbers(String listed) {
        return listed.isEmpty()
                ? new HashSet<>()
                : Arrays.stream(listed.split(",", -1))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private Uni<Set<UUID>> replace(
            Mutiny.Session session, List<MemberMatches> standing, Map<MemberBucket, Before> taken, Instant now) {
        List<MemberMatches> newer =
                standing.stream().filter(one -> taken.containsKey(key(one))).toList();
        Set<UUID> members = newer.stream().map(one -> one.member().value()).collect(Collectors.toSet());
        return remove(session, newer, one -> taken.get(key(one)).xIds())
                .chain(() -> put(session, newer, taken, now))
                .replaceWith(members);
    }

    private static MemberBucket key(MemberMatches standing) {
        return new MemberBucket(standing.member(), standing.bucket());
    }

    private Uni<Void> remove(
            Mutiny.Session session, List<MemberMatches> newer, Function<MemberMatches, Set<Long>> before) {
        ArrayNode rows = json.createArrayNode();
        for (MemberMatches one : newer) {
            Set<Long> gone = before.apply(one);
            one.matches().forEach(match -> gone.remove(match.xId().value()));
            if (!gone.isEmpty()) {
                ObjectNode row = rows.addObject().put("member", one.member().asString());
                gone.forEach(row.putArray("x_ids")::add);
            }
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Statement.of(session, REMOVE)
                        .with("gone", text(rows))
                        .update()
                        .replaceWithVoid();
    }

    private Uni<Void> put(
            Mutiny.Session session, List<MemberMatches> newer, Map<MemberBucket, Before> taken, Instant now) {
        ArrayNode rows = json.createArrayNode();
        newer.forEach(one -> {
            boolean fresh = !taken.get(key(one)).first();
            one.matches().forEach(match -> addRow(rows.addObject(), one, match, fresh));
        });
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Statement.of(session, PUT)
                        .with("matches", text(rows))
                        .with("now", now)
                        .update()
                        .replaceWithVoid();
    }

    private static void addRow(ObjectNode row, MemberMatches standing, Match match, boolean fresh) {
        row.put("member", standing.member().asString());
        row.put("x_id", match.xId().value());
        row.put("who", match.who().asString());
        row.put("assurance", match.assurance().name());
        row.put("finder", match.finderAssurance().name());
        row.put("followed_me", match.evidence().contains(Evidence.FOLLOWED_ME));
        row.put("mutual", match.mutual());
        row.put("closeness", match.closeness());
        row.put("fresh", fresh);
        match.targets().forEach(target -> {
            String column = switch (target.network()) {
                case BLUESKY -> "bluesky";
                case MASTODON -> "mastodon";
            };
            row.put(column, target.id()).put(column + "_handle", target.handle());
        });
    }

    private String buckets(List<MemberMatches> standing) {
        ArrayNode rows = json.createArrayNode();
        for (MemberMatches one : standing) {
            ObjectNode row = rows.addObject()
                    .put("member", one.member().asString())
                    .put("bucket", one.bucket())
                    .put("generation", one.generation())
                    .put("revision", one.revision());
            ArrayNode xIds = row.putArray("x_ids");
            one.matches().forEach(match -> xIds.add(match.xId().value()));
        }
        return text(rows);
    }

    private String members(Collection<UUID> members) {
        ArrayNode rows = json.createArrayNode();
        members.forEach(member -> rows.add(member.toString()));
        return text(rows);
    }

    private String text(ArrayNode rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }

    /**
     * What stood before.
     *
     * @param first whether the bucket was never projected
     * @param xIds may be taken from
     */
    private record Before(boolean first, Set<Long> xIds) {}
}
