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

/** The texts of demands that were taken from this one: the highest level first, then by their units. */
export async function listBelow(
  db: Db,
  { county, id }: DocumentKey,
  { documents: most, characters }: { readonly documents: number; readonly characters: number },
): Promise<{ readonly count: number; readonly documents: readonly ChainDocument[] }> {
  const { rows } = await sql<ChainDocument & { readonly count: number }>`
    with below as (
      select document.*, demand.bearer_count,
        row_number() over taken as place, sum(length(document.text)) over taken as characters, count(*) over () as count
      from document
      left join demand on demand.county = ${county} and demand.id = document.demand
      where document.county = ${county} and document.superior = ${id}
        and (demand.id is null or demand.state not in ('refused', 'withdrawn', 'merged'))
      window taken as (order by document.issuer nulls first, document.added_at, document.id)
    )
    select id, demand, superior, superior_by as "superiorBy", text, bearer_count as bearers, count
    from below where place <= ${most} and characters <= ${characters}
    order by place`.execute(db);
  return { count: rows[0]?.count ?? 0, documents: rows };
}
