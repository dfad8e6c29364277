-- since: when the host last did not answer as it should for the first time in a row; one that stays so for days is taken for gone.
alter table host_trouble add column since timestamptz not null default now();
