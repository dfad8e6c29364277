-- Of which X account a notice tells, where it is of one.
alter table notice add column x_id bigint;

-- What members say about X accounts that others hold or claim, until they take it back or are erased.
create table dispute (
    id         uuid        primary key,
    member     uuid        not null references member,
    x_id       bigint      not null,
    words      text        not null,
    raised_at  timestamptz not null,
    state      text        not null check (state in ('OPEN', 'UPHELD', 'REJECTED')),
    reason     text,
    decided_at timestamptz
);
create unique index dispute_open on dispute (member, x_id) where state = 'OPEN';
create index dispute_waiting on dispute (raised_at) where state = 'OPEN';
create index dispute_of_member on dispute (member, raised_at);

-- X accounts of which an operator said that they are not this member's: neither an archive nor X brings them back.
create table x_set_aside (
    member uuid        not null references member,
    x_id   bigint      not null,
    at     timestamptz not null,
    primary key (member, x_id)
);
create index lists_owner on lists (owner_x_id);
