/** The library asked by fingerprints, and by the names that a text gives. */
import { chooseLists, weightOf, type NamedDocument, type Nearest } from '@qingzhuang/analysis';
import type { documents } from '@qingzhuang/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import { fromColumn, toColumn } from '../fingerprint-column.ts';

type DocumentLevel = documents.DocumentLevel;

/** In how many documents of the county each of these fingerprints stands; those of none are left out. */
export async function countHolding(
  db: Db,
  county: string,
  fingerprints: Uint32Array,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ readonly fingerprint: number; readonly documents: number }>`
    select fingerprint, count(*)::int as documents from document_fingerprint
    where county = ${county} and fingerprint = any(${toColumn(fingerprints)}::int[])
    group by fingerprint`.execute(db);
  return new Map(rows.map((row) => [row.fingerprint >>> 0, row.documents]));
}

/** Which documents may be the superior's of a text: of these levels, from above or past the gate, and not its own. */
export interface Eligible {
  readonly levels: readonly DocumentLevel[];
  /** The demand whose text asks. */
  readonly demand: string | null;
}

interface Asking {
  readonly county: string;
  readonly fingerprints: Uint32Array;
  /** As `countHolding` gives them. */
  readonly holding: ReadonlyMap<number, number>;
  readonly top: number;
  /** All documents when absent. */
  readonly eligible?: Eligible;
}

/** As `FingerprintIndex.nearest`: the same lists, weights and order. */
export async function listNearest(
  db: Db,
  { county, fingerprints, holding, top, eligible }: Asking,
): Promise<Nearest[]> {
  const lists = chooseLists(
    Array.from(new Set(fingerprints), (fingerprint) => ({ fingerprint, postings: holding.get(fingerprint) ?? 0 })),
  );
  if (lists.length === 0) return [];
  const size = await countDocuments(db, county);
  const chosen = Uint32Array.from(lists, ({ fingerprint }) => fingerprint);
  const { rows } = await sql<{ readonly document: string; readonly shared: number }>`
    with heavy as (
      select posting.document, sum(list.weight) as weight, count(*)::int as shared
      from unnest(${toColumn(chosen)}::int[], ${lists.map((list) => weightOf(list, size))}::int[])
        as list (fingerprint, weight)
      join document_fingerprint as posting on posting.county = ${county} and posting.fingerprint = list.fingerprint
      group by posting.document
    )
    select heavy.document, heavy.shared from heavy
    ${eligible === undefined ? sql`` : sql`where exists (${isEligible(county, eligible)} and document.id = heavy.document)`}
    order by heavy.weight desc, heavy.document
    limit ${top}`.execute(db);
  return rows.map(({ document, shared }) => ({ key: document, shared, asked: lists.length }));
}

/** What has not passed the gate is shown to nobody but its issuer, and so to nobody as his superior's. */
function isEligible(county: string, { levels, demand }: Eligible): RawBuilder<unknown> {
  return sql`
    select from document left join demand on demand.county = ${county} and demand.id = document.demand
    where document.county = ${county} and document.level = any(${levels}::text[])
      and (document.demand is null or (demand.code is not null and demand.id is distinct from ${demand}::uuid))`;
}

async function countDocuments(db: Db, county: string): Promise<number> {
  const { documents: count } = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('documents'))
    .where('county', '=', county)
    .executeTakeFirstOrThrow();
  return count;
}

/** A document that a text names. */
export interface FoundByName {
  readonly id: string;
  readonly level: DocumentLevel;
  /** The place of its name among those asked for. */
  readonly name: number;
}

/** The eligible documents of these names: those of a right number before those of a right title, the newest first. */
export async function listNamed(
  db: Db,
  county: string,
  names: readonly NamedDocument[],
  eligible: Eligible,
): Promise<FoundByName[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<FoundByName>`
    select named.id, named.level, (name.place - 1)::int as name
    from unnest(${names.map(({ number }) => number)}::text[], ${names.map(({ title }) => title)}::text[])
      with ordinality as name (number, title, place)
    join document as named on named.county = ${county}
      and (named.number_key = name.number or named.title_key = name.title)
    where exists (${isEligible(county, eligible)} and document.id = named.id)
    order by named.number_key is not distinct from name.number desc, named.dated_on desc nulls last, named.id
    limit ${MOST_NAMED}`.execute(db);
  return rows;
}

const MOST_NAMED = 50;

/** A demand whose text holds much of another's. */
export interface Holder {
  readonly demand: string;
  /** Of the fingerprints of the text that was asked about, 0 to 1. */
  readonly share: number;
}

/** Texts of fewer common fingerprints, some 80 characters, are told apart by their subject alone. */
const LEAST_HELD = 8;
/**
 * Whoever holds the share of all fingerprints holds the rest of the share of these, the rarest. So the lists of what
 * stands everywhere are never read.
 */
const ASKED_SHARE = 0.6;
const MOST_HOLDERS = 40;

/** The demands that hold at least this share of the fingerprints of a demand's text and expire on this day or later. */
export async function listHolders(
  db: Db,
  { county, demand, share, since }: { county: string; demand: string; share: number; since: string },
): Promise<Holder[]> {
  const own = await db
    .selectFrom('document')
    .select('fingerprints')
    .where('county', '=', county)
    .where('demand', '=', demand)
    .executeTakeFirst();
  const fingerprints = fromColumn(own?.fingerprints ?? []);
  const least = Math.max(LEAST_HELD, Math.ceil(share * fingerprints.length));
  if (least > fingerprints.length) return [];
  // Of those asked about, the ones that a holder may lack are the ones that it may lack of all.
  const asked = Math.max(fingerprints.length - least + 1, Math.ceil(ASKED_SHARE * fingerprints.length));
  const { rows } = await sql<{ readonly demand: string; readonly held: number }>`
    with candidate as materialized (
      select document, count(*) as held from document_fingerprint
      where county = ${county} and fingerprint = any(${toColumn(fingerprints.subarray(0, asked))}::int[])
      group by document having count(*) >= ${asked - (fingerprints.length - least)}
    ), holder as materialized (
      select document.demand, document.fingerprints, candidate.held
      -- By their keys, whatever the planner thinks of their number: there are a few, and not a county's worth.
      from candidate
      cross join lateral (
        select document.demand, document.fingerprints from document
        where document.county = ${county} and document.id = candidate.document and document.demand <> ${demand} offset 0
      ) as document
      cross join lateral (
        select from demand
        where demand.county = ${county} and demand.id = document.demand and demand.expires_on >= ${since} offset 0
      ) as demand
      order by candidate.held desc, document.demand
      limit ${MOST_HOLDERS}
    )
    select demand, held.total as held from holder cross join lateral (
      select count(*)::int as total
      from unnest(holder.fingerprints) as one join unnest(${toColumn(fingerprints)}::int[]) as other on one = other
    ) as held
    where held.total >= ${least}
    order by held.total desc, demand`.execute(db);
  return rows.map((row) => ({ demand: row.demand, share: row.held / fingerprints.length }));
}
