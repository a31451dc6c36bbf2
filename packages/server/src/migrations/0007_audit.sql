-- The audit log: what has happened, in one order, so that no event can be changed, dropped or slipped in unnoticed.
--
-- A feature hands its events to the log with one line in its migration, after `make_append_only`:
--
--   call make_audited('bearer_event', '{person}', '{data,reason}');
--
-- The paths name what may be personal in a row: a column, or a place inside a jsonb column. The entry holds a salted
-- digest of it; the value stands beside the log in `audit_value`, where it can be forgotten and the log still verifies.
-- From then on a trigger writes an entry for each row, whatever code inserted it.

-- The tables whose rows are entries of the log.
create table audited_table (
  name text primary key,
  -- The columns of the primary key.
  key text[] not null,
  personal text[] not null
);
revoke insert, update, delete, truncate on audited_table from qingzhuang_app;

create table audit_entry (
  county text not null references county,
  -- In the order of writing, with gaps; the order of the log is that of `audit_leaf`.
  id bigint generated always as identity,
  source text not null references audited_table,
  -- Primary key of the row.
  key jsonb not null,
  -- The leaf of the Merkle tree is over these very bytes, in UTF-8: { at, row, table } as PostgreSQL writes jsonb.
  entry text not null,
  primary key (county, id)
);
create unique index on audit_entry (county, source, key);
call wall_off('audit_entry');
call make_append_only('audit_entry');
revoke insert on audit_entry from qingzhuang_app;

-- What the digests of the entries stand for. Requests never read it; only `forget` takes rows away.
create table audit_value (
  county text not null,
  entry bigint not null,
  path text not null,
  salt bytea not null check (length(salt) = 16),
  value jsonb not null,
  primary key (county, entry, path),
  foreign key (county, entry) references audit_entry
);
call wall_off('audit_value');
revoke all on audit_value from qingzhuang_app;
create trigger never_changed before update on audit_value for each row execute function refuse_change();

-- Entries that have no place in the log yet. Those who write never wait for each other; the sequencer empties it.
create table audit_pending (
  county text not null,
  entry bigint not null,
  primary key (county, entry),
  foreign key (county, entry) references audit_entry
);
call wall_off('audit_pending');
revoke insert, update, truncate on audit_pending from qingzhuang_app;

create table audit_leaf (
  county text not null,
  index bigint not null check (index >= 0),
  entry bigint not null,
  primary key (county, index),
  unique (county, entry),
  foreign key (county, entry) references audit_entry
);
call wall_off('audit_leaf');
call make_append_only('audit_leaf');

-- The roots of full subtrees; the leaves themselves are level 0.
create table audit_node (
  county text not null references county,
  level int not null check (level between 0 and 53),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (county, level, index)
);
call wall_off('audit_node');
call make_append_only('audit_node');

create table audit_checkpoint (
  county text not null references county,
  size bigint not null check (size > 0),
  -- The signed note.
  note text not null,
  primary key (county, size)
);
call wall_off('audit_checkpoint');
call make_append_only('audit_checkpoint');

create function audit_digest(salt bytea, value jsonb) returns text
  language sql immutable strict parallel safe
  return encode(sha256(salt || convert_to(value::text, 'UTF8')), 'hex');

-- Runs as its owner: those who insert events can write nothing into the log themselves.
create function audit_row() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
  -- Instants are written the same whoever writes them.
  set timezone = 'UTC'
  as $$
declare
  audited audited_table;
  shown jsonb := to_jsonb(new);
  path text;
  paths text[] := '{}';
  salt bytea;
  salts bytea[] := '{}';
  value jsonb;
  vals jsonb[] := '{}';
  number bigint;
begin
  select * into strict audited from audited_table where name = tg_table_name;
  foreach path in array audited.personal loop
    value := shown #> path::text[];
    continue when value is null or value = 'null';
    salt := uuid_send(gen_random_uuid());
    shown := jsonb_set(shown, path::text[], jsonb_build_object('sha256', audit_digest(salt, value)));
    paths := paths || path;
    salts := salts || salt;
    vals := vals || value;
  end loop;
  insert into audit_entry (county, source, key, entry) values (
    new.county,
    tg_table_name,
    (select jsonb_object_agg(name, shown -> name) from unnest(audited.key) name),
    jsonb_build_object('at', now(), 'row', shown, 'table', tg_table_name)::text
  ) returning id into number;
  insert into audit_value (county, entry, path, salt, value)
    select new.county, number, one.path, one.salt, one.value from unnest(paths, salts, vals) one (path, salt, value);
  insert into audit_pending (county, entry) values (new.county, number);
  return null;
