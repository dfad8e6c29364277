package org.essaim.executor.budgets.postgres;

/** The arithmetic of a budget, done where its row is locked. */
final class BudgetStatements {

    /** Opens a window, or takes from the open one; changes no row when the cost does not fit. */
    static final String TAKE = """
            insert into budget as b (key, used, server_limit, resets_at)
            select cast(:key as text), cast(:units as bigint), cast(null as bigint), cast(:endOfWindow as timestamptz)
            where cast(:units as bigint) <= cast(:limit as bigint) * cast(:share as bigint) / 100
               or exists (select 1 from budget known where known.key = cast(:key as text))
            on conflict (key) do update set
                used = case when b.resets_at <= cast(:now as timestamptz) then 0 else b.used end + excluded.used,
                resets_at = case when b.resets_at <= cast(:now as timestamptz)
                    then excluded.resets_at else b.resets_at end
            where case when b.resets_at <= cast(:now as timestamptz) then 0 else b.used end + excluded.used
                <= coalesce(b.server_limit, cast(:limit as bigint)) * cast(:share as bigint) / 100
            """;

    static final String GIVE_BACK = """
            update budget set used = greatest(used - cast(:units as bigint), 0)
            where key = :key and resets_at > cast(:now as timestamptz)
            """;

    /**
     * The server's count replaces ours, except that a shared window's count never goes back: answers overtake each other.
     * What a window says that has ended meanwhile is too late.
     */
    static final String OBSERVE = """
            insert into budget as b (key, used, server_limit, resets_at)
            values (:key, cast(:used as bigint), cast(:limit as bigint), cast(:resetsAt as timestamptz))
            on conflict (key) do update set
                used = case when cast(:shared as boolean)
                        and b.resets_at between excluded.resets_at - interval '5 seconds' and excluded.resets_at + interval '5 seconds'
                    then greatest(b.used, excluded.used) else excluded.used end,
                server_limit = excluded.server_limit, resets_at = excluded.resets_at
            where excluded.resets_at > cast(:now as timestamptz)
            """;

    /** Windows that ended long ago tell nothing any more. */
    static final String FORGET = "delete from budget where resets_at < cast(:before as timestamptz)";

    static final String RESETS_AT = "select b.* from budget b where b.key = :key";

    private BudgetStatements() {}
}
