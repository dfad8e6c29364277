-- The outbox drainer's transaction waits for Kafka, 30 s at most, and no other waits for a person or a network: one that
-- stands idle for longer was forgotten, and holds locks.
alter role current_user set idle_in_transaction_session_timeout = '60s';

-- Records to publish, saved with the state they tell of. Published in the order of id, then deleted.
create table outbox (
    id        bigint generated always as identity primary key,
    topic     text  not null,
    partition integer,
    key       bytea not null,
    value     bytea,
    headers   jsonb not null
);

-- Long work. A leased row belongs to one worker until the lease ends; a done row is kept, emptied, so that the event
-- that asked for it changes nothing when it is told again.
create table job (
    id          uuid primary key,
    seq         bigint generated always as identity,
    kind        text        not null,
    subject     text        not null,
    payload     text        not null,
    due         timestamptz not null,
    attempts    integer     not null default 0,
    lease_until timestamptz,
    last_error  text,
    done_at     timestamptz
);
create index job_open on job (kind, subject, seq) where done_at is null;
create index job_due on job (kind, due) where done_at is null;
create index job_done on job (done_at) where done_at is not null;
