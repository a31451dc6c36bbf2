-- Everything that counts for an issuer: what has passed the gate, the other way round what was given back, and what was
-- ordered past the gate, which counts once for its kind and with its minutes for every unit that has registered it. As
-- it follows from the registrations, it moves with the issuer when the office finds out who gave the order.
create view cap_count with (security_invoker = true) as
  select county, demand, entry, year, issuer, kind, day, times, minutes, over from cap_use
  union all
  select county, id, 'spent', extract(year from registered_at at time zone 'Asia/Shanghai')::int, issuer, kind,
    (registered_at at time zone 'Asia/Shanghai')::date, 1,
    round((minutes ->> 'likely')::float8 * (
      select count(distinct registration.unit) from off_gate_registration registration
      where registration.county = off_gate_demand.county and registration.off_gate = off_gate_demand.id
    ))::bigint, false
  from off_gate_demand
  where issuer is not null;

-- How many of an issuer's meetings of a year were held by line: asked at every screening of a meeting.
create index demand_meeting on demand (county, issuer, starts_at) where kind = 'meeting';
