-- The forms of demands: how their files were read, what was decided about each field, and what bearers filled in.
create table form_layout (
  county text not null,
  demand uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null check (length(file_name) between 1 and 255),
  -- The forms with their fields, matches and decisions, in the program's own shape.
  forms jsonb not null,
  needs_approval boolean not null default false,
  used_until date,
  -- What the county held of the fields when it was last looked up; no personal data.
  held jsonb not null,
  changed_at timestamptz not null,
  -- When the system has looked through the bearers for whom it can answer by itself.
  produced_at timestamptz,
  primary key (county, demand),
  foreign key (county, demand) references demand
);
create index on form_layout (county, demand) where produced_at is null;
call wall_off('form_layout');

-- The fields that bearers are asked for, each by its element or else by its folded label: what two forms have in common.
create table form_field (
  county text not null,
  demand uuid not null,
  key text not null check (key <> ''),
  name text not null,
  primary key (county, demand, key),
  foreign key (county, demand) references form_layout on delete cascade
);
create index on form_field (county, key, demand);
call wall_off('form_field');

-- What a drafter has said a field means: the whole county learns from it.
create table confirmed_match (
  county text not null references county,
  id uuid not null,
  -- As matching folds it.
  label text not null check (label <> ''),
  -- Null: the catalogue does not have it.
  element text,
  derived jsonb,
  -- As matching takes it.
  match jsonb not null,
  demand uuid not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, demand) references demand
);
create index on confirmed_match (county, label, at desc);
call wall_off('confirmed_match');
call make_append_only('confirmed_match');
call make_audited('confirmed_match', '{person}');

-- One form of one bearer. Where none is written yet it is open and nobody has touched it.
create table form_fill (
  county text not null,
  demand uuid not null,
  unit text not null,
  version int not null check (version > 0),
  state text not null check (state in ('open', 'awaiting-approval', 'sent-back', 'sent', 'produced', 'reopened')),
  words text,
  submitted_at timestamptz,
  sent_at timestamptz,
  -- What was handed in, as it was then. Sealed: rows hold identity numbers.
  content bytea,
  -- What of it was brought, corrected and typed; counts only.
  tally jsonb,
  primary key (county, demand, unit),
  foreign key (county, demand) references form_layout,
  foreign key (county, unit) references unit,
  check (content is null or tally is not null),
  check (state not in ('awaiting-approval', 'sent', 'produced') or content is not null)
);
create index on form_fill (county, state, submitted_at) where state = 'awaiting-approval';
create index on form_fill (county, sent_at) where sent_at is not null;
call wall_off('form_fill');

-- Rows that a clerk has added or struck out; all others follow from the facts.
create table form_row (
  county text not null,
  demand uuid not null,
  unit text not null,
  row text not null,
  form int not null check (form >= 0),
  is_added boolean not null,
  -- Why it was struck out.
  removed text,
  position int generated always as identity,
  primary key (county, demand, unit, row),
  foreign key (county, demand, unit) references form_fill
);
call wall_off('form_row');

-- Cells that a clerk has looked at or written; all others follow from the facts.
create table form_cell (
  county text not null,
  demand uuid not null,
  unit text not null,
  row text not null,
  field text not null,
  -- Sealed: { value, state, prefilled, conflict }.
  content bytea not null,
  primary key (county, demand, unit, row, field),
  foreign key (county, demand, unit) references form_fill
);
call wall_off('form_cell');

-- What was done with a form, by whom. What an offline client sends twice happens once.
create table form_event (
  county text not null,
  id uuid not null,
  demand uuid not null,
  unit text not null,
  type text not null check (type ~ '^[a-z]+(-[a-z]+)+$'),
  data jsonb not null,
  -- Sealed: what was written.
  content bytea,
  person uuid not null,
  said_at timestamptz,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, demand, unit) references form_fill
);
create index on form_event (county, demand, unit, at);
call wall_off('form_event');
call make_append_only('form_event');
call make_audited('form_event', '{person}', '{content}', '{data,words}');
