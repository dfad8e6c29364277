create table effect (job uuid, subject text, at bigint generated always as identity);
