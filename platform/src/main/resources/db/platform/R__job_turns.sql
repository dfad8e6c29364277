-- The next jobs of a kind in the order they were added, found without sorting all that wait.
create index if not exists job_turn on job (kind, seq) where done_at is null;
-- Led the planner astray: with a guess of few open jobs it looked for the earlier jobs of a subject in it, through all that wait.
drop index if exists job_due;
-- Room for a job's lease beside it, so that no index needs to hear of it.
alter table job set (fillfactor = 60);
