package org.essaim.gateway.matches.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberMatches;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes the rows of one bucket equal to the record: what is not in it goes, what is new comes, what changed changes. */
@ApplicationScoped
class MatchProjection {

    private static final String GUARD = """
            insert into match_bucket (member, bucket, generation, revision)
            values (:member, :bucket, :generation, :revision)
            on conflict (member, bucket) do update set generation = excluded.generation, revision = excluded.revision
            where match_bucket.revision < excluded.revision
            """;

    private static final String REMOVE = """
            delete from match where member = :member and bucket = :bucket and x_id not in (
                select m.x_id from jsonb_to_recordset(cast(cast(:matches as text) as jsonb)) as m (x_id bigint))
            """;

    private static final String PUT = """
            insert into match (member, x_id, bucket, who, assurance, finder_assurance, evidence, mutual, closeness, since)
            select :member, m.x_id, :bucket, m.who, m.assurance, m.finder_assurance, m.evidence, m.mutual, m.closeness, :now
            from jsonb_to_recordset(cast(cast(:matches as text) as jsonb)) as m (
                x_id bigint, who uuid, assurance text, finder_assurance text, evidence text, mutual boolean, closeness integer)
            on conflict (member, x_id) do update set bucket = excluded.bucket, who = excluded.who,
                assurance = excluded.assurance, finder_assurance = excluded.finder_assurance,
                evidence = excluded.evidence, mutual = excluded.mutual, closeness = excluded.closeness
            """;

    private static final String REMOVE_TARGETS = """
            delete from match_target t using match m
            where m.member = :member and m.bucket = :bucket and t.member = m.member and t.x_id = m.x_id
            """;

    private static final String PUT_TARGETS = """
            insert into match_target (member, x_id, network, account, handle)
            select :member, t.x_id, t.network, t.account, t.handle
            from jsonb_to_recordset(cast(cast(:targets as text) as jsonb)) as t (
                x_id bigint, network text, account text, handle text)
            on conflict (member, x_id, network) do update set account = excluded.account, handle = excluded.handle
            """;

    private final ObjectMapper json = new ObjectMapper();

    /** False, and nothing done, when the record is no newer than what was projected. */
    Uni<Boolean> apply(Mutiny.Session session, MemberMatches standing, Instant now) {
        return Statement.of(session, GUARD)
                .with("member", standing.member().value())
                .with("bucket", standing.bucket())
                .with("generation", standing.generation())
                .with("revision", standing.revision())
                .update()
                .chain(newer -> newer == 1
                        ? replace(session, standing, now).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> replace(Mutiny.Session session, MemberMatches standing, Instant now) {
        UUID member = standing.member().value();
        int bucket = standing.bucket();
        if (standing.matches().isEmpty()) {
            return clear(session, member, bucket);
        }
        String matches = matchRows(standing);
        return bucketStatement(session, REMOVE, member, bucket)
                .with("matches", matches)
                .update()
                .chain(() -> bucketStatement(session, PUT, member, bucket)
                        .with("matches", matches)
                        .with("now", now)
                        .update())
                .chain(() ->
                        bucketStatement(session, REMOVE_TARGETS, member, bucket).update())
                .chain(() -> Statement.of(session, PUT_TARGETS)
                        .with("member", member)
                        .with("targets", targetRows(standing))
                        .update())
                .replaceWithVoid();
    }

    Uni<Void> clear(Mutiny.Session session, UUID member, int bucket) {
        return bucketStatement(session, "delete from match where member = :member and bucket = :bucket", member, bucket)
                .update()
                .replaceWithVoid();
    }

    private static Statement bucketStatement(Mutiny.Session session, String sql, UUID member, int bucket) {
        return Statement.of(session, sql).with("member", member).with("bucket", bucket);
    }

    private String matchRows(MemberMatches standing) {
        ArrayNode rows = json.createArrayNode();
        for (Match match : standing.matches()) {
            ObjectNode row = rows.addObject();
            row.put("x_id", match.xId().value());
            row.put("who", match.who().asString());
            row.put("assurance", match.assurance().name());
            row.put("finder_assurance", match.finderAssurance().name());
            row.put("evidence", match.evidence().stream().map(Enum::name).collect(Collectors.joining(",")));
            row.put("mutual", match.mutual());
            row.put("closeness", match.closeness());
        }
        return text(rows);
    }

    private String targetRows(MemberMatches standing) {
        ArrayNode rows = json.createArrayNode();
        for (Match match : standing.matches()) {
            match.targets()
                    .forEach(target -> rows.addObject()
                            .put("x_id", match.xId().value())
                            .put("network", target.network().name())
                            .put("account", target.id())
                            .put("handle", target.handle()));
        }
        return text(rows);
    }

    private String text(ArrayNode rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }
}
