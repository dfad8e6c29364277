-- Names and faces of accounts that members look at. asked_at: when somebody last looked; what nobody looks at is forgotten.
create table profile (
    account_id text primary key,
    network    text not null,
    handle     text not null,
    name       text,
    picture    text,
    known      boolean not null default false,
    due_at     timestamptz not null,
    attempts   integer not null default 0,
    asked_at   timestamptz not null
);
create index profile_due on profile (due_at);
create index profile_asked on profile (asked_at);
create index profile_picture on profile (picture) where picture is not null;

-- Small pictures, encoded by us, under the SHA-256 of their bytes.
create table picture (
    digest text primary key,
    jpeg   bytea not null
);
