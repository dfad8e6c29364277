package org.essaim.executor.postgres;

/** The arithmetic of a budget, done where its row is locked. */
final class BudgetStatements {

    /** Opens a window, or takes from the open one; changes no row when the cost does not fit. */
    static final String TAKE = """
            insert into budget as b (key, used, server_limit, resets_at)
            select :key, :units, null, cast(:endOfWindow as timestamptz)
            where :units <= :limit * :share / 100
            on conflict (key) do update set
                used = case when b.resets_at <= :now then 0 else b.used end + :units,
                resets_at = case when b.resets_at <= :now then excluded.resets_at else b.resets_at end
            where case when b.resets_at <= :now then 0 else b.used end + :units
                <= coalesce(b.server_limit, :limit) * :share / 100
            """;

    static final String GIVE_BACK = """
            update budget set used = greatest(used - :units, 0) where key = :key and resets_at > :now
            """;

    static final String OBSERVE = """
            insert into budget as b (key, used, server_limit, resets_at)
            values (:key, :used, :limit, cast(:resetsAt as timestamptz))
            on conflict (key) do update set
                used = excluded.used, server_limit = excluded.server_limit, resets_at = excluded.resets_at
            """;

    static final String RESETS_AT = "select b.* from budget b where b.key = :key";

    private BudgetStatements() {}
}
