import type { notices } from '@qingzhuang/contract';
import type { Clock } from '../../../platform/clock.ts';
import type { Acting } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import { setReplyClock } from '../consultations/operations.ts';
import { countVerdicts, isReplyOverdue } from '../consultations/store.ts';
import type { DemandEvent } from '../demand.ts';
import { compareDemand } from '../inbox/minutes/operations.ts';
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
  if (ringing.kind === 'amendment-reply-overdue') {
    await setReplyClock(tx, ringing, now);
    if (!(await isReplyOverdue(tx, ringing, now))) return false;
  }
  const events = await eventsOf(tx, ringing);
  if (events.length > 0) await record(tx, ringing, demand, { events, person: null, unit: null, at: now });
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

/** What happens to the demand when the clock rings; nothing where somebody is only told. */
async function eventsOf(tx: Db, ringing: RingingClock): Promise<DemandEvent[]> {
  switch (ringing.kind) {
    case 'expire':
      return [{ type: 'demand-expired' }];
    case 'close-consultation':
      return [{ type: 'consultation-closed', ...(await countVerdicts(tx, ringing)) }];
    case 'review':
      return [{ type: 'demand-reviewed', comparison: await compareDemand(tx, ringing) }];
    case 'remind-office':
    case 'tell-leader':
    case 'remind-emergency-review':
    case 'emergency-review-overdue':
    case 'amendment-reply-overdue':
      return [];
  }
}
