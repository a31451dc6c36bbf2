-- The library of a county: what came from above, and what its demands say. A demand that was drafted before has no text
-- here. A text and its fingerprints change together, in the transaction of the demand.
create table document (
  county text not null references county,
  id uuid not null,
  -- Null for what came from above.
  demand uuid,
  level text not null check (level in ('national', 'province', 'city', 'county', 'township', 'village')),
  -- The unit of the county that issued it, or the name that the text gives.
  issuer text,
  issuer_name text,
  title text not null check (title <> ''),
  doc_number text,
  -- By which other texts name it, as the program reads them; null when too little is known to tell it apart.
  title_key text,
  number_key text,
  dated_on date,
  text text not null,
  -- Of the text in UTF-8: the same text is taken in once.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  superior uuid,
  superior_by text check (superior_by in ('named', 'found', 'chosen')),
  -- The rarest in the library first, as it was then, none twice: whoever asks about a large share of them need not read
  -- the lists of what stands everywhere.
  fingerprints int[] not null,
  -- Of the method: fingerprints of two versions have nothing in common.
  fingerprint_version int not null,
  added_at timestamptz not null,
  primary key (county, id),
  unique (county, demand),
  foreign key (county, demand) references demand,
  foreign key (county, issuer) references unit,
  foreign key (county, superior) references document,
  check (superior <> id),
  check (superior is null or superior_by is not null),
  check ((demand is null) = (issuer is null))
);
create unique index on document (county, sha256) where demand is null;
create index on document (county, added_at desc, id desc);
create index on document (county, superior) where superior is not null;
create index on document (county, number_key) where number_key is not null;
create index on document (county, title_key) where title_key is not null;
call wall_off('document');
revoke delete, truncate on document from qingzhuang_app;

-- Which documents hold which fingerprint. Only the triggers below write it, so that no text is without its own.
create table document_fingerprint (
  county text not null,
  fingerprint int not null,
  document uuid not null,
  primary key (county, fingerprint, document)
);
call wall_off('document_fingerprint');

create function keep_fingerprints() returns trigger
  language plpgsql
  as $$
begin
  if tg_op <> 'INSERT' then
    delete from document_fingerprint
    where county = old.county and fingerprint = any (old.fingerprints) and document = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into document_fingerprint (county, fingerprint, document)
    select new.county, fingerprint, new.id from unnest(new.fingerprints) as fingerprint;
  end if;
  return null;
end $$;
create trigger keep_fingerprints_of_new after insert or delete on document
  for each row execute function keep_fingerprints();
create trigger keep_fingerprints_of_changed after update of fingerprints on document
  for each row when (old.fingerprints is distinct from new.fingerprints) execute function keep_fingerprints();

-- The text of a demand is its issuer's, whoever that comes to be.
create function keep_issuer_of_text() returns trigger
  language plpgsql
  as $$
begin
  update document set issuer = new.issuer, level = unit.level
  from unit
  where document.county = new.county and document.demand = new.id
    and unit.county = new.county and unit.code = new.issuer;
  return null;
end $$;
create trigger keep_issuer_of_text after update of issuer on demand
  for each row when (old.issuer <> new.issuer) execute function keep_issuer_of_text();

-- Who took in what came from above. The texts of demands are in the events of the demands.
create table document_addition (
  county text not null,
  document uuid not null,
  level text not null,
  title text not null,
  sha256 text not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, document),
  foreign key (county, document) references document
);
call wall_off('document_addition');
call make_append_only('document_addition');
call make_audited('document_addition', '{person}');
