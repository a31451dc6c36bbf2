-- Until when a demand binds its bearers: 'infinity' while it does, then the moment at which it was over; '-infinity' as
-- long as it has not passed the gate. A bearer's page finds what binds it, and what was over lately, in the index alone,
-- however much it has borne over the years.
create function bound_until(own demand) returns timestamptz
  language sql immutable parallel safe
  return case
    when own.code is null then '-infinity'::timestamptz
    when own.state in ('admitted', 'running', 'suspended') then 'infinity'::timestamptz
    when own.state in ('withdrawn', 'expired', 'closed', 'reviewed') then own.changed_at
    else '-infinity'::timestamptz
  end;

alter table demand_bearer add column bound_until timestamptz not null default '-infinity';

-- What was over long ago is on no page: its bearers stay as they are.
update demand_bearer set bound_until = bound_until(own)
from demand as own
where own.county = demand_bearer.county and own.id = demand_bearer.demand
  and bound_until(own) > now() - interval '60 days';

create index demand_bearer_bound on demand_bearer (county, unit, bound_until, demand) where bound_until > '-infinity';

create function keep_bound() returns trigger
  language plpgsql
  as $$
begin
  update demand_bearer set bound_until = bound_until(new) where county = new.county and demand = new.id;
  return null;
end $$;
create trigger keep_bound_of_changed after update on demand
  for each row when (bound_until(old) <> bound_until(new)) execute function keep_bound();
