-- A plan that was made while the tables were empty reads them from end to end, and is kept while they grow by thousands of rows a second:
-- in the first minute of a campaign that took two thirds of the database's time. Planning anew takes a fraction of a millisecond.
alter role current_user set plan_cache_mode = force_custom_plan;
