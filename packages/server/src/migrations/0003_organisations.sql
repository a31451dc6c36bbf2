-- The tree of units. A code has twelve digits: county 6, township 3, village 3. Whatever is no division (a department,
-- an internal division) takes a code that no division uses, inside the range of the unit it belongs to; so a unit and
-- everything below it is one range of codes.
create table unit (
  county text not null references county,
  code text not null check (code ~ '^[1-9][0-9]{11}$' and starts_with(code, county)),
  name text not null check (name <> ''),
  level text not null check (level in ('county', 'township', 'village')),
  nature text not null check (nature in (
    'county', 'township', 'subdistrict', 'village', 'community',
    'general-office', 'department', 'coordination-body', 'office', 'internal-division', 'institution'
  )),
  -- The unit it belongs to; the county alone belongs to none.
  parent text,
  founded_on date not null,
  -- Merged or dissolved from this day on; the row stays, because the past refers to it.
  ended_on date check (ended_on > founded_on),
  successor text check (successor <> code and ended_on is not null),
  version int not null default 1,
  primary key (county, code),
  foreign key (county, parent) references unit,
  foreign key (county, successor) references unit,
  check ((parent is null) = (nature = 'county')),
  -- A parent is above: its code is the smaller one, so no circle can close.
  check (parent < code)
);
create index on unit (county, parent);
call wall_off('unit');

-- What a unit was called, and when: a demand of last year carries last year's name.
create table unit_name (
  county text not null,
  unit text not null,
  name text not null check (name <> ''),
  from_day date not null,
  primary key (county, unit, from_day),
  foreign key (county, unit) references unit
);
call wall_off('unit_name');
call make_append_only('unit_name');
