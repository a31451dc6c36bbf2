-- The unit that a code lies directly below, by its digits: county 6, township 3, village 3.
create function superior_of(code text) returns text
  language sql immutable strict parallel safe
  return case
    when code like '______000000' then null
    when code like '______000___' or code like '_________000' then left(code, 6) || '000000'
    else left(code, 9) || '000'
  end;

-- The tree of units. Whatever is no division (a department, an institution) takes a code that no division uses, inside
-- the range of the unit it belongs to; so a unit and everything below it is one range of codes, nothing is ever without
-- the unit above it, and no circle can close.
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
  parent text check (parent is not distinct from superior_of(code)),
  -- Null where nobody knows: divisions are older than their entry here.
  founded_on date,
  -- Merged or dissolved from this day on; the row stays, because the past refers to it.
  ended_on date check (ended_on >= founded_on),
  successor text check (successor is null or (successor <> code and ended_on is not null)),
  version int not null default 1,
  primary key (county, code),
  foreign key (county, parent) references unit,
  foreign key (county, successor) references unit,
  check ((parent is null) = (nature = 'county')),
  check ((level = 'county') = (substr(code, 7, 3) = '000')),
  check ((level = 'village') = (nature in ('village', 'community'))),
  check (nature not in ('township', 'subdistrict') or right(code, 3) = '000')
);
-- The search reads one county by its key: a trigram index would stay unused, because row-level security lets no
-- operator that might leak a row go before it.
call wall_off('unit');

-- What a unit was called before the day on which it took its next name: a demand of last year carries last year's name.
create table former_name (
  county text not null,
  unit text not null,
  until_day date not null,
  name text not null check (name <> ''),
  primary key (county, unit, until_day),
  foreign key (county, unit) references unit
);
call wall_off('former_name');
call make_append_only('former_name');
