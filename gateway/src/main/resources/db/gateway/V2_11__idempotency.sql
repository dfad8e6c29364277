-- What a member's call was answered the first time, by the key it named. Without an answer: under way.
create table idempotency_key (
    member   uuid        not null,
    key      text        not null,
    call     text        not null,
    status   integer,
    answer   text,
    begun_at timestamptz not null,
    primary key (member, key)
);
create index idempotency_key_age on idempotency_key (begun_at);
