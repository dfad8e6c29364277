package org.essaim.executor.ledger.postgres;

/** What workers ask of the ledger's tables. Columns are named one by one: a column that comes with a later release breaks no prepared statement. */
final class WorkerStatements {

    private static final String FOLLOW_COLUMNS = """
            f.target_id, f.target_handle, f.run, f.closeness, f.state, f.outcome, f.reason, f.version, f.due_at,
            f.attempts, f.record_key, f.created_at, f.ours
            """;

    /** Owner, until, now, busy hosts, and until when the others at a host that was in trouble wait for this one. */
    static final String CLAIM = """
            with next as (
                select a.account_id, a.host from acting_account a
                where a.due_at <= $3
                  and (a.lease_until is null or a.lease_until <= $3)
                  and a.host <> all ($4::text[])
                  and not exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
                  and not exists (select 1 from host_trouble h where h.host = a.host and h.closed_until > $3)
                  and not exists (select 1 from left_out_host l where l.host = a.host)
                order by a.due_at limit 1
                for update skip locked),
            probe as (
                update host_trouble h set closed_until = $5 from next
                where h.host = next.host and h.closed_until is not null)
            update acting_account a
            set lease_owner = $1, lease_until = $2, lease_turn = a.lease_turn + 1, told_stop = false
            from next where a.account_id = next.account_id
            returning a.account_id, a.network, a.handle, a.host, a.member, a.lease_turn, a.first_follow_at
            """;

    /** Accounts, their owners and turns, until. A turn that is not named has no worker: its lease runs out, and another one takes over. */
    static final String RENEW = """
            update acting_account a set lease_until = $4
            from unnest($1::text[], $2::text[], $3::bigint[]) as held (account_id, owner, turn)
            where a.account_id = held.account_id and a.lease_owner = held.owner and a.lease_turn = held.turn
            """;

    /** Account, owner, turn: the row stays locked until the transaction ends. */
    static final String HOLD = """
            select a.account_id, a.network, a.handle, a.host, a.member, a.paused, a.follows_after,
                exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
                    or exists (select 1 from left_out_host l where l.host = a.host) as stopped
            from acting_account a
            where a.account_id = $1 and a.lease_owner = $2 and a.lease_turn = $3
            for update of a
            """;

    /** Account, now, states, most. What may have been sent comes first, of that what was tried least; then what is closest. */
    static final String DUE = "select " + FOLLOW_COLUMNS + """
            from follow f
            where f.acting_id = $1 and f.state <> 'SETTLED' and f.due_at <= $2 and f.state = any($3::text[])
            order by case f.state
                    when 'SENDING' then 0 when 'CANCELLING' then 0 when 'UNDOING' then 1 when 'PLANNED' then 2 else 3 end,
                case f.state when 'PLANNED' then 0 else f.attempts end,
                case when f.closeness = 0 then 2147483647 else f.closeness end, f.target_id
            limit $4
            """;

    static final String OF =
            "select " + FOLLOW_COLUMNS + "from follow f where f.acting_id = $1 and f.target_id = any($2::text[])";

    static final String SAVE = """
            update follow f
            set state = s.state, outcome = s.outcome, reason = s.reason, version = s.version, due_at = s.due_at,
                attempts = s.attempts, record_key = s.record_key, created_at = s.created_at, ours = s.ours
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[],
                    $8::integer[], $9::text[], $10::timestamptz[], $11::boolean[])
                as s (target_id, state, outcome, reason, version, due_at, attempts, record_key, created_at, ours)
            where f.acting_id = $1 and f.target_id = s.target_id
            """;

    static final String FIRST_FOLLOW =
            "update acting_account set first_follow_at = $2 where account_id = $1 and first_follow_at is null";

    /** Account, until when it is quiet, and until when its follows are spent, where that is new. */
    static final String RELEASE = """
            update acting_account a
            set due_at = (select case when count(*) > 0 then greatest(min(
                                  case when f.state in ('PLANNED', 'SENDING')
                                      then greatest(f.due_at, coalesce($3::timestamptz, a.follows_after)) else f.due_at end), $2) end
                          from follow f where f.acting_id = a.account_id and f.state <> 'SETTLED'
                              and (not a.paused or f.state in ('CANCELLING', 'UNDOING'))),
                quiet_until = $2, follows_after = coalesce($3::timestamptz, a.follows_after), lease_owner = null, lease_until = null
            where a.account_id = $1
            """;

    private WorkerStatements() {}
}
