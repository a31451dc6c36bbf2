import { demands, documents, notices } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import type { SignedIn } from '../../../testing/sign-in.ts';
import { ringClocks } from './operations.ts';

/** Moved by the tests: a Thursday afternoon before a weekend. */
let now = new Date('2026-03-05T07:30:00Z');
const clock = {
  now: () => now,
  today: () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
};
const { db, owner, signInAs } = await useTestApp({ clock });
const told: string[] = [];
const unattended = { db, owner, clock, afterWrite: (county: string) => void told.push(county) };

const BUREAU = '130101000011';
const VILLAGE = '130101101201';
await signInAs('bearer-clerk', VILLAGE);

let drafter: SignedIn;
let office: SignedIn;

beforeEach(async () => {
  now = new Date('2026-03-05T07:30:00Z');
  told.length = 0;
  await sql`delete from demand_clock`.execute(owner);
  // Sessions end while the clock runs ahead.
  drafter = await signInAs('drafter', BUREAU);
  office = await signInAs('office', '130101000001');
});

async function draft(): Promise<demands.Demand> {
  return (await drafter.call(demands.draftDemand, {
    title: '关于核实汛期危房的通知',
    ask: '核对 12 户危房信息',
    issuer: BUREAU,
    bearers: [VILLAGE],
    dueAt: null,
    expiresOn: '2026-03-31',
    planItem: null,
    details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  })) as demands.Demand;
}

async function submitted(): Promise<demands.Demand> {
  const { id, version } = await draft();
  return (await drafter.call(demands.submitDemand, { id }, { ifMatch: version })) as demands.Demand;
}

async function admitted(): Promise<demands.Demand> {
  const { id, version } = await submitted();
  const admission = { id, reason: '一事一议', caseByCase: true };
  return (await office.call(demands.admitDemand, admission, { ifMatch: version })) as demands.Demand;
}

