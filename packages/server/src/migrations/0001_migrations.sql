-- What has landed in this database. The checksum notices a file that was edited afterwards.
create table migration (
  name text primary key check (name ~ '^[0-9]{4}_[a-z0-9_]+$'),
  checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
  landed_at timestamptz not null default now()
);
