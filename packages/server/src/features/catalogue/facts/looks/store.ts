import type { facts, Page } from '@qingzhuang/contract';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../../platform/cursor.ts';
import type { Db } from '../../../../platform/db.ts';

export type NewLookUp = facts.LookUp & { readonly person: string };

export async function insertLookUp(
  db: Db,
  county: string,
  { id, by, unit, elements, subjects, purpose, demand, person, at }: NewLookUp,
): Promise<void> {
  await db
    .insertInto('factLookUp')
    .values({ county, id, byUnit: by, unit, elements: [...elements], subjects, purpose, demand, person, at })
    .execute();
}

/** The last ones first. */
export async function listLookUps(
  db: Db,
  county: string,
  filter: PageRequest & { readonly by?: string },
): Promise<Page<facts.LookUp>> {
  const after = readCursor(filter, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await db
    .selectFrom('factLookUp')
    .select(['id', 'unit', 'byUnit as by', 'elements', 'subjects', 'purpose', 'demand', 'at'])
    .where('county', '=', county)
    .$if(filter.by !== undefined, (query) => query.where('byUnit', '=', filter.by ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows, filter, ({ at, id }) => [at, id]);
}
