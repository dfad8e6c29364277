package org.essaim.executor.ledger.postgres;

/** What is asked of the ledger's tables in their own words. */
final class LedgerStatements {

    static final String STOPPED = """
            select a.* from acting_account a
            where a.due_at <= :now and not a.paused and not a.told_stop
              and (exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
                or exists (select 1 from left_out_host l where l.host = a.host))
            limit 1
            for update skip locked
            """;

    /** Those that would be next, were nothing in the way. */
    static final String NEXT = """
            select f.* from follow f
            where f.acting_id = :acting and f.state = 'PLANNED'
            order by case when f.closeness = 0 then 2147483647 else f.closeness end, f.target_id
            limit :most
            """;

    private LedgerStatements() {}
}
