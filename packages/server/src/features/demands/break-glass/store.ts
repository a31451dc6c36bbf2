import type { breakGlass, Page } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';

export interface NewBreakGlass {
  readonly county: string;
  readonly id: string;
  readonly demand: string;
  readonly purpose: breakGlass.BreakGlassPurpose;
  readonly person: string;
  readonly reason: string;
  readonly at: string;
  readonly untilAt: string;
}

export async function insertBreakGlass(db: Db, row: NewBreakGlass): Promise<void> {
  await db.insertInto('breakGlass').values(row).execute();
}

/** Which opening is asked for. */
export interface Opening {
  readonly county: string;
  readonly demand: string;
  readonly person: string;
  readonly purpose: breakGlass.BreakGlassPurpose;
}

/** The person's opening that has not closed by itself, or undefined. */
export async function findOpenGlass(db: Db, opening: Opening, now: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('breakGlass')
    .select('id')
    .where((where) => where.and({ ...opening }))
    .where('untilAt', '>', now)
    .executeTakeFirst();
  return row?.id;
}

export async function insertUse(
  db: Db,
  use: {
    readonly county: string;
    readonly id: string;
    readonly breakGlass: string;
    readonly deed: string;
    readonly at: string;
  },
): Promise<void> {
  await db.insertInto('breakGlassUse').values(use).execute();
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** All openings of the county, the latest first; `id` narrows it to one. */
export async function listBreakGlass(
  db: Db,
  county: string,
  request: PageRequest & { readonly id?: string },
): Promise<Page<breakGlass.BreakGlass>> {
  const [at, after] = readCursor(request, Key) ?? [null, null];
  const { rows } = await sql<breakGlass.BreakGlass>`
    select glass.id, glass.demand, demand.title, glass.purpose, glass.person, person.name, glass.reason, glass.at,
      glass.until_at as until,
      coalesce((
        select jsonb_agg(jsonb_build_object('deed', deed, 'at', used.at) order by used.at, used.id)
        from break_glass_use as used where used.county = glass.county and used.break_glass = glass.id
      ), '[]') as uses
    from break_glass as glass
    join demand on demand.county = glass.county and demand.id = glass.demand
    join person on person.id = glass.person
    where glass.county = ${county}
      and (${request.id ?? null}::uuid is null or glass.id = ${request.id ?? null})
      and (${at}::timestamptz is null or (glass.at, glass.id) < (${at}, ${after}))
    order by glass.at desc, glass.id desc
    limit ${rowsFor(request)}`.execute(db);
  return toPage(rows, request, ({ at: openedAt, id }) => [openedAt, id]);
}
