-- Access that members gave back, until it has ended on its network too; the row of a grant, as it was.
create table revocation (
    id         uuid primary key,
    network    text not null,
    account_id text not null,
    member     uuid not null,
    key_id     text not null,
    sealed     text not null,
    attempts   integer not null,
    since      timestamptz not null
);

-- since: when the account was linked first. A plan from before belongs to an earlier link, and is not followed.
alter table account_grant add column since timestamptz default now();
update account_grant set since = linked_at, host = lower(host);
alter table account_grant alter column since set not null;

-- What was followed from accounts that are not linked any more is nobody's business here.
delete from acting_account a where not exists (select 1 from account_grant g where g.account_id = a.account_id);
update acting_account set host = lower(host);
