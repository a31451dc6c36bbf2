-- What has happened to every demand. The state of a demand follows from its events; `demand` below holds it ready for
-- queries and is written in the same transaction.
create table demand_event (
  county text not null references county,
  demand uuid not null,
  version int not null check (version > 0),
  type text not null check (type ~ '^[a-z]+(-[a-z]+)+$'),
  data jsonb not null,
  -- Null when the program itself acted: an expiry, for instance.
  person uuid,
  -- The unit that the person acted for.
  unit text,
  at timestamptz not null,
  primary key (county, demand, version)
);
call wall_off('demand_event');
call make_append_only('demand_event');

create table demand (
  county text not null,
  id uuid not null,
  version int not null,
  state text not null check (state in (
    'draft', 'screened', 'consulting', 'coordinating', 'admitted', 'running', 'suspended', 'closed', 'reviewed',
    'merged', 'refused', 'withdrawn', 'expired'
  )),
  kind text not null check (kind in (
    'meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign'
  )),
  issuer text not null,
  title text not null,
  ask text not null,
  details jsonb not null,
  plan_item text,
  due_at timestamptz,
  -- When it takes place, for what has a time of its own: meetings and visits.
  starts_at timestamptz,
  ends_at timestamptz check (ends_at > starts_at),
  expires_on date not null,
  code text check (code ~ '^[A-HJ-NP-Z]{2}[0-9]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  admitted_at timestamptz,
  bearer_count int not null check (bearer_count > 0),
  submitted boolean not null,
  emergency boolean not null,
  -- Of the last screening; null before the first.
  errors int,
  warnings int,
  -- For all bearers together: { low, likely, high }.
  total_minutes jsonb,
  changed_at timestamptz not null,
  primary key (county, id),
  foreign key (county, issuer) references unit
);
create unique index on demand (county, code) where code is not null;
create index on demand (county, changed_at desc, id desc);
create index on demand (county, issuer, changed_at desc, id desc);
create index on demand (county, state, changed_at desc, id desc);
create index on demand (county, expires_on) where state in ('admitted', 'running', 'suspended');
create index on demand (county, starts_at) where starts_at is not null;
call wall_off('demand');

-- Who must do it. A bearer's own answers and returns are events of their own.
create table demand_bearer (
  county text not null,
  demand uuid not null,
  unit text not null,
  primary key (county, demand, unit),
  foreign key (county, demand) references demand,
  foreign key (county, unit) references unit
);
create index on demand_bearer (county, unit, demand);
call wall_off('demand_bearer');

-- Files are kept by their content; a demand names them.
create table demand_file (
  county text not null,
  demand uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  bytes int not null check (bytes > 0),
  primary key (county, demand, sha256),
  foreign key (county, demand) references demand
);
call wall_off('demand_file');
