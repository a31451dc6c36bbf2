/** The statements behind some kinds of request, sent by the driver alone: what the program can at best come near to. */
import pg from 'pg';
import { readInbox } from '../packages/server/src/features/demands/inbox/operations.ts';
import { readDemand } from '../packages/server/src/features/demands/operations.ts';
import { listDemands } from '../packages/server/src/features/demands/store.ts';
import { systemChance } from '../packages/server/src/platform/chance.ts';
import { systemClock } from '../packages/server/src/platform/clock.ts';
import type { Acting } from '../packages/server/src/platform/context.ts';
import { inCounty } from '../packages/server/src/platform/county.ts';
import { asApp } from '../packages/server/src/platform/db.ts';
import { createMetrics } from '../packages/server/src/platform/metrics.ts';
import type { Connection } from '../packages/server/src/platform/postgres/embedded.ts';
import { clerk } from './county-life.ts';
import { saturate, type Run } from './load.ts';
import { record, replay, type Statement } from './recording.ts';
import { COUNTY } from './register.ts';
import type { Sights } from './visits.ts';

/** Requests that are recorded for each kind, so that not one page of the table serves all. */
const RECORDED = 40;

export const BARE = ['list', 'read', 'inbox'] as const;
export type Bare = (typeof BARE)[number];

/** Sends what requests of this kind ask of the database: without HTTP, sessions, transactions and row-level security. */
export async function saturateBare(
  connection: Connection,
  sights: Sights,
  kind: Bare,
  { workers, seconds }: { readonly workers: number; readonly seconds: number },
): Promise<Run> {
  const recorded: (readonly Statement[])[] = [];
  for (let number = 0; number < RECORDED; number += 1) {
    const work = workOf(kind, sights, number * 7);
    recorded.push(await record(asApp(connection), (db) => inCounty(db, COUNTY, (tx) => work(tx))));
  }
  const pool = new pg.Pool({ ...connection, max: workers });
  let next = 0;
  return saturate(workers, seconds, () => replay(pool, recorded[next++ % RECORDED] ?? [])).finally(() => pool.end());
}

function workOf(kind: Bare, sights: Sights, number: number): (tx: Acting['db']) => Promise<unknown> {
  const { unit } = clerk(number);
  const posts = [{ unit, role: 'bearer-clerk' as const }];
  const actor = { person: '00000000-0000-4000-8000-000000000001', name: '', county: COUNTY, posts };
  const parts = { actor, clock: systemClock, chance: systemChance, metrics: createMetrics() };
  switch (kind) {
    case 'list':
      return (db) => listDemands(db, actor, { limit: 50 });
    case 'read':
      return (db) => readDemand({ ...parts, db }, sights.demands[number] ?? '');
    case 'inbox':
      return (db) => readInbox({ ...parts, db }, unit);
  }
}
