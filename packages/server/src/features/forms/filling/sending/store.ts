import { rangeOf, type forms, type Page } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../../platform/cursor.ts';
import type { Db } from '../../../../platform/db.ts';
import type { Tally } from '../../reuse/reuse.ts';

const AwaitingKey = z.tuple([z.iso.datetime(), z.uuid(), z.string()]);

/** The forms of the villages of a town that wait for it, the first come first. */
export async function listAwaiting(
  db: Db,
  county: string,
  { unit, ...page }: PageRequest & { readonly unit: string },
): Promise<Page<forms.AwaitingFill>> {
  const after = readCursor(page, AwaitingKey);
  const { first, last } = rangeOf(unit);
  const rows = await db
    .selectFrom('formFill')
    .innerJoin('demand', (join) =>
      join.onRef('demand.county', '=', 'formFill.county').onRef('demand.id', '=', 'formFill.demand'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.county', '=', 'formFill.county').onRef('unit.code', '=', 'formFill.unit'),
    )
    .select(['demand.id as demand', 'demand.title', 'demand.ask', 'formFill.unit', 'unit.name as unitName'])
    .select([sql<string>`form_fill.submitted_at`.as('submittedAt'), sql<Tally>`form_fill.pending_tally`.as('tally')])
    .where('formFill.county', '=', county)
    .where('formFill.state', '=', 'awaiting-approval')
    .where('formFill.unit', '>', first)
    .where('formFill.unit', '<=', last)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('formFill.submittedAt', 'formFill.demand', 'formFill.unit'),
          '>',
          eb.tuple(after?.[0] ?? '', after?.[1] ?? '', after?.[2] ?? ''),
        ),
      ),
    )
    .orderBy('formFill.submittedAt')
    .orderBy('formFill.demand')
    .orderBy('formFill.unit')
    .limit(rowsFor(page))
    .execute();
  const items = rows.map(({ tally, ...row }) => ({
    ...row,
    rows: tally.rows,
    changed: tally.wrong + tally.cells - tally.prefilled,
  }));
  return toPage(items, page, (row) => [row.submittedAt, row.demand, row.unit]);
}
