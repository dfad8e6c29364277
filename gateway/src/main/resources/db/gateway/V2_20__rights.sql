-- Erasures, by the number of the receipt: nothing here leads back to a member.
create table erasure (
    receipt         uuid        primary key,
    erased_at       timestamptz not null,
    account_gone_at timestamptz
);

-- Digests of log-ins whose member was erased, until no session of theirs can hold any more.
create table closed_login (
    digest text        primary key,
    until  timestamptz not null
);

-- What operators did. Digests for people, operators too.
create table audit (
    id       uuid        primary key,
    at       timestamptz not null,
    operator text        not null,
    action   text        not null,
    about    text,
    person   text
);
create index audit_at on audit (at);

-- What the landing page says, hour by hour, as it is said: rounded, and null below a hundred.
create table figure (
    hour         timestamptz primary key,
    members      bigint,
    links        bigint,
    reconnections bigint
);
