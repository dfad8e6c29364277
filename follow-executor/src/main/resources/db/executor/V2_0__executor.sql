-- Which subject of which issuer speaks for which member; bound at the first call.
create table member_subject (
    issuer   text not null,
    subject  text not null,
    member   uuid not null,
    bound_at timestamptz not null,
    primary key (issuer, subject)
);

-- Links that were begun. The state itself is never stored, only its digest: who reads this table cannot complete a link.
create table link_attempt (
    state_digest text primary key,
    member       uuid not null,
    session      text not null,
    network      text not null,
    issuer       text not null,
    key_id       text not null,
    sealed       text not null,
    expires_at   timestamptz not null
);
create index link_attempt_expires on link_attempt (expires_at);

-- The client that a Mastodon server knows us as; kept, for servers allow few registrations.
create table server_client (
    host          text primary key,
    client_id     text not null,
    key_id        text not null,
    sealed        text not null,
    registered_at timestamptz not null
);

-- One row an account that is linked: an account belongs to at most one member.
create table account_grant (
    account_id   text primary key,
    network      text not null,
    handle       text not null,
    member       uuid not null,
    host         text not null,
    state        text not null,
    scopes       text not null,
    can_follow   boolean not null,
    key_id       text not null,
    sealed       text not null,
    generation   bigint not null,
    refresh_until timestamptz,
    linked_at    timestamptz not null
);
create index account_grant_member on account_grant (member);

-- Versions of grant events grow across unlinking and linking again.
create sequence grant_version;

-- The aggregate of the ledger: whoever changes follows of an account holds its row.
create table acting_account (
    account_id  text primary key,
    network     text not null,
    handle      text not null,
    host        text not null,
    member      uuid not null,
    sequence    bigint not null,
    paused      boolean not null,
    due_at      timestamptz,
    lease_owner text,
    lease_until timestamptz,
    lease_turn  bigint not null
);
create index acting_account_due on acting_account (due_at) where due_at is not null;

create table follow (
    acting_id     text not null references acting_account (account_id) on delete cascade,
    target_id     text not null,
    target_handle text not null,
    run           uuid not null,
    closeness     integer not null,
    state         text not null,
    outcome       text,
    reason        text,
    version       bigint not null,
    due_at        timestamptz not null,
    attempts      integer not null,
    record_key    text,
    created_at    timestamptz,
    ours          boolean not null,
    primary key (acting_id, target_id)
);
create index follow_due on follow (acting_id, due_at) where state <> 'SETTLED';
create index follow_run on follow (acting_id, run);

create table budget (
    key          text primary key,
    used         bigint not null,
    server_limit bigint,
    resets_at    timestamptz not null
);
create index budget_resets on budget (resets_at);

create table emergency_stop (
    scope  text primary key,
    reason text not null,
    since  timestamptz not null
);
