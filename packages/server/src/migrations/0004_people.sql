-- People and how they prove who they are. A session is found before its county is known, so these tables belong to no
-- county; `person` says which county somebody belongs to.
create table person (
  id uuid primary key default gen_random_uuid(),
  county text not null references county,
  name text not null check (name <> ''),
  -- What is typed at sign-in, folded to one spelling: two names that look alike would be one person to a colleague.
  username text not null unique check (username ~ '^[^[:space:]]{2,40}$' and username = lower(username)),
  -- An account of the county's single sign-on with this user name may be linked at its next sign-in.
  may_link boolean not null default false,
  made_by uuid references person,
  made_at timestamptz not null default now(),
  -- Left or was barred: no sign-in from here on; the row stays, because the past refers to it.
  deactivated_at timestamptz,
  deactivated_by uuid references person,
  version int not null default 1,
  unique (county, id)
);
create index on person (county, username);

-- Inside a county nobody else's people are visible. Before a county is known, which is at sign-in, all are.
alter table person enable row level security;
alter table person force row level security;
create policy own_county on person using (coalesce(current_county(), '') in ('', county));

create table password (
  person uuid primary key references person,
  -- Argon2id with its parameters and salt, in the PHC string format.
  hash text not null check (starts_with(hash, '$argon2id$')),
  set_at timestamptz not null,
  -- Made by an administrator: good for one sign-in until then, at which it must be changed.
  one_time_until timestamptz
);

-- Only digests of tokens are kept: whoever reads this table cannot act for anybody.
create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  person uuid not null references person,
  -- What the browser calls itself, so that a person knows his sessions apart.
  agent text not null check (length(agent) <= 200),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index on session (person);
create index on session (ends_at);

create table api_token (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  person uuid not null references person,
  name text not null check (name <> ''),
  -- The posts it may act in. One that is withdrawn later is withdrawn here as well.
  posts uuid[] not null check (cardinality(posts) > 0),
  made_at timestamptz not null,
  used_at timestamptz,
  ends_at timestamptz not null check (ends_at > made_at),
  revoked_at timestamptz
);
create index on api_token (person);

create table totp (
  person uuid primary key references person,
  secret bytea not null,
  -- Null until the person has shown a code of it.
  confirmed_at timestamptz,
  -- The last time step that was used: a code opens once.
  last_step bigint not null default 0
);

create table backup_code (
  person uuid not null references person,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (person, code_hash)
);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references person,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  made_at timestamptz not null,
  used_at timestamptz
);
create index on passkey (person);

-- Who somebody is at the county's single sign-on.
create table linked_identity (
  issuer text not null,
  subject text not null,
  person uuid not null references person,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index on linked_identity (person);

-- A sign-in or enrolment under way that a browser must bring back: used once, or forgotten after some minutes.
create table challenge (
  hash bytea primary key check (length(hash) = 32),
  kind text not null check (kind in ('passkey-enrolment', 'passkey-sign-in', 'single-sign-on')),
  person uuid references person,
  facts jsonb not null,
  ends_at timestamptz not null
);
create index on challenge (ends_at);

-- Failures in a row, by a digest of what was tried, known or not: a name that does not exist locks like one that does.
create table sign_in_attempt (
  subject_hash bytea primary key check (length(subject_hash) = 32),
  failures int not null,
  last_at timestamptz not null
);
create index on sign_in_attempt (last_at);

-- What a person does for a unit, now and before.
create table post (
  county text not null references county,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  unit text not null,
  role text not null check (role in (
    'drafter', 'unit-lead', 'office', 'leader', 'supervisor', 'bearer-clerk', 'auditor', 'administrator'
  )),
  -- Null when the county was founded: by whoever runs the machine.
  granted_by uuid,
  granted_at timestamptz not null,
  confirmed_by uuid check (confirmed_by not in (granted_by, person)),
  -- Null while another administrator has yet to confirm it.
  from_at timestamptz,
  until_at timestamptz check (until_at >= granted_at),
  withdrawn_by uuid,
  primary key (county, id),
  foreign key (county, person) references person (county, id),
  foreign key (county, granted_by) references person (county, id),
  foreign key (county, confirmed_by) references person (county, id),
  foreign key (county, withdrawn_by) references person (county, id),
  foreign key (county, unit) references unit,
  -- Nobody makes himself office or supervisor.
  check (from_at is null or confirmed_by is not null or granted_by is distinct from person
    or role not in ('office', 'supervisor')),
  check ((until_at is null) = (withdrawn_by is null))
);
create unique index on post (county, person, unit, role) where until_at is null;
create index on post (county, unit, role) where until_at is null;
create index on post (county, id) where from_at is null and until_at is null;
call wall_off('post');

-- What has ended stays as it was.
create function refuse_change_of_history() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' or old.until_at is not null
    or (old.county, old.id, old.person, old.unit, old.role, old.granted_by, old.granted_at)
      is distinct from (new.county, new.id, new.person, new.unit, new.role, new.granted_by, new.granted_at) then
    raise exception 'the history of % is not changed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_history before update or delete on post for each row execute function refuse_change_of_history();

-- What was done about people and their posts, and by whom.
create table person_event (
  county text not null references county,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  event text not null check (event in (
    'added', 'renamed', 'deactivated', 'reactivated', 'link-allowed', 'link-forbidden', 'password-reset',
    'post-granted', 'post-confirmed', 'post-withdrawn'
  )),
  post uuid check ((post is not null) = starts_with(event, 'post-')),
  -- Null when the county was founded: by whoever runs the machine.
  by uuid,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references person (county, id),
  foreign key (county, by) references person (county, id),
  foreign key (county, post) references post
);
create index on person_event (county, person, at);
call wall_off('person_event');
call make_append_only('person_event');

-- Who acts, in the posts in force (only those listed, where a list is given). Steps behind the wall of the person's
-- county: the caller has proved who it is.
create function describe_actor(actor person, only_posts uuid[]) returns jsonb
  language plpgsql
  as $$
begin
  perform set_config('qingzhuang.county', actor.county, true);
  return jsonb_build_object('person', actor.id, 'name', actor.name, 'county', actor.county, 'posts', coalesce((
    select jsonb_agg(jsonb_build_object('unit', unit, 'role', role) order by unit, role)
    from post
    where post.county = actor.county and post.person = actor.id and from_at is not null and until_at is null
      and (only_posts is null or post.id = any(only_posts))
  ), '[]'));
end $$;

-- One call for a request. The moment is written once a minute: a write for every request would tell no more.
create function find_actor_of_session(hash bytea, at timestamptz, longest_idle interval) returns jsonb
  language plpgsql
  as $$
declare
  own session;
  actor person;
begin
  select * into own from session where token_hash = hash and ends_at > at and seen_at > at - longest_idle;
  if not found then return null; end if;
  select * into actor from person where id = own.person and deactivated_at is null;
  if not found then return null; end if;
  if own.seen_at < at - interval '1 minute' then
    update session set seen_at = at where id = own.id;
  end if;
  return describe_actor(actor, null);
end $$;

create function find_actor_of_token(hash bytea, at timestamptz) returns jsonb
  language plpgsql
  as $$
declare
  own api_token;
  actor person;
begin
  select * into own from api_token where token_hash = hash and ends_at > at and revoked_at is null;
  if not found then return null; end if;
  select * into actor from person where id = own.person and deactivated_at is null;
  if not found then return null; end if;
  if own.used_at is null or own.used_at < at - interval '1 minute' then
    update api_token set used_at = at where id = own.id;
  end if;
  return describe_actor(actor, own.posts);
end $$;
