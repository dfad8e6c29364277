-- follows_after: this account's follows are spent until then; what is taken back or given up does not wait for that, nor while it is paused.
alter table acting_account add column follows_after timestamptz;
drop index acting_account_due;
create index acting_account_due on acting_account (due_at) where due_at is not null;
drop index follow_due;
create index follow_due on follow (acting_id, due_at) include (state) where state <> 'SETTLED';
