-- Standing matches anew, one row each with all that a page of the review needs. The class numbers what pages filter by, so that
-- every filter is a set of classes and every order an index that begins with (member, class): the cost of a page does not
-- depend on how many match, or on how rare they are.
create table standing_match (
    member           uuid        not null,
    x_id             bigint      not null,
    who              uuid        not null,
    assurance        text        not null,
    finder_assurance text        not null,
    followed_me      boolean     not null,
    mutual           boolean     not null,
    closeness        integer     not null,
    rank             integer     not null generated always as (case closeness when 0 then 2147483647 else closeness end) stored,
    bluesky          text,
    bluesky_handle   text,
    mastodon         text,
    mastodon_handle  text,
    name             text        not null collate "C" generated always as
        (left(lower(coalesce(bluesky_handle, mastodon_handle, '')), 256)) stored,
    since            timestamptz not null,
    fresh            boolean     not null,
    decision         text check (decision in ('CONFIRMED', 'DECLINED')),
    -- bits 0-1: 0 undecided, 1 new and undecided, 2 confirmed, 3 declined; bit 2: on Bluesky; bit 3: on Mastodon; bit 4: mutual; bit 5: both proven
    class            smallint    not null generated always as (
        (case decision when 'CONFIRMED' then 2 when 'DECLINED' then 3 else case when fresh then 1 else 0 end end)
        + (case when bluesky is null then 0 else 4 end)
        + (case when mastodon is null then 0 else 8 end)
        + (case when mutual then 16 else 0 end)
        + (case when assurance = 'PROVEN' and finder_assurance = 'PROVEN' then 32 else 0 end)) stored,
    primary key (member, x_id)
);

insert into standing_match (member, x_id, who, assurance, finder_assurance, followed_me, mutual, closeness,
    bluesky, bluesky_handle, mastodon, mastodon_handle, since, fresh, decision)
select m.member, m.x_id, m.who, m.assurance, m.finder_assurance, m.evidence like '%FOLLOWED_ME%', m.mutual, m.closeness,
    b.account, b.handle, o.account, o.handle, m.since, false, d.decision
from match m
left join decision d on d.member = m.member and d.x_id = m.x_id
left join match_target b on b.member = m.member and b.x_id = m.x_id and b.network = 'BLUESKY'
left join match_target o on o.member = m.member and o.x_id = m.x_id and o.network = 'MASTODON';

create index standing_match_closest on standing_match (member, class, rank, x_id);
create index standing_match_newest on standing_match (member, class, since, x_id);
create index standing_match_by_name on standing_match (member, class, name, x_id);

-- Which X ids stand in a bucket: what a newer record is held against, without an index over the matches for it.
alter table match_bucket add column x_ids bigint[] not null default '{}';
alter table match_bucket add column projected_at timestamptz not null default now();
update match_bucket b set x_ids = coalesce(
    (select array_agg(m.x_id) from match m where m.member = b.member and m.bucket = b.bucket), '{}');

drop table match_target;
drop table match;

-- Decisions made by a standing consent and not by the person: what goes when that consent is withdrawn.
alter table decision add column by_itself boolean not null default false;
alter table follow add column slowed text;

-- How often what a member sees of their moves has changed: the id of the events, and what wakes whoever watches.
create table member_change (
    member uuid   primary key,
    number bigint not null
) with (fillfactor = 50);

-- Consents: by e-mail, and to partners by name; with the version of the text that was shown.
alter table consent drop constraint consent_kind_check;
alter table consent add constraint consent_kind_check
    check (kind in ('FINDABILITY', 'FOLLOW_ARRIVALS', 'EMAIL', 'PARTNER'));
alter table consent add column partner text not null default '';
drop index consent_current;
create unique index consent_current on consent (member, kind, partner) where withdrawn_at is null;
alter table upload add column taken_back_at timestamptz;
