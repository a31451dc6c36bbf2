-- Where other programs hear of what has happened.
create table webhook (
  county text not null references county,
  id uuid not null,
  version int not null check (version > 0),
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  description text not null check (description <> ''),
  event_types text[] not null check (cardinality(event_types) > 0),
  -- Sealed: a copy of the database signs nothing.
  secret bytea not null,
  old_secret bytea,
  old_secret_until timestamptz,
  state text not null check (state in ('active', 'paused', 'disabled')),
  -- Null from a success until the next failure.
  failing_since timestamptz,
  made_at timestamptz not null,
  primary key (county, id),
  check ((old_secret is null) = (old_secret_until is null))
);
call wall_off('webhook');

-- Who opened, changed or closed a way out of the county.
create table webhook_change (
  county text not null references county,
  webhook uuid not null,
  version int not null check (version > 0),
  what text not null check (what in (
    'created', 'changed', 'paused', 'resumed', 'secret-rotated', 'disabled', 'deleted'
  )),
  -- The address may hold a secret of the receiver; its host does not.
  host text not null,
  -- Null when the program itself acted.
  person uuid,
  at timestamptz not null,
  primary key (county, webhook, version)
);
call wall_off('webhook_change');
call make_append_only('webhook_change');
call make_audited('webhook_change', '{person}');

-- What is to be told, written in the transaction in which it happened: neither is there without the other.
create table webhook_event (
  county text not null references county,
  -- The same for every receiver and every attempt, so that receivers can drop doubles.
  id text not null,
  type text not null,
  -- Exactly the bytes that are signed and sent.
  body text not null,
  at timestamptz not null,
  primary key (county, id)
);
create index on webhook_event (at);
call wall_off('webhook_event');

create table webhook_delivery (
  county text not null,
  id uuid not null,
  webhook uuid not null,
  event text not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  attempts int not null default 0 check (attempts >= 0),
  next_try_at timestamptz,
  -- Somebody is sending it until then; a program that dies meanwhile leaves it to the next.
  taken_until timestamptz,
  at timestamptz not null,
  primary key (county, id),
  unique (county, webhook, event),
  foreign key (county, webhook) references webhook on delete cascade,
  foreign key (county, event) references webhook_event on delete cascade,
  check ((state = 'waiting') = (next_try_at is not null))
);
create index on webhook_delivery (county, next_try_at) where state = 'waiting';
create index on webhook_delivery (county, webhook, at desc, id desc);
create index on webhook_delivery (county, event);
call wall_off('webhook_delivery');

create table webhook_attempt (
  county text not null,
  delivery uuid not null,
  number int not null check (number > 0),
  at timestamptz not null,
  -- Null when there was no reply; then the fault says why.
  status int check (status between 100 and 599),
  fault text,
  milliseconds int not null check (milliseconds >= 0),
  reply text not null check (length(reply) <= 500),
  primary key (county, delivery, number),
  foreign key (county, delivery) references webhook_delivery on delete cascade,
  check ((status is null) = (fault is not null))
);
call wall_off('webhook_attempt');

-- A notice may be about a webhook that was given up, and then about no demand.
alter table notice alter column demand drop not null;
alter table notice add column webhook uuid;
