import { caps, demands, inbox, insights } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCounty } from '../../platform/county.ts';
import { useTestApp } from '../../testing/app.ts';
import { openGate } from '../../testing/demands.ts';
import { sumByYear } from './store.ts';

const { call, signInAs, owner, db } = await useTestApp();

const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { bureau, office, drafter, village } = gate;
const leader = await signInAs('leader', `${COUNTY}000000`);
const clerk = await signInAs('bearer-clerk', village);

test('what was let through stands in this week, by kind and against the issuer’s own cap', async () => {
  const before = await leader.call(insights.readOverview);
  await office.call(
    caps.grantCap,
    { issuer: bureau, year: 2026, measure: 'task', amount: 10, reason: '年初核定', source: '减负办〔2026〕1号' },
    { ifMatch: 0 },
  );
  const made = await gate.run();
  const page = await leader.call(insights.readOverview);

  const minutes = Math.round(made.totalMinutes?.likely ?? 0);
  expect(minutes).toBeGreaterThan(0);
  expect((page.weeks[12]?.minutes ?? 0) - (before.weeks[12]?.minutes ?? 0)).toBe(minutes);
  expect(page.kinds).toEqual([{ kind: 'task', minutes, demands: 1 }]);
  expect(page.issuers).toEqual([
    expect.objectContaining({ issuer: bureau, usedMinutes: minutes, fullest: { kind: 'task', used: 1, granted: 10 } }),
  ]);
  expect(page.heaviest.map(({ id }) => id)).toContain(made.id);
  expect(page.exceptional).toMatchObject({ count: 1, items: [{ id: made.id, reason: '一事一议' }] });
  expect(page.forecast?.likely).toBeGreaterThanOrEqual(minutes);
});

test('what was withdrawn before it began no longer counts', async () => {
  const before = await leader.call(insights.readOverview);
  const drafted = await drafter.call(demands.draftDemand, {
    ...{ title: '关于走访的通知', ask: '走访 3 户', issuer: bureau, bearers: [village] },
    ...{ dueAt: null, expiresOn: '2026-06-30', planItem: null },
    details: { kind: 'task', duty: null, reports: 0, visits: 3, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  });
  const { id } = drafted;
  const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: drafted.version });
  const decision = { id, reason: '一事一议', caseByCase: true };
  const admitted = await office.call(demands.admitDemand, decision, { ifMatch: submitted.version });
  const during = await leader.call(insights.readOverview);
  await drafter.call(demands.withdrawDemand, { id, reason: '不再需要' }, { ifMatch: admitted.version });
  const after = await leader.call(insights.readOverview);

  expect(during.weeks[12]?.demands).toBe((before.weeks[12]?.demands ?? 0) + 1);
  expect(after.weeks).toEqual(before.weeks);
  expect(after.heaviest.map((demand) => demand.id)).not.toContain(id);
});

test('last year counts up to the same day and after it, in its own weeks, and against no cap of this year', async () => {
  const before = await leader.call(insights.readOverview);
  await sql`
    insert into cap_use (county, demand, entry, year, issuer, kind, day, times, minutes, passing, over, at)
    select ${COUNTY}, id::uuid, entry, 2025, ${bureau}, 'task', day::date, sign(minutes), minutes, 'within-cap', false, now()
    from (values
      ('00000000-0000-4000-8000-000000000011', 'spent', '2025-03-05', 60),
      ('00000000-0000-4000-8000-000000000012', 'spent', '2025-03-06', 600),
      ('00000000-0000-4000-8000-000000000013', 'spent', '2025-12-16', 30),
      ('00000000-0000-4000-8000-000000000014', 'spent', '2025-12-16', 7),
      ('00000000-0000-4000-8000-000000000014', 'given-back', '2025-12-17', -7)
    ) as used (id, entry, day, minutes)`.execute(owner);
  const sums = await inCounty(db, COUNTY, (tx) => sumByYear(tx, COUNTY, 2026, ['2026-03-05', '2025-03-05']));
  const after = await leader.call(insights.readOverview);

  expect(sums.filter(({ year }) => year === 2025).toSorted((one, other) => one.minutes - other.minutes)).toEqual([
    { year: 2025, soFar: true, minutes: 60, squares: 3600 },
    { year: 2025, soFar: false, minutes: 630, squares: 360_900 },
  ]);
  expect((after.weeks[1]?.minutes ?? 0) - (before.weeks[1]?.minutes ?? 0)).toBe(30);
  expect(after.issuers).toEqual(before.issuers);
});

test('an emergency stands there until its review, and afterwards while it runs', async () => {
  const drafted = await drafter.call(demands.draftDemand, {
    ...{ title: '关于转移群众的紧急通知', ask: '转移危险区群众', issuer: bureau, bearers: [village] },
    ...{ dueAt: null, expiresOn: '2026-03-30', planItem: null },
    details: { kind: 'task', duty: null, reports: 0, visits: 3, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  });
  const { id } = drafted;
  const declared = await drafter.call(
    demands.declareEmergency,
    { id, grounds: '河水已过警戒水位' },
    { ifMatch: drafted.version },
  );
  const owed = await leader.call(insights.readOverview);
  await office.call(demands.reviewEmergency, { id, upheld: true, reason: '属实' }, { ifMatch: declared.version });
  const reviewed = await leader.call(insights.readOverview);

  expect(owed.emergencies).toMatchObject({
    ...{ count: 1, overdue: 0 },
    items: [{ id, reviewDueAt: '2026-03-07T02:00:00.000Z', overdue: false }],
  });
  expect(reviewed.emergencies).toMatchObject({ count: 1, items: [{ id, reviewDueAt: null, overdue: false }] });
});

test('an order past the gate counts for whoever gave it, in a week of its own', async () => {
  const text = '清河县水利局通知：各村今天下班前上报山塘巡查情况表，没有情况的也要报。';
  await clerk.call(inbox.registerOrder, { unit: village, text });
  const { offGate, weeks } = await leader.call(insights.readOverview);

  expect(offGate.reduce((sum, one) => sum + one.demands, 0)).toBe(1);
  expect(weeks[12]?.offGateMinutes).toBe(offGate.reduce((sum, { minutes }) => sum + minutes, 0));
});

test('no town and no village stands on the page', async () => {
  const page = await leader.call(insights.readOverview);

  expect(JSON.stringify(page)).not.toContain(village);
  expect(JSON.stringify(page)).not.toContain(gate.town);
});

test('issuers and bearers do not see it, nor does another county', async () => {
  const denied = expect.objectContaining({ code: 'not-allowed' }) as Error;
  await expect(drafter.call(insights.readOverview)).rejects.toThrow(denied);
  await expect(clerk.call(insights.readOverview)).rejects.toThrow(denied);
  await expect(call(insights.readOverview)).rejects.toThrow(
    expect.objectContaining({ code: 'not-signed-in' }) as Error,
  );
  const stranger = await signInAs('leader', '130102000000');
  const { issuers, kinds } = await stranger.call(insights.readOverview);
  expect([...issuers, ...kinds]).toEqual([]);
});
