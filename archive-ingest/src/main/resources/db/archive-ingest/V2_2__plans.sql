-- A plan that was made while the tables were empty reads them from end to end, and may be kept while they grow by thousands of rows a
-- second. Planning anew takes a fraction of a millisecond.
alter role current_user set plan_cache_mode = force_custom_plan;
