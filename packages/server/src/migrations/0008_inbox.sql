-- Short names of Chinese titles are compared by their trigrams.
create extension if not exists pg_trgm;

-- What bearers did with demands, and what their issuers answered to returns. No person stands here: everything that an
-- issuer may read comes from this table and its projection. Who it was stands in `bearer_person` alone.
create table bearer_event (
  county text not null references county,
  demand uuid not null,
  unit text not null,
  version int not null check (version > 0),
  -- Chosen by the caller: what an offline client sends twice happens once.
  id uuid not null,
  type text not null check (type ~ '^[a-z]+(-[a-z]+)+$'),
  data jsonb not null,
  -- When it happened by the caller's own clock; null when it was told at once.
  said_at timestamptz,
  at timestamptz not null,
  primary key (county, demand, unit, version),
  foreign key (county, demand) references demand,
  foreign key (county, unit) references unit
);
create unique index on bearer_event (county, id);
call wall_off('bearer_event');
call make_append_only('bearer_event');

-- Who did it: read only where the transaction has been opened for it, which the program does for office and supervisor.
create table bearer_person (
  county text not null references county,
  deed uuid not null,
  person uuid not null,
  primary key (county, deed)
);
call wall_off('bearer_person');
call make_append_only('bearer_person');
create policy only_when_opened on bearer_person as restrictive for select
  using (current_setting('qingzhuang.bearer_persons', true) = 'open');

-- What the events of one bearer with one demand come to.
create table bearer_task (
  county text not null,
  demand uuid not null,
  unit text not null,
  version int not null,
  state text not null check (state in ('opened', 'answered', 'returned', 'released')),
  -- { text, files, unchanged }
  answer jsonb,
  answered_at timestamptz,
  returned_at timestamptz,
  reasons jsonb,
  -- What the issuer answered to the last return.
  note text,
  -- From opening to answering; never shown for one bearer.
  measured_minutes int check (measured_minutes > 0),
  changed_at timestamptz not null,
  primary key (county, demand, unit),
  foreign key (county, demand) references demand,
  foreign key (county, unit) references unit,
  check ((answer is null) = (answered_at is null)),
  check ((reasons is null) = (returned_at is null))
);
create index on bearer_task (county, unit, changed_at desc);
create index on bearer_task (county, demand) where measured_minutes is not null;
call wall_off('bearer_task');

-- Files that a bearer has handed in; answers name them.
create table bearer_file (
  county text not null,
  unit text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  bytes int not null check (bytes > 0),
  primary key (county, unit, sha256),
  foreign key (county, unit) references unit
);
call wall_off('bearer_file');

-- How long a meeting really took, as its convenor says; the last one holds.
create table meeting_held (
  county text not null,
  demand uuid not null,
  id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at > started_at),
  person uuid not null,
  at timestamptz not null,
  primary key (county, demand, id),
  foreign key (county, demand) references demand
);
call wall_off('meeting_held');
call make_append_only('meeting_held');

-- What was ordered past the gate. It counts for whoever ordered it.
create table off_gate_demand (
  county text not null references county,
  id uuid not null,
  -- Null until the office has found out.
  issuer text,
  -- What the text calls it.
  issuer_words text,
  kind text not null check (kind in (
    'meeting', 'document', 'form', 'inspection', 'task', 'platform', 'plaque', 'campaign'
  )),
  title text not null,
  ask text not null,
  doc_number text,
  due_at timestamptz,
  starts_at timestamptz,
  -- For one bearer: { low, likely, high }.
  minutes jsonb not null,
  registered_at timestamptz not null,
  primary key (county, id),
  foreign key (county, issuer) references unit
);
create index on off_gate_demand (county, registered_at desc, id desc);
create index on off_gate_demand (county, issuer, registered_at desc);
call wall_off('off_gate_demand');

-- One order as one bearer has registered it, and what it was found to be.
create table off_gate_registration (
  county text not null,
  id uuid not null,
  unit text not null,
  demand uuid,
  off_gate uuid,
  score real,
  reasons text[] not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (length(file_name) between 1 and 255),
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, unit) references unit,
  foreign key (county, demand) references demand,
  foreign key (county, off_gate) references off_gate_demand,
  check ((demand is null) <> (off_gate is null))
);
create index on off_gate_registration (county, unit, at desc, id desc);
create index on off_gate_registration (county, off_gate, unit);
-- The same text of the same unit is one registration.
create unique index on off_gate_registration (county, unit, sha256);
call wall_off('off_gate_registration');
call make_append_only('off_gate_registration');

-- Addresses under which a calendar can be read without signing in. Only digests are kept.
create table calendar_feed (
  county text not null references county,
  id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  person uuid not null references person,
  unit text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (county, id),
  foreign key (county, unit) references unit
);
create unique index on calendar_feed (county, token_hash);
create index on calendar_feed (county, person);
call wall_off('calendar_feed');

-- Answers may name people. `bearer_person` is no part of the log: whoever may read the log is not thereby told who.
call make_audited('bearer_event', '{data,answer}', '{data,note}');
call make_audited('meeting_held', '{person}');
call make_audited('off_gate_registration');
