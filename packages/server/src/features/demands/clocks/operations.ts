import type { notices } from '@qingzhuang/contract';
import type { Clock } from '../../../platform/clock.ts';
import type { Acting } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import { record } from '../recording/operations.ts';
import { findDemand, lockDemand } from '../store.ts';
import { stillMatters, toldBy } from './clock.ts';
import { insertNotice, listNotices, listRinging, takeClock, type RingingClock } from './store.ts';

/** The two sides of the database, for work that no request asked for. */
export interface Unattended {
  /** Sees every county. */
  readonly owner: Db;
  /** Bound by row-level security. */
  readonly db: Db;
  readonly clock: Clock;
  /** Hears of every county that something has been written for. */
  readonly afterWrite: (county: string) => void;
}

const MOST_AT_ONCE = 500;

/** Rings every clock that is due, each in a transaction of its own, and returns how many rang. */
export async function ringClocks({ owner, db, clock, afterWrite }: Unattended): Promise<number> {
  const now = clock.now().toISOString();
  const due = await listRinging(owner, now, MOST_AT_ONCE);
  let rung = 0;
  for (const ringing of due) {
    if (!(await inCounty(db, ringing.county, (tx) => ring(tx, ringing, now)))) continue;
    rung += 1;
    afterWrite(ringing.county);
  }
  return rung;
}

async function ring(tx: Db, ringing: RingingClock, now: string): Promise<boolean> {
  // The demand first, as everyone who acts on it does: two locks in one order cannot cross.
  await lockDemand(tx, ringing);
  if (!(await takeClock(tx, ringing, now))) return false;
  const demand = await findDemand(tx, ringing);
  if (demand === undefined || !stillMatters(ringing.kind, demand)) return false;
  if (ringing.kind === 'expire') {
    await record(tx, ringing, demand, { events: [{ type: 'demand-expired' }], person: null, unit: null, at: now });
  }
  await insertNotice(tx, ringing, { kind: ringing.kind, ...toldBy(ringing.kind, demand), at: now });
  return true;
}

/** That a demand has ended is news for two weeks. */
const EXPIRY_DAYS = 14;
const DAY_MS = 86_400_000;

/** What still stands of what the actor's posts have been told. */
export function readNotices({ db, actor: { county, posts }, clock }: Acting): Promise<notices.Notice[]> {
  const since = new Date(clock.now().getTime() - EXPIRY_DAYS * DAY_MS).toISOString();
  return listNotices(db, { county, posts, since });
}
