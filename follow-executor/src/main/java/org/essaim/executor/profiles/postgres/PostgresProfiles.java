package org.essaim.executor.profiles.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.json.Json;
import org.essaim.executor.profiles.Profile;
import org.essaim.executor.profiles.Profiles;
import org.essaim.executor.profiles.SmallPicture;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Profiles as rows that all replicas share. */
@ApplicationScoped
class PostgresProfiles implements Profiles {

    /** Rows in the order of their ids, so that no two askers wait for each other; one that was asked for today is left alone. */
    private static final String ASK = """
            insert into profile as p (account_id, network, handle, due_at, asked_at)
            select wanted.id, wanted.network, wanted.handle, cast(:now as timestamptz), cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:accounts as text) as jsonb)) as wanted (id text, network text, handle text)
            order by wanted.id
            on conflict (account_id) do update set asked_at = excluded.asked_at, handle = excluded.handle
            where p.asked_at < excluded.asked_at - interval '1 day' or p.handle <> excluded.handle
            """;

    private static final String CLAIM = """
            select p.* from profile p where p.due_at <= :now order by p.due_at limit :most for update skip locked
            """;

    private static final String KEEP = """
            insert into picture (digest, jpeg) values (:digest, decode(:jpeg, 'base64')) on conflict do nothing
            """;

    private static final String UNUSED = """
            delete from picture where not exists (select 1 from profile where profile.picture = picture.digest)
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresProfiles(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Profile> of(List<TargetAccount> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Map<String, TargetAccount> wanted = accounts.stream()
                .collect(Collectors.toMap(TargetAccount::id, Function.identity(), (first, _) -> first));
        List<ProfileRow> rows = transactions.quietly(session -> session.createNativeQuery(ASK)
                .setParameter("now", clock.instant())
                .setParameter("accounts", asJson(wanted.values().stream().toList()))
                .executeUpdate()
                .chain(() -> session.createSelectionQuery("from Profile where accountId in (:ids)", ProfileRow.class)
                        .setParameter("ids", List.copyOf(wanted.keySet()))
                        .getResultList()));
        Map<String, ProfileRow> byId = rows.stream().collect(Collectors.toMap(row -> row.accountId, row -> row));
        return accounts.stream()
                .map(account -> Optional.ofNullable(byId.get(account.id()))
                        .map(ProfileRow::profile)
                        .orElseGet(() -> new Profile(account, null, null, false)))
                .toList();
    }

    private static String asJson(List<TargetAccount> accounts) {
        List<ObjectNode> rows = accounts.stream()
                .sorted(Comparator.comparing(TargetAccount::id))
                .map(account -> Json.object()
                        .put("id", account.id())
                        .put("network", account.network().name())
                        .put("handle", account.handle()))
                .toList();
        return Json.write(rows);
    }

    @Override
    public Optional<SmallPicture> picture(String digest) {
        PictureRow row = transactions.<@Nullable PictureRow>quietly(session -> session.find(PictureRow.class, digest));
        return Optional.ofNullable(row).map(found -> SmallPicture.encoded(found.jpeg));
    }

    @Override
    public List<DueProfile> claim(int most, Instant until) {
        return transactions.quietly(session -> session.createNativeQuery(CLAIM, ProfileRow.class)
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(row -> claimed(row, until)).toList()));
    }

    private static DueProfile claimed(ProfileRow row, Instant until) {
        row.dueAt = until;
        row.attempts++;
        return new DueProfile(row.account(), row.attempts);
    }

    @Override
    public void seen(String accountId, @Nullable String name, @Nullable SmallPicture picture, Instant nextLook) {
        transactions.quietly(session -> keep(session, picture)
                .chain(() -> session.find(ProfileRow.class, accountId).invoke(row -> {
                    if (row != null) {
                        row.known = true;
                        row.name = name;
                        row.picture = picture == null ? null : picture.digest();
                        row.attempts = 0;
                        row.dueAt = nextLook;
                    }
                })));
    }

    private static Uni<Void> keep(Session session, @Nullable SmallPicture picture) {
        if (picture == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(KEEP)
                .setParameter("digest", picture.digest())
                .setParameter("jpeg", Base64.getEncoder().encodeToString(picture.jpeg()))
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public void postpone(String accountId, Instant nextLook) {
        transactions.quietly(
                session -> session.createMutationQuery("update Profile set dueAt = :next where accountId = :account")
                        .setParameter("next", nextLook)
                        .setParameter("account", accountId)
                        .executeUpdate());
    }

    @Override
    public void forget(String accountId) {
        transactions.quietly(session -> session.createMutationQuery("delete from Profile where accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(UNUSED).executeUpdate()));
    }

    @Override
    public void forget(Instant askedBefore) {
        transactions.quietly(session -> session.createMutationQuery("delete from Profile where askedAt < :before")
                .setParameter("before", askedBefore)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(UNUSED).executeUpdate()));
    }
}
