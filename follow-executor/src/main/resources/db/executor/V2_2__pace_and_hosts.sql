-- quiet_until: a server said when to come back, or a budget is spent; no new plan wakes the account before.
-- first_follow_at: since when the account follows by us; its daily cap grows from there.
-- told_stop: whether it was said that an emergency stop keeps the account waiting.
alter table acting_account
    add column quiet_until timestamptz,
    add column first_follow_at timestamptz,
    add column told_stop boolean not null default false;
drop index acting_account_due;
create index acting_account_due on acting_account (due_at) where due_at is not null and not paused;

-- Hosts that did not answer as they should, turn after turn; while one is closed, no account there is worked on.
create table host_trouble (
    host         text primary key,
    troubles     integer not null,
    closed_until timestamptz
);

-- Hosts whose admins asked to be left out.
create table left_out_host (
    host   text primary key,
    reason text not null,
    since  timestamptz not null
);
