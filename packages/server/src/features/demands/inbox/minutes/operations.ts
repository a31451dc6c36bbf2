import { Refusal, type DeepReadonly, type demands, type inbox } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import type { Db } from '../../../../platform/db.ts';
import { namesOf } from '../../../organisations/index.ts';
import { actsForIssuer, assertMayFollow } from '../tasks/operations.ts';
import { applyClockChange } from '../../clocks/store.ts';
import { comparisonOf } from './comparison.ts';
import { honestyOf } from './honesty.ts';
import { findHeldMeeting, insertMeetingHeld, listHeldMeetings, listMeasurements, listMeasurementsOf } from './store.ts';

const MINUTE_MS = 60_000;

/** The convenor says how long the meeting really took. What is said later corrects what was said before. */
export async function reportMeetingHeld(
  acting: Acting,
  { id, startedAt, endedAt }: { readonly id: string; readonly startedAt: string; readonly endedAt: string },
): Promise<{ readonly id: string; readonly plannedMinutes: number; readonly actualMinutes: number }> {
  const { db, actor, clock, chance } = acting;
  const demand = await assertMayFollow(acting, id);
  if (!actsForIssuer(actor, demand)) throw new Refusal('not-allowed');
  const { details } = demand.draft;
  const hasPassed = demand.code !== null && demand.state !== 'withdrawn';
  if (details.kind !== 'meeting' || !hasPassed) throw new Refusal('wrong-state');
  if (Date.parse(endedAt) > clock.now().getTime()) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/endedAt', detail: '会议还没有结束' }] });
  }
  const at = clock.now().toISOString();
  await insertMeetingHeld(db, {
    ...{ county: actor.county, demand: id, id: chance.id(), startedAt, endedAt, at },
    person: actor.person,
  });
  // Nothing more is to be waited for.
  if (demand.state === 'closed') {
    const key = { county: actor.county, id };
    await applyClockChange(db, key, { set: [{ kind: 'review', ringsAt: at }], stop: [] });
  }
  return {
    id,
    plannedMinutes: minutesBetween(details.startsAt, details.endsAt),
    actualMinutes: minutesBetween(startedAt, endedAt),
  };
}

function minutesBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / MINUTE_MS);
}

/** What one demand took beside what was estimated. */
export async function compareDemand(
  db: Db,
  { county, id }: { readonly county: string; readonly id: string },
): Promise<DeepReadonly<demands.Comparison>> {
  return comparisonOf(await listMeasurementsOf(db, county, id), await findHeldMeeting(db, county, id));
}

export async function readHonesty({ db, actor }: Acting, issuer: string): Promise<inbox.Honesty> {
  if (!(await namesOf(db, [issuer])).has(issuer)) throw new Refusal('no-such-record');
  const measurements = await listMeasurements(db, actor.county, issuer);
  return honestyOf(issuer, measurements, await listHeldMeetings(db, actor.county, issuer));
}