async function noticesOf(id: string): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select kind || ' → ' || role as told from notice where demand = ${id} order by at, kind`.execute(owner);
  return rows.map(({ told }) => told);
}

async function stateOf(id: string): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`select state from demand where id = ${id}`.execute(owner);
  return rows[0]?.state;
}

/** Rings what is due at the moment, in three programs at once. */
async function ringAt(moment: string): Promise<number> {
  now = new Date(moment);
  const rung = await Promise.all([1, 2, 3].map(() => ringClocks(unattended)));
  return rung.reduce((sum, count) => sum + count, 0);
}

describe('a decision that waits', () => {
  test('is called to mind after one working day and climbs after two, the weekend not counted, each once', async () => {
    const { id, state } = await submitted();

    expect(await ringAt('2026-03-06T07:29:59Z')).toBe(0);
    expect(await ringAt('2026-03-06T07:30:00Z')).toBe(1);
    expect(await ringAt('2026-03-08T23:00:00Z')).toBe(0);
    expect(await ringAt('2026-03-09T07:30:00Z')).toBe(1);
    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);
    const first = state === 'screened' ? 'remind-office → unit-lead' : 'remind-office → office';
    expect(await noticesOf(id)).toEqual([first, 'tell-leader → leader']);
  });

  test('reminds nobody once it has been taken', async () => {
    const { id } = await admitted();

    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);
    expect(await noticesOf(id)).toEqual([]);
  });

  test('is not waited for any more when the drafter says what its text was taken from', async () => {
    const text = '关于核实汛期危房的通知\n各乡镇人民政府：\n请核对12户危房信息，3月20日前报县住建局。';
    const { id, version } = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text });
    const sent = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });

    await drafter.call(documents.chooseSuperior, { id, document: null }, { ifMatch: sent.version });

    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);
  });

  test('begins to wait again when it was put off', async () => {
    const { id, version } = await submitted();
    const { rows } = await sql<{ kind: string }>`select kind from demand_clock where demand = ${id}`.execute(owner);
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['remind-office', 'tell-leader']);

    await drafter.call(demands.withdrawDemand, { id, reason: '并入例会' }, { ifMatch: version });

    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);
  });
});

describe('an emergency', () => {
  test('is called to mind after a day, and told to the leader when its 48 hours are over', async () => {
    const { id, version } = await draft();
    await drafter.call(demands.declareEmergency, { id, grounds: '红色预警' }, { ifMatch: version });

    expect(await ringAt('2026-03-06T07:30:00Z')).toBe(1);
    expect(await ringAt('2026-03-07T07:30:00Z')).toBe(1);
    expect(await noticesOf(id)).toEqual(['remind-emergency-review → office', 'emergency-review-overdue → leader']);
  });

  test('that was reviewed in time rings no more', async () => {
    const { id, version } = await draft();
    const declared = await drafter.call(demands.declareEmergency, { id, grounds: '红色预警' }, { ifMatch: version });
    await office.call(demands.reviewEmergency, { id, upheld: true, reason: '属实' }, { ifMatch: declared.version });

    expect(await ringAt('2026-03-10T00:00:00Z')).toBe(0);
  });
});

describe('expiry', () => {
  test('comes at the end of the last day in China, once, and is told to the issuer', async () => {
    const { id } = await admitted();

    expect(await ringAt('2026-03-31T15:59:59Z')).toBe(0);
    expect(await ringAt('2026-03-31T16:00:00Z')).toBe(1);
    expect(await stateOf(id)).toBe('expired');
    expect(await noticesOf(id)).toEqual(['expire → drafter']);
    // His session of March has ended.
    const later = await signInAs('drafter', BUREAU);
    const steps = await later.call(demands.readDemandHistory, { id });
    expect(steps.filter(({ type }) => type === 'demand-expired')).toMatchObject([{ unit: null }]);
  });

  test('moves with a renewal', async () => {
    const { id, version } = await admitted();
    const started = await drafter.call(demands.startDemand, { id }, { ifMatch: version });
    const renewal = { id, expiresOn: '2026-04-30', evidence: '280 个村已答复' };
    await drafter.call(demands.renewDemand, renewal, { ifMatch: started.version });

    expect(await ringAt('2026-04-01T00:00:00Z')).toBe(0);
    expect(await ringAt('2026-05-01T00:00:00Z')).toBe(1);
  });

  test('that was missed while no program ran comes with the next one, and a clock set back rings nothing again', async () => {
    const { id } = await admitted();

    expect(await ringAt('2026-06-01T00:00:00Z')).toBe(1);
    expect(await ringAt('2026-03-31T16:00:00Z')).toBe(0);
    expect(await ringAt('2026-06-01T00:00:00Z')).toBe(0);
    expect(await noticesOf(id)).toHaveLength(1);
  });

  test('and a withdrawal in the same moment: one of them happens, and the clock rings for nothing', async () => {
    const { id, version } = await admitted();
    now = new Date('2026-04-01T00:00:00Z');
    const later = await signInAs('drafter', BUREAU);

    const [, withdrawal] = await Promise.allSettled([
      ringClocks(unattended),
      later.call(demands.withdrawDemand, { id, reason: '提前结束' }, { ifMatch: version }),
    ]);

    expect(await stateOf(id)).toBe(withdrawal.status === 'fulfilled' ? 'withdrawn' : 'expired');
  });
});

test('a clock that fails to do its work stays set and rings the next time', async () => {
  const { id } = await admitted();
  now = new Date('2026-04-01T00:00:00Z');
  await sql`alter table notice add constraint broken check (at < '2000-01-01') not valid`.execute(owner);

  await expect(ringClocks(unattended)).rejects.toThrow('broken');
  expect(await stateOf(id)).toBe('admitted');
  await sql`alter table notice drop constraint broken`.execute(owner);

  expect(told).toEqual([]);
  expect(await ringClocks(unattended)).toBe(1);
  expect(await stateOf(id)).toBe('expired');
});

test('whoever waits for what is written hears of the county, but of none where nothing rang', async () => {
  await admitted();
  now = new Date('2026-03-31T15:59:59Z');
  await ringClocks(unattended);
  expect(told).toEqual([]);

  now = new Date('2026-03-31T16:00:00Z');
  await ringClocks(unattended);
  expect(told).toEqual(['130101']);
});

describe('notices', () => {
  async function noticesFor(reader: SignedIn, demand: string): Promise<string[]> {
    const { items } = await reader.call(notices.listNotices);
    return items.filter((notice) => notice.demand === demand).map(({ kind }) => kind);
  }

  test('are read by the role and the unit they are for, and are gone when what they call to mind is done', async () => {
    const { id, version } = await submitted();
    await ringAt('2026-03-09T07:30:00Z');
    const leader = await signInAs('leader', '130101000000');
    const later = await signInAs('office', '130101000001');

    expect(await noticesFor(leader, id)).toEqual(['tell-leader']);
    expect(await noticesFor(await signInAs('bearer-clerk', VILLAGE), id)).toEqual([]);
    expect(await noticesFor(await signInAs('unit-lead', '130101000012'), id)).toEqual([]);

    await later.call(demands.refuseDemand, { id, reason: '数据已有' }, { ifMatch: version });
    expect(await noticesFor(leader, id)).toEqual([]);
  });

  test('of an end are read by the issuer’s drafters for two weeks', async () => {
    const { id } = await admitted();
    await ringAt('2026-03-31T16:00:00Z');

    expect(await noticesFor(await signInAs('drafter', BUREAU), id)).toEqual(['expire']);
    expect(await noticesFor(await signInAs('drafter', '130101000012'), id)).toEqual([]);
    now = new Date('2026-04-15T00:00:00Z');
    expect(await noticesFor(await signInAs('drafter', BUREAU), id)).toEqual([]);
  });
});
