-- since: when the member brought lists for the first time, or for the first time after an erasure. What is older than an erasure in the
-- journal came back with a backup.
alter table member_standing add column since timestamptz not null default 'epoch';
alter table member_standing alter column since set default now();
