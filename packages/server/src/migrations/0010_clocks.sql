-- What is to happen at a set time unless somebody acts before. A clock is set and taken back in the transaction of the
-- event that it follows from, and rings in the transaction of what it does: so it rings exactly once, whatever dies or
-- changes the time in between.
create table demand_clock (
  county text not null,
  demand uuid not null,
  kind text not null check (kind in (
    'remind-office', 'tell-leader', 'remind-emergency-review', 'emergency-review-overdue', 'expire'
  )),
  rings_at timestamptz not null,
  primary key (county, demand, kind),
  foreign key (county, demand) references demand
);
create index on demand_clock (rings_at);
call wall_off('demand_clock');

-- What a clock has told to whom: to a role, never to a person by name.
create table notice (
  county text not null,
  id uuid not null default gen_random_uuid(),
  demand uuid not null,
  kind text not null,
  -- The role it is for, and the unit, where only one unit's people of that role are meant.
  role text not null,
  unit text,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, demand) references demand
);
create index on notice (county, role, at desc);
call wall_off('notice');
call make_append_only('notice');
