-- What stands for each member. The generation goes on counting when lists are withdrawn, so that a reader of the topics
-- never meets the same generation with other lists; archive is null then. Erasure deletes the row.
create table member_standing (
    member       uuid primary key,
    generation   bigint not null,
    archive      uuid,
    sha256       text,
    assurance    text,
    generated_at timestamptz
);

-- The record: one sealed row for each list of the standing generation.
create table member_list (
    member     uuid   not null,
    list       text   not null,
    generation bigint not null,
    key_id     text   not null,
    sealed     bytea  not null,
    primary key (member, list, generation)
);

-- Sealed bytes do not compress: spare the attempt.
alter table member_list alter column sealed set storage external;
