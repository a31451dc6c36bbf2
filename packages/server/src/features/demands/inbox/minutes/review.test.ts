import { randomUUID } from 'node:crypto';
import { demands, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate, type Gate } from '../../../../testing/demands.ts';
import { ringClocks } from '../../index.ts';

const START = new Date('2026-03-05T02:00:00Z');
let now = START;
const clock = {
  now: () => now,
  today: () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
};
const { db, owner, signInAs } = await useTestApp({ clock });
const COUNTY = '130101';
const VILLAGES = ['201', '202', '203', '204', '205'].map((number) => `${COUNTY}101${number}`);
for (const unit of VILLAGES) await signInAs('bearer-clerk', unit);
let gate: Gate;

beforeEach(async () => {
  now = START;
  gate = await openGate(signInAs, COUNTY);
  await sql`delete from demand_clock`.execute(owner);
});

const FORM: demands.DemandDetails = {
  kind: 'form',
  fields: { text: 10, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
  rows: 10,
  signatures: 0,
  prints: 0,
  timesPerYear: 1,
};
const MEETING: demands.DemandDetails = {
  kind: 'meeting',
  mode: 'video',
  startsAt: '2026-03-04T09:00:00+08:00',
  endsAt: '2026-03-04T10:00:00+08:00',
  people: 1,
  talks: 0,
  levels: ['village'],
  venues: [],
  series: null,
  timesPerYear: 1,
};

async function close(id: string): Promise<void> {
  const { version } = await gate.drafter.call(demands.readDemand, { id });
  await gate.drafter.call(demands.closeDemand, { id }, { ifMatch: version });
}

/** Answers for each of the units, ten minutes after opening. */
async function answerAll(id: string, units: readonly string[]): Promise<void> {
  for (const unit of units) {
    const { call } = await signInAs('bearer-clerk', unit);
    const deed = { unit, demand: id, event: randomUUID() };
    await call(inbox.openTask, { ...deed, saidAt: '2026-03-05T09:00:00+08:00' });
    const moments = ['2026-03-05T09:08:00+08:00'];
    await call(inbox.noteTime, { ...deed, event: randomUUID(), moments, saidAt: '2026-03-05T09:08:00+08:00' });
    const answer = { ...deed, event: randomUUID(), text: '已填', saidAt: '2026-03-05T09:10:00+08:00' };
    await call(inbox.answerTask, answer);
  }
}

/** Rings in three programs at once. */
async function ringAt(moment: string): Promise<number> {
  now = new Date(moment);
  const parts = { db, owner, clock, afterWrite: () => undefined };
  const rung = await Promise.all([1, 2, 3].map(() => ringClocks(parts)));
  return rung.reduce((sum, count) => sum + count, 0);
}

async function read(id: string): Promise<demands.Demand> {
  return (await (await signInAs('drafter', gate.bureau)).call(demands.readDemand, { id })) as demands.Demand;
}

test('what was closed is compared with what five bearers took, by itself and once', async () => {
  const { id } = await gate.run({ details: FORM, bearers: VILLAGES });
  await answerAll(id, VILLAGES);
  await close(id);
  expect(await read(id)).toMatchObject({ state: 'closed', comparison: null });

  expect(await ringAt('2026-03-05T02:00:00Z')).toBe(1);
  expect(await ringAt('2026-04-05T02:00:00Z')).toBe(0);

  const { state, comparison, screening } = await read(id);
  expect(state).toBe('reviewed');
  expect(comparison).toMatchObject({ measuredMinutes: 50, count: 5 });
  expect(comparison?.estimatedMinutes).toBe(Math.round((screening?.perBearerMinutes.likely ?? 0) * 5));
});

test('what four bearers took is told to nobody', async () => {
  const { id } = await gate.run({ details: FORM, bearers: VILLAGES });
  await answerAll(id, VILLAGES.slice(1));
  await close(id);
  await ringAt('2026-03-05T02:00:00Z');

  expect(await read(id)).toMatchObject({ state: 'reviewed', comparison: { measuredMinutes: null, ratio: null } });
});

test('a meeting waits for its convenor to say how long it took', async () => {
  const { id } = await gate.run({ details: MEETING, dueAt: null, bearers: VILLAGES });
  await close(id);
  expect(await ringAt('2026-03-05T02:00:00Z')).toBe(0);
  const times = { startedAt: '2026-03-04T09:00:00+08:00', endedAt: '2026-03-04T11:30:00+08:00' };
  await gate.drafter.call(inbox.reportMeetingHeld, { id, ...times });

  expect(await ringAt('2026-03-05T02:00:00Z')).toBe(1);

  expect(await read(id)).toMatchObject({
    state: 'reviewed',
    comparison: { estimatedMinutes: 300, measuredMinutes: 750, ratio: 2.5 },
  });
});

test('a meeting of which nothing is told is reviewed after fourteen days all the same', async () => {
  const { id } = await gate.run({ details: MEETING, dueAt: null, bearers: VILLAGES });
  await close(id);

  expect(await ringAt('2026-03-19T01:59:59Z')).toBe(0);
  expect(await ringAt('2026-03-19T02:00:00Z')).toBe(1);
  expect(await read(id)).toMatchObject({ state: 'reviewed', comparison: { measuredMinutes: null } });
});
