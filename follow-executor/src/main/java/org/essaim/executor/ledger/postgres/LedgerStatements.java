package org.essaim.executor.ledger.postgres;

/** What is asked of the ledger's tables in their own words. */
final class LedgerStatements {

    static final String CLAIM = """
            select a.* from acting_account a
            where a.due_at <= :now and not a.paused
              and (a.lease_until is null or a.lease_until <= :now)
              and a.host <> all (string_to_array(cast(:busy as text), ','))
              and not exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
              and not exists (select 1 from host_trouble h where h.host = a.host and h.closed_until > :now)
              and not exists (select 1 from left_out_host l where l.host = a.host)
            order by a.due_at limit 1
            for update skip locked
            """;

    static final String PROBE = """
            update host_trouble set closed_until = cast(:until as timestamptz)
            where host = :host and closed_until is not null
            """;

    static final String STOPPED = """
            select a.* from acting_account a
            where a.due_at <= :now and not a.paused and not a.told_stop
              and (exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
                or exists (select 1 from left_out_host l where l.host = a.host))
            limit 1
            for update skip locked
            """;

    /** What may have been sent comes first, of that what was tried least; then what is closest. */
    static final String DUE = """
            select f.* from follow f
            where f.acting_id = :acting and f.state <> 'SETTLED' and f.due_at <= :now
              and not exists (select 1 from emergency_stop s where s.scope in (:network, :host))
            order by case f.state
                    when 'SENDING' then 0 when 'CANCELLING' then 0 when 'UNDOING' then 1 when 'PLANNED' then 2 else 3 end,
                case f.state when 'PLANNED' then 0 else f.attempts end,
                case when f.closeness = 0 then 2147483647 else f.closeness end, f.target_id
            limit :most
            """;

    /** Those that would be next, were nothing in the way. */
    static final String NEXT = """
            select f.* from follow f
            where f.acting_id = :acting and f.state = 'PLANNED'
            order by case when f.closeness = 0 then 2147483647 else f.closeness end, f.target_id
            limit :most
            """;

    static final String NEXT_DUE = """
            update acting_account a
            set due_at = (select case when count(*) > 0
                              then greatest(min(f.due_at), cast(:notBefore as timestamptz)) end
                          from follow f where f.acting_id = a.account_id and f.state <> 'SETTLED'),
                quiet_until = cast(:notBefore as timestamptz), lease_owner = null, lease_until = null
            where a.account_id = :acting
            """;

    private LedgerStatements() {}
}