end $$;

create procedure make_audited(event_table regclass, variadic personal text[] default '{}')
  language plpgsql
  as $$
begin
  insert into audited_table (name, key, personal)
    select relname, array_agg(attname::text order by attnum), personal
    from pg_class
    join pg_index on indrelid = pg_class.oid and indisprimary
    join pg_attribute on attrelid = pg_class.oid and attnum = any (indkey)
    where pg_class.oid = event_table
    group by relname;
  execute format('create trigger audited after insert on %s for each row execute function audit_row()', event_table);
end $$;

-- The row that an entry was made from, as it is now.
create function audited_row(source text, key jsonb) returns jsonb
  language plpgsql stable
  set timezone = 'UTC'
  as $$
declare
  found jsonb;
begin
  execute format(
    'select to_jsonb(t) from %I t, jsonb_populate_record(null::%I, $1) k where %s', source, source,
    (select string_agg(format('t.%I = k.%I', name, name), ' and ') from jsonb_object_keys(key) name)
  ) into found using key;
  return found;
end $$;

-- That a personal value was taken away, and why.
create table erasure (
  county text not null,
  entry bigint not null,
  path text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null default now(),
  primary key (county, entry, path),
  foreign key (county, entry) references audit_entry
);
call wall_off('erasure');
call make_append_only('erasure');
revoke insert on erasure from qingzhuang_app;
call make_audited('erasure');

-- What is wrong with an entry, its row or its personal values; null when all is well. Hashes are checked elsewhere.
create function audit_fault(audited audit_entry) returns text
  language plpgsql stable
  as $$
declare
  told jsonb;
  shown jsonb;
  actual jsonb;
  place text;
  digest jsonb;
  kept audit_value;
begin
  told := audited.entry::jsonb;
  shown := told -> 'row';
  actual := audited_row(audited.source, audited.key);
  if told ->> 'table' is distinct from audited.source or not shown @> audited.key then return 'entry-changed'; end if;
  if actual is null then return 'row-missing'; end if;
  foreach place in array (select personal from audited_table where name = audited.source) loop
    digest := shown #> place::text[];
    continue when digest is null or digest = 'null';
    select * into kept from audit_value v
      where v.county = audited.county and v.entry = audited.id and v.path = place;
    if kept.salt is not null and digest ->> 'sha256' is distinct from audit_digest(kept.salt, kept.value) then
      return 'value-changed';
    end if;
    if kept.salt is null and not exists (
      select from erasure e where e.county = audited.county and e.entry = audited.id and e.path = place
    ) then return 'value-missing'; end if;
    if coalesce(kept.value, 'null') is distinct from coalesce(actual #> place::text[], 'null') then
      return 'row-changed';
    end if;
    actual := jsonb_set(actual, place::text[], digest);
  end loop;
  return case when actual is distinct from shown then 'row-changed' end;
exception
  -- No JSON any more, or a key that its table does not have.
  when data_exception or syntax_error_or_access_rule_violation then return 'entry-changed';
end $$;

-- Takes a personal value away for good, from the event and from beside the log; the log stays what it is. For the
-- owner of the database only: a request cannot call it.
create procedure forget(county text, entry bigint, path text, reason text)
  language plpgsql
  as $$
declare
  place text[] := path::text[];
  audited audit_entry;
begin
  perform set_config('qingzhuang.county', forget.county, true);
  select * into strict audited from audit_entry e where e.county = forget.county and e.id = forget.entry;
  delete from audit_value v where v.county = forget.county and v.entry = forget.entry and v.path = forget.path;
  if not found then raise exception 'there is no such value' using errcode = 'no_data_found'; end if;
  execute format('alter table %I disable trigger append_only', audited.source);
  execute format(
    'update %I t set %I = %s from jsonb_populate_record(null::%I, $1) k where %s', audited.source, place[1],
    case when cardinality(place) = 1 then 'null' else format('jsonb_set(t.%I, $2, ''null'')', place[1]) end,
    audited.source,
    (select string_agg(format('t.%I = k.%I', name, name), ' and ') from jsonb_object_keys(audited.key) name)
  ) using audited.key, place[2:];
  execute format('alter table %I enable trigger append_only', audited.source);
  insert into erasure (county, entry, path, reason) values (forget.county, forget.entry, forget.path, forget.reason);
end $$;
revoke execute on procedure forget from public;

call make_audited('demand_event', '{person}', '{data,by}', '{data,reason}', '{data,grounds}', '{data,evidence}');
call make_audited('person_event', '{person}', '{by}');
