-- What the page for leaders reads of a whole county. What was given back is rare, so finding it must not cost a search
-- for every use.
create index cap_use_given_back on cap_use (county, demand) where entry = 'given-back';
create index cap_use_by_case on cap_use (county, day) where passing = 'case-by-case' and entry = 'spent';

create index demand_emergency on demand (county, id) where emergency;
create index demand_heaviest on demand (county, ((total_minutes ->> 'likely')::float8) desc nulls last)
  where state in ('admitted', 'running');
