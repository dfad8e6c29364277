-- What members did that bears on the safety of their account. Digests for people; forgotten after half a year.
create table act (
    id     uuid        primary key,
    at     timestamptz not null,
    person text        not null,
    act    text        not null,
    about  text
);
create index act_at on act (at);
create index act_of_person on act (person, at);
