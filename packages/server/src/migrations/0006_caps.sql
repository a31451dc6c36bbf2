-- What the county has decided about its own numbers. On a day the entry with the latest first day up to it holds, and
-- of several with the same first day the last. No entry reaches back, so a past decision can be looked at again under
-- the rules of its day.
create table county_setting (
  county text not null references county,
  key text not null check (key ~ '^[a-z][a-zA-Z]+$'),
  version int not null check (version > 0),
  value jsonb not null,
  -- A citation, or the number of the county's own decision.
  source text not null check (source <> ''),
  from_day date not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, key, version),
  -- China has one time zone.
  check (from_day >= (at at time zone 'Asia/Shanghai')::date)
);
call wall_off('county_setting');
call make_append_only('county_setting');

-- One yearly total of one issuer. Nothing is counted here: the row is what admissions take turns at.
create table cap (
  county text not null,
  year int not null check (year between 2000 and 2199),
  issuer text not null,
  measure text not null check (measure in (
    'meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign', 'minutes'
  )),
  primary key (county, year, issuer, measure),
  foreign key (county, issuer) references unit
);
call wall_off('cap');

-- What was granted is the sum of these.
create table cap_change (
  county text not null,
  year int not null,
  issuer text not null,
  measure text not null,
  version int not null check (version > 0),
  change bigint not null,
  reason text not null check (reason <> ''),
  source text not null check (source <> ''),
  -- The other side of a transfer.
  counterpart text check (counterpart <> issuer),
  person uuid not null,
  at timestamptz not null,
  primary key (county, year, issuer, measure, version),
  foreign key (county, year, issuer, measure) references cap,
  foreign key (county, counterpart) references unit
);
call wall_off('cap_change');
call make_append_only('cap_change');

-- The yearly plan. A row is also what admissions under one item take turns at.
create table plan_item (
  county text not null,
  year int not null check (year between 2000 and 2199),
  number text not null check (length(number) between 1 and 100),
  kind text not null check (kind in (
    'meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign'
  )),
  title text not null check (title <> ''),
  month int check (month between 1 and 12),
  issuer text not null,
  -- How often; none when the item was dropped.
  count int not null check (count >= 0),
  minutes bigint check (minutes >= 0),
  person uuid not null,
  changed_at timestamptz not null,
  primary key (county, year, number),
  foreign key (county, issuer) references unit
);
create index on plan_item (county, year, issuer);
call wall_off('plan_item');

-- What has passed the gate, and what was given back: a line of its own with the signs turned round. What is used is
-- the sum.
create table cap_use (
  county text not null references county,
  demand uuid not null,
  entry text not null check (entry in ('spent', 'given-back')),
  year int not null check (year between 2000 and 2199),
  issuer text not null,
  kind text not null,
  day date not null,
  times int not null check ((times > 0) = (entry = 'spent') and times <> 0),
  minutes bigint not null check (minutes = 0 or (minutes > 0) = (entry = 'spent')),
  plan_item text,
  passing text not null check (passing in ('within-cap', 'case-by-case', 'emergency')),
  -- It would not have passed by itself.
  over boolean not null,
  at timestamptz not null,
  primary key (county, demand, entry),
  foreign key (county, issuer) references unit,
  check (not over or passing <> 'within-cap')
);
create index on cap_use (county, issuer, year) include (kind, times, minutes, day, over);
create index on cap_use (county, year, plan_item) include (times, minutes) where plan_item is not null;
call wall_off('cap_use');
call make_append_only('cap_use');

-- The months on which a demand lies, and its minutes for one bearer in each of them: what is done once lies on the
-- month in which it takes place or is due, what is done several times a year is spread from admission to expiry.
create function month_of(at timestamptz) returns date
  language sql immutable parallel safe
  return date_trunc('month', at at time zone 'Asia/Shanghai')::date;

create function months_over(first date, last date) returns int
  language sql immutable parallel safe
  return greatest(1, (extract(year from last) - extract(year from first)) * 12
    + extract(month from last) - extract(month from first) + 1)::int;

alter table demand
  add column load_from date generated always as (
    case when (details ->> 'timesPerYear')::int = 1
      then month_of(coalesce(starts_at, due_at, admitted_at)) else month_of(admitted_at) end
  ) stored,
  add column load_until date generated always as (
    case when (details ->> 'timesPerYear')::int = 1
      then month_of(coalesce(starts_at, due_at, admitted_at))
      else greatest(
        month_of(admitted_at),
        date_trunc('month', least(
          expires_on, case when state in ('closed', 'reviewed') then month_of(changed_at) else expires_on end
        )::timestamp)::date
      ) end
  ) stored,
  add column load_minutes float8 generated always as (
    (total_minutes ->> 'likely')::float8 / bearer_count
    -- A year's worth; a shorter life holds all of it.
    / case when (details ->> 'timesPerYear')::int = 1
      then 1 else least(12, months_over(month_of(admitted_at), expires_on)) end
  ) stored;
create index demand_load on demand (county, load_until, load_from) include (id, load_minutes)
  where admitted_at is not null and state in ('admitted', 'running', 'closed', 'reviewed', 'expired');
