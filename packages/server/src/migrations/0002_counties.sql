-- The server works as this role: it owns nothing and cannot pass row-level security. It belongs to the whole
-- PostgreSQL server, so another database may have made it already, or be making it now.
do $$
begin
  create role qingzhuang_app nosuperuser nocreatedb nocreaterole nobypassrls login;
exception
  when duplicate_object or unique_violation then null;
end $$;
grant qingzhuang_app to current_user;
grant usage on schema public to qingzhuang_app;
grant select on migration to qingzhuang_app;
alter default privileges in schema public grant select, insert, update, delete on tables to qingzhuang_app;
alter default privileges in schema public grant usage on sequences to qingzhuang_app;

-- The county whose rows this transaction may see and write; none is set outside of one.
create function current_county() returns text
  language sql stable parallel safe
  return current_setting('qingzhuang.county', true);

-- Every table of a county leads its key with the county's code, so that it can be distributed, and is walled off. The
-- owner of the tables, who migrates and rings the clocks of all counties, is outside of the wall; no request is.
create procedure wall_off(tenant_table regclass)
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy own_county on %s using (county = current_county()) with check (county = current_county())', tenant_table);
end $$;

-- What has happened stays: no row is changed or taken away, whoever asks.
create function refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

create procedure make_append_only(event_table regclass)
  language plpgsql
  as $$
begin
  execute format('revoke update, delete, truncate on %s from qingzhuang_app', event_table);
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', event_table);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function refuse_change()', event_table);
end $$;

-- The tenants. Anyone may see that a county uses the system; only the operator adds one.
create table county (
  code text primary key check (code ~ '^[1-9][0-9]{5}$'),
  name text not null check (name <> ''),
  -- The first letters of its control codes; I and O look like digits.
  letters text not null unique check (letters ~ '^[A-HJ-NP-Z]{2}$'),
  made_at timestamptz not null default now()
);

-- A request that says it may arrive twice is done once.
create table idempotency_key (
  county text not null references county,
  person uuid not null,
  key text not null check (length(key) between 1 and 200),
  fingerprint text not null,
  -- Null only inside the transaction that does the work.
  reply jsonb,
  made_at timestamptz not null default now(),
  primary key (county, person, key)
);
create index on idempotency_key (made_at);
call wall_off('idempotency_key');
