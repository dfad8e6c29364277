-- Members and how they sign in: several ways of signing in, one member.
create table member (
    id         uuid primary key,
    created_at timestamptz not null
);

create table login (
    issuer        text        not null,
    subject       text        not null,
    member        uuid        not null references member deferrable initially deferred,
    first_seen_at timestamptz not null,
    primary key (issuer, subject)
);
create index login_member on login (member);

-- The X account of a member: claimed by an archive, or proven by X. One proven owner an id.
create table x_account (
    member    uuid        primary key references member,
    x_id      bigint      not null,
    handle    text,
    assurance text        not null check (assurance in ('CLAIMED', 'PROVEN')),
    since     timestamptz not null
);
create unique index x_account_proven on x_account (x_id) where assurance = 'PROVEN';
create index x_account_rivals on x_account (x_id);

-- Which lists of a member stand at archive-ingest, and whose the archive says they are.
create table lists (
    member       uuid        primary key references member,
    generation   bigint      not null,
    owner_x_id   bigint      not null,
    owner_handle text,
    at           timestamptz not null
);

create table notice (
    id     uuid        primary key,
    member uuid        not null references member,
    kind   text        not null,
    at     timestamptz not null
);
create index notice_of_member on notice (member, at);

-- What a member agreed to, each row with the wording shown and its dates. Current: not withdrawn.
create table consent (
    id           uuid        primary key,
    member       uuid        not null references member,
    kind         text        not null check (kind in ('FINDABILITY', 'FOLLOW_ARRIVALS')),
    choice       text        not null,
    wording      integer     not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
create unique index consent_current on consent (member, kind) where withdrawn_at is null;
create index consent_history on consent (member, given_at);

-- The last identity told to the matcher. x_id null: a tombstone, or never told.
create table identity (
    member     uuid   primary key references member,
    x_id       bigint,
    generation bigint not null,
    digest     text   not null
);

-- What grants.v1 says of the accounts a member linked. Revoked ones stay, for the version.
create table link (
    member     uuid        not null references member,
    account    text        not null,
    network    text        not null,
    handle     text        not null,
    state      text        not null check (state in ('LINKED', 'LOST', 'REVOKED')),
    can_follow boolean     not null,
    version    bigint      not null,
    linked_at  timestamptz not null,
    primary key (member, account)
);

-- The sequence of the records about an acting account, whoever has linked it.
create table acting_account (
    account  text   primary key,
    sequence bigint not null
);

create table migration (
    id         uuid        primary key,
    member     uuid        not null references member,
    created_at timestamptz not null,
    paused     boolean     not null default false
);
create index migration_of_member on migration (member, created_at);

create table upload (
    archive     uuid        primary key,
    migration   uuid        not null references migration,
    member      uuid        not null references member,
    kind        text        not null,
    size_bytes  bigint      not null,
    uploaded_at timestamptz not null,
    state       text        not null check (state in ('WAITING', 'INGESTED', 'REJECTED')),
    reason      text,
    detail      text,
    generation  bigint,
    followings  integer,
    followers   integer,
    blocks      integer,
    mutes       integer,
    problems    text,
    settled_at  timestamptz
);
create index upload_of_migration on upload (migration, uploaded_at);

-- Standing matches, projected from matches.v1. No reference to member: the projection must never be refused.
create table match_bucket (
    member     uuid    not null,
    bucket     integer not null,
    generation bigint  not null,
    revision   bigint  not null,
    primary key (member, bucket)
);

create table match (
    member           uuid        not null,
    x_id             bigint      not null,
    bucket           integer     not null,
    who              uuid        not null,
    assurance        text        not null,
    finder_assurance text        not null,
    evidence         text        not null,
    mutual           boolean     not null,
    closeness        integer     not null,
    rank             integer     not null generated always as (case closeness when 0 then 2147483647 else closeness end) stored,
    since            timestamptz not null,
    primary key (member, x_id)
);
create index match_by_rank on match (member, rank, x_id);
create index match_by_bucket on match (member, bucket);

create table match_target (
    member  uuid   not null,
    x_id    bigint not null,
    network text   not null,
    account text   not null,
    handle  text   not null,
    primary key (member, x_id, network),
    foreign key (member, x_id) references match on delete cascade
);
create index match_target_account on match_target (member, account);

-- Kept when the match goes, so that what was declined never comes back.
create table decision (
    member     uuid        not null references member,
    x_id       bigint      not null,
    decision   text        not null check (decision in ('CONFIRMED', 'DECLINED')),
    decided_at timestamptz not null,
    primary key (member, x_id)
);

create table follow_run (
    run        uuid        primary key,
    migration  uuid        not null references migration,
    member     uuid        not null references member,
    network    text,
    started_at timestamptz not null,
    undone_at  timestamptz
);
create index follow_run_of_member on follow_run (member, started_at);

-- What was planned, and what became of it.
create table follow (
    member         uuid        not null references member,
    acting         text        not null,
    target         text        not null,
    network        text        not null,
    acting_handle  text        not null,
    target_handle  text        not null,
    x_id           bigint      not null,
    closeness      integer     not null,
    run            uuid        not null references follow_run,
    state          text        not null,
    reason         text,
    until          timestamptz,
    version        bigint      not null default 0,
    cancelled      boolean     not null default false,
    planned_at     timestamptz not null,
    changed_at     timestamptz not null,
    primary key (member, acting, target)
);
create index follow_open on follow (member) where state in ('PLANNED', 'DEFERRED', 'NEEDS_PERSON') and not cancelled;
create index follow_of_run on follow (run);
