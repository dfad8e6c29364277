-- When a notice was told by e-mail too, or was found to need none.
alter table notice add column mailed_at timestamptz;
create index notice_unmailed on notice (member, at) where mailed_at is null;

-- How a member is written to; no address.
create table correspondence (
    member         uuid        primary key references member,
    language       text        check (language in ('FR', 'EN', 'DE', 'ES', 'AR', 'JA')),
    -- Whether they said so themselves, or their browser did.
    chosen         boolean     not null default false,
    reminder_asked timestamptz,
    reminder_due   timestamptz,
    -- What came up to then was told.
    news_at        timestamptz
);
create index correspondence_due on correspondence (reminder_due) where reminder_due is not null;

-- The letters of the last days: that there was one, not what it said.
create table letter (
    id      uuid        primary key,
    member  uuid        not null references member,
    sort    text        not null check (sort in ('SECURITY', 'NEWS', 'ARCHIVE_REMINDER')),
    sent_at timestamptz not null
);
create index letter_of_member on letter (member, sort, sent_at);
create index consent_email on consent (member) where kind = 'EMAIL' and withdrawn_at is null;

-- A run is told of once when it has ended, and once when it waits for the person.
alter table follow_run add column ended_told_at timestamptz;
alter table follow_run add column needs_told_at timestamptz;
