-- What a county has used by day, for the page of its leaders: summed from the index alone.
create index cap_use_by_day on cap_use (county, year, day) include (minutes, demand) where entry = 'spent';

-- The column that 0017 filled is new to the planner.
analyze demand_bearer;
