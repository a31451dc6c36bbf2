-- Secrets of authenticators are sealed with a key that lies outside of the database. What lies here in clear is sealed
-- when the program next starts.
alter table totp rename column secret to plain_secret;
alter table totp alter column plain_secret drop not null;
alter table totp add column sealed bytea;
alter table totp add check ((plain_secret is null) <> (sealed is null));

-- Makes an entry of a row. No security definer: only what runs as the owner can write into the log.
create function enter_in_log(source text, shown jsonb) returns void
  language plpgsql
  as $$
declare
  audited audited_table;
  path text;
  paths text[] := '{}';
  salt bytea;
  salts bytea[] := '{}';
  value jsonb;
  vals jsonb[] := '{}';
  number bigint;
  owned_by text := shown ->> 'county';
begin
  select * into strict audited from audited_table where name = source;
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
    owned_by,
    enter_in_log.source,
    (select jsonb_object_agg(name, shown -> name) from unnest(audited.key) name),
    jsonb_build_object('at', now(), 'row', shown, 'table', enter_in_log.source)::text
  ) returning id into number;
  insert into audit_value (county, entry, path, salt, value)
    select owned_by, number, one.path, one.salt, one.value from unnest(paths, salts, vals) one (path, salt, value);
  insert into audit_pending (county, entry) values (owned_by, number);
end $$;
revoke execute on function enter_in_log from public;

create or replace function audit_row() returns trigger
  language plpgsql security definer
  set search_path = public, pg_temp
  -- Instants are written the same whoever writes them.
  set timezone = 'UTC'
  as $$
begin
  perform enter_in_log(tg_table_name, to_jsonb(new));
  return null;
end $$;

-- Rows that are there already are entered now: from here on a row without an entry is a fault.
create or replace procedure make_audited(event_table regclass, variadic personal text[] default '{}')
  language plpgsql
  set timezone = 'UTC'
  as $$
declare
  own audited_table;
begin
  insert into audited_table (name, key, personal)
    select relname, array_agg(attname::text order by attnum), personal
    from pg_class
    join pg_index on indrelid = pg_class.oid and indisprimary
    join pg_attribute on attrelid = pg_class.oid and attnum = any (indkey)
    where pg_class.oid = event_table
    group by relname
    returning * into own;
  execute format('create trigger audited after insert on %s for each row execute function audit_row()', event_table);
  execute format(
    'select enter_in_log(%L, row) from (select to_jsonb(t) as row from %s t order by %s) entered', own.name, event_table,
    (select string_agg(format('%I', name), ', ') from unnest(own.key) name)
  );
end $$;

-- What was read into a year's plan. `plan_item` is what the imports have come to.
create table plan_import (
  county text not null references county,
  id uuid not null default gen_random_uuid(),
  year int not null check (year between 2000 and 2199),
  -- As the lines gave them: number, kind, title, month, issuer, count, minutes.
  items jsonb not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, id)
);
create index on plan_import (county, year, at);
call wall_off('plan_import');
call make_append_only('plan_import');

-- `bearer_person` stays out: whoever may read the log is not thereby told who returned. A notice is no deed.
call make_audited('plan_import', '{person}');
call make_audited('county_setting', '{person}');
call make_audited('cap_change', '{person}', '{reason}');
call make_audited('cap_use');
call make_audited('former_name');
