/** Documents that were taken from each other. */
import type { documents } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { DocumentKey } from '../store.ts';

/** A document in a chain of them. */
export interface ChainDocument {
  readonly id: string;
  readonly demand: string | null;
  readonly superior: string | null;
  readonly superiorBy: documents.SuperiorBy | null;
  readonly text: string;
  /** Of its demand; null for what came from above. */
  readonly bearers: number | null;
}

/** Two levels more than there are, for what is passed on within one. */
const MOST_LEVELS = 8;

/** The document and what it was taken from, level by level up. Ends where a circle would begin. */
export async function listLineage(db: Db, { county, id }: DocumentKey): Promise<ChainDocument[]> {
  const { rows } = await sql<ChainDocument>`
    with recursive lineage as (
      select id, superior, 1 as step from document where county = ${county} and id = ${id}
      union all
      select document.id, document.superior, lineage.step + 1
      from lineage join document on document.county = ${county} and document.id = lineage.superior
      where lineage.step < ${MOST_LEVELS}
    ) cycle id set is_circle using path
    select document.id, document.demand, document.superior, document.superior_by as "superiorBy", document.text,
      demand.bearer_count as bearers
    from lineage
    join document on document.county = ${county} and document.id = lineage.id
    left join demand on demand.county = ${county} and demand.id = document.demand
    where not is_circle
    order by lineage.step`.execute(db);
  return rows;
}

/** What was taken from a document: the units of the county first, then its townships and villages. */
export async function listTakenFrom(
  db: Db,
  { county, id }: DocumentKey,
): Promise<readonly { readonly id: string; readonly characters: number }[]> {
  const { rows } = await sql<{ readonly id: string; readonly characters: number }>`
    select document.id, length(document.text) as characters
    from document left join demand on demand.county = ${county} and demand.id = document.demand
    where document.county = ${county} and document.superior = ${id}
      and (demand.id is null or demand.state not in ('refused', 'withdrawn', 'merged'))
    order by document.issuer nulls first, document.added_at, document.id`.execute(db);
  return rows;
}

/** These documents as a chain needs them, in this order. */
export async function listChainDocuments(db: Db, county: string, ids: readonly string[]): Promise<ChainDocument[]> {
  const { rows } = await sql<ChainDocument>`
    select document.id, document.demand, document.superior, document.superior_by as "superiorBy", document.text,
      demand.bearer_count as bearers
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
    join document on document.county = ${county} and document.id = wanted.id
    left join demand on demand.county = ${county} and demand.id = document.demand
    order by wanted.place`.execute(db);
  return rows;
}
