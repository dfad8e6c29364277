-- The next jobs of a kind in the order they were added, found without sorting all that wait.
create index if not exists job_turn on job (kind, seq) where done_at is null;
