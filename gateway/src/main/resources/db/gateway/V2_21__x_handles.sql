-- Codes to be posted on X, one a member, and the handles that they proved. A handle has one owner here.
create table x_code (
    member uuid        primary key references member,
    code   text        not null,
    until  timestamptz not null
);

create table x_handle (
    member    uuid        primary key references member,
    handle    text        not null,
    proven_at timestamptz not null
);
create unique index x_handle_owner on x_handle (lower(handle));
