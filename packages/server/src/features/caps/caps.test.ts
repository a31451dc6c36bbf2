import { caps, demands, Refusal } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { inCounty } from '../../platform/county.ts';
import { asApp, openDb } from '../../platform/db.ts';
import { useTestApp } from '../../testing/app.ts';
import { callWith } from '../../testing/sign-in.ts';
import { datedSettings, settingsOn } from './index.ts';

const { app, db, owner, signInAs } = await useTestApp();

const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const OTHER = `${COUNTY}000012`;
const VILLAGE = `${COUNTY}101201`;

const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
await signInAs('drafter', OTHER);
const office = await signInAs('office', `${COUNTY}000001`);
const leader = await signInAs('leader', `${COUNTY}000000`);
const administrator = await signInAs('administrator', `${COUNTY}000000`);
const clerk = await signInAs('bearer-clerk', VILLAGE);
const stranger = await signInAs('office', '130102000001');

const GROUNDS = { reason: '年初核定', source: '减负办〔2026〕1号' };
const MEETINGS = { issuer: BUREAU, year: 2026, measure: 'meeting' } as const;

beforeEach(async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const table of ['county_setting', 'cap_change', 'cap', 'cap_use', 'plan_item']) {
      await sql`delete from ${sql.table(table)}`.execute(tx);
      await sql`delete from audit_entry where source = ${table}`.execute(tx);
    }
  });
});

const notice: demands.DemandDraft = {
  title: '关于春耕备耕的通知',
  ask: '报送春耕进度',
  issuer: BUREAU,
  bearers: [VILLAGE],
  dueAt: '2026-03-20T10:00:00Z',
  expiresOn: '2026-06-30',
  planItem: null,
  details: {
    ...{ kind: 'document', genre: '通知', docNumber: null, parent: null },
    ...{ characters: 800, reports: 1, plans: 0, timesPerYear: 1 },
  },
};
const DOCUMENTS = { ...MEETINGS, measure: 'document' } as const;

interface Ready {
  readonly id: string;
  readonly version: number;
}

async function submitted(changes: Partial<demands.DemandDraft> = {}): Promise<Ready> {
  const { id, version } = await drafter.call(demands.draftDemand, { ...notice, ...changes });
  return drafter.call(demands.submitDemand, { id }, { ifMatch: version });
}

function admit({ id, version }: Ready, byCase = false): Promise<demands.Demand> {
  const decider = byCase ? office : lead;
  const decision = { id, reason: byCase ? '上级紧急部署' : null, caseByCase: byCase };
  return decider.call(demands.admitDemand, decision, { ifMatch: version }) as Promise<demands.Demand>;
}

/** Comes again while the server is too busy for a hundred at once, as it tells its clients to. */
async function admitAtLast(one: Ready): Promise<demands.Demand> {
  for (;;) {
    try {
      return await admit(one);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'busy') throw error;
    }
  }
}

async function grant(amount: number, choice: Partial<caps.Cap> = {}): Promise<caps.CapHistory> {
  const key = { ...DOCUMENTS, ...choice };
  const { version } = await office.call(caps.readCap, key);
  return office.call(caps.grantCap, { ...key, amount, ...GROUNDS }, { ifMatch: version }) as Promise<caps.CapHistory>;
}

async function cap(choice: Partial<caps.Cap> = {}): Promise<caps.CapHistory> {
  return (await office.call(caps.readCap, { ...DOCUMENTS, ...choice })) as caps.CapHistory;
}

describe('a setting', () => {
  const change = { key: 'onlineMeetingMinutes', value: 60, source: '县委办〔2026〕3号', from: '2026-03-05' } as const;

  function set(by = office, changes: object = {}, ifMatch = 0): Promise<caps.SettingHistory> {
    return by.call(caps.changeSetting, { ...change, ...changes }, { ifMatch }) as Promise<caps.SettingHistory>;
  }

  test('has its default with a source until the county decides', async () => {
    const { settings } = await clerk.call(caps.listSettings, {});

    expect(settings.find(({ key }) => key === change.key)).toMatchObject({ value: 90, from: null, version: 0 });
    expect(await set()).toMatchObject({ value: 60, source: change.source, version: 1, entries: [{ by: office.name }] });
    expect(caps.SettingHistory.parse(await clerk.call(caps.readSetting, { key: change.key }))).toMatchObject({
      value: 60,
    });
  });

  test('of an earlier day still says what held on that day', async () => {
    await set();
    await set(administrator, { value: 45, from: '2026-07-01' }, 1);

    function onDay(day: string): Promise<number> {
      return inCounty(db, COUNTY, async (tx) => (await settingsOn(tx, day)).onlineMeetingMinutes);
    }
    expect([await onDay('2026-03-04'), await onDay('2026-06-30'), await onDay('2026-07-01')]).toEqual([90, 60, 45]);
    expect(await inCounty(db, '130102', async (tx) => (await settingsOn(tx, '2026-07-01')).onlineMeetingMinutes)).toBe(
      90,
    );
  });

  test('whose version was noted is found again, whatever was set since', async () => {
    await set();
    await set(office, { value: 45 }, 1);

    function noted(versions: Readonly<Record<string, number>>): Promise<caps.Setting | undefined> {
      return inCounty(db, COUNTY, async (tx) => {
        return (await datedSettings(tx, { versions })).find(({ key }) => key === change.key);
      });
    }
    expect(await noted({ onlineMeetingMinutes: 1 })).toMatchObject({ value: 60, from: '2026-03-05', version: 1 });
    expect(await noted({ onlineMeetingMinutes: 2 })).toMatchObject({ value: 45, version: 2 });
    expect(await noted({})).toMatchObject({ value: 90, from: null, version: 0 });
  });

  test.each<[string, object, string]>([
    ['a value out of range', { value: 0 }, 'invalid-input'],
    ['a negative value', { value: -60 }, 'invalid-input'],
    ['a value of another shape', { value: '60' }, 'invalid-input'],
    ['nothing where a value is needed', { value: null }, 'invalid-input'],
    ['a day that is over', { from: '2026-03-04' }, 'invalid-input'],
    ['the year 9999', { from: '9999-01-01' }, 'invalid-input'],
    ['no source', { source: ' ' }, 'invalid-input'],
    ['an unknown key', { key: 'luck' }, 'invalid-input'],
  ])('is not set to %s', async (_, changes, code) => {
    await expect(set(office, changes)).rejects.toMatchObject({ code });
  });

  test('is set by office and administrator, and on the version they have seen', async () => {
    for (const by of [drafter, lead, leader, clerk]) {
      await expect(set(by)).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await set();
    await expect(set()).rejects.toMatchObject({ code: 'stale', facts: { version: 1 } });
  });

  test('stays: no entry is changed or taken away', async () => {
    await set();
    await admit(await submitted());
    for (const table of ['county_setting', 'cap_use']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(owner)).rejects.toThrow(/only ever added/);
      await expect(sql`update ${sql.table(table)} set at = now()`.execute(owner)).rejects.toThrow(/only ever added/);
    }
  });
});

describe('an admission', () => {
  test('counts; the one past the cap is refused and told why', async () => {
    await grant(1);
    const second = await submitted();
    await admit(await submitted());

    await expect(admit(second)).rejects.toMatchObject({
      code: 'over-cap',
      facts: { errors: [{ pointer: '/kind', detail: '2026 年文件总量 1 次，已用 1 次，本事项 1 次' }] },
    });
    expect(await cap()).toMatchObject({ granted: 1, used: 1, left: 0, overCap: 0 });
  });

  test('by the office, case by case, passes the cap and is marked', async () => {
    await grant(0);
    await admit(await submitted(), true);

    expect(await cap()).toMatchObject({ granted: 0, used: 1, left: -1, overCap: 1 });
  });

  test('case by case is not for the issuer’s own lead', async () => {
    const { id, version } = await submitted();

    await expect(
      lead.call(demands.admitDemand, { id, reason: '急', caseByCase: true }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('is given back when it is withdrawn before it began, once, and not afterwards', async () => {
    await grant(5);
    const first = await admit(await submitted());
    const second = await admit(await submitted());
    const running = await drafter.call(demands.startDemand, { id: second.id }, { ifMatch: second.version });

    await drafter.call(demands.withdrawDemand, { id: first.id, reason: '重复' }, { ifMatch: first.version });
    await drafter.call(demands.withdrawDemand, { id: running.id, reason: '改期' }, { ifMatch: running.version });

    expect(await cap()).toMatchObject({ used: 1, left: 4 });
  });

  test('in an emergency always passes and is counted', async () => {
    await grant(0);
    const { id, version } = await drafter.call(demands.draftDemand, notice);
    await drafter.call(demands.declareEmergency, { id, grounds: '红色预警' }, { ifMatch: version });

    expect(await cap()).toMatchObject({ used: 1, left: -1, overCap: 1 });
  });

  test('of a hundred at once lets exactly as many pass as were granted', async () => {
    await grant(7);
    // The cap is spent after they were screened, so nothing but the lock holds them apart.
    const ready: Ready[] = [];
    for (let count = 0; count < 100; count += 1) ready.push(await submitted());

    const results = await Promise.allSettled(ready.map((one) => admitAtLast(one)));

    const codes = results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect([...new Set(codes)]).toEqual(['over-cap']);
    expect(codes).toHaveLength(93);
    expect(await cap()).toMatchObject({ used: 7, left: 0 });
  });
});

test('admissions and transfers on a pool of two connections wait and finish: none holds what another needs', async () => {
  const database = (await sql<{ name: string }>`select current_database() as name`.execute(owner)).rows[0]?.name ?? '';
  const narrowDb = openDb(asApp({ ...inject('template'), database, max: 2 }), () => undefined);
  onTestFinished(() => narrowDb.destroy());
  const narrow = await useTestApp({ db: narrowDb, owner });
  await grant(3);
  await grant(10, { issuer: OTHER });
  const ready: Ready[] = [];
  for (let count = 0; count < 24; count += 1) ready.push(await submitted());
  const transfer = { year: 2026, measure: 'document', from: OTHER, to: BUREAU, amount: 1, ...GROUNDS } as const;

  const results = await Promise.allSettled([
    ...ready.map(({ id, version }) =>
      callWith(narrow.app, { cookie: lead.cookie })(
        demands.admitDemand,
        { id, reason: null, caseByCase: false },
        { ifMatch: version },
      ),
    ),
    ...[1, 2, 3, 4, 5].map(() => callWith(narrow.app, { cookie: office.cookie })(caps.transferCap, transfer)),
  ]);

  const codes = results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
  const { granted, used } = await cap();
  expect([...new Set(codes)]).toEqual(['over-cap']);
  expect(granted).toBe(8);
  expect(used).toBeLessThanOrEqual(8);
  expect(codes).toHaveLength(24 - used);
});

describe('granting', () => {
  test('keeps every change with reason, source and person', async () => {
    await grant(12);
    const history = await grant(10);

    expect(caps.CapHistory.parse(history)).toMatchObject({
      ...{ granted: 10, version: 2 },
      changes: [
        { change: -2, by: office.name, ...GROUNDS },
        { change: 12, by: office.name, ...GROUNDS },
      ],
    });
  });

  test('stays within the total of the county', async () => {
    const value = { document: 10 };
    await office.call(
      caps.changeSetting,
      { key: 'yearlyTotals', value, source: '县委办〔2026〕3号', from: '2026-03-05' },
      { ifMatch: 0 },
    );
    await grant(6);

    await expect(grant(5, { issuer: OTHER })).rejects.toMatchObject({ code: 'over-cap' });
    await expect(grant(4, { issuer: OTHER })).resolves.toMatchObject({ granted: 4 });
    await expect(grant(5)).resolves.toMatchObject({ granted: 5 });
  });

  test.each<[string, object, string]>([
    ['a negative number', { amount: -1 }, 'invalid-input'],
    ['half a meeting', { amount: 1.5 }, 'invalid-input'],
    ['the year 9999', { year: 9999 }, 'invalid-input'],
    ['an absurd number', { amount: 1e12 }, 'invalid-input'],
    ['no reason', { reason: '' }, 'invalid-input'],
    ['a unit that does not exist', { issuer: `${COUNTY}999999` }, 'unknown-unit'],
    ['a unit of another county', { issuer: '130102000001' }, 'unknown-unit'],
  ])('of %s is refused', async (_, changes, code) => {
    const input = { ...DOCUMENTS, amount: 1, ...GROUNDS, ...changes };

    await expect(office.call(caps.grantCap, input, { ifMatch: 0 })).rejects.toMatchObject({ code });
  });

  test('is for the office; what was granted is open to the county and to nobody else', async () => {
    await grant(3);
    for (const by of [drafter, lead, leader, administrator, clerk]) {
      await expect(
        by.call(caps.grantCap, { ...DOCUMENTS, amount: 9, ...GROUNDS }, { ifMatch: 1 }),
      ).rejects.toMatchObject({
        code: 'not-allowed',
      });
    }
    expect((await clerk.call(caps.listCaps, { year: 2026 })).caps).toMatchObject([{ issuer: BUREAU, granted: 3 }]);
    expect(await stranger.call(caps.listCaps, { year: 2026 })).toEqual({ caps: [] });
  });
});

describe('a transfer', () => {
  const transfer = { year: 2026, measure: 'document', from: BUREAU, to: OTHER, amount: 2, ...GROUNDS } as const;

  test('moves what is left and keeps the sum, also when two cross', async () => {
    await grant(20);
    await grant(20, { issuer: OTHER });
    const both = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0 ? transfer : { ...transfer, from: OTHER, to: BUREAU, amount: 1 },
    );

    const results = await Promise.allSettled(both.map((one) => office.call(caps.transferCap, one)));

    expect(results.map(({ status }) => status)).toEqual(both.map(() => 'fulfilled'));
    expect([(await cap()).granted, (await cap({ issuer: OTHER })).granted]).toEqual([10, 30]);
  });

  test.each<[string, object, string]>([
    ['more than is left', { amount: 4 }, 'over-cap'],
    ['to a unit without a cap', { to: `${COUNTY}000001` }, 'wrong-state'],
    ['to itself', { to: BUREAU }, 'invalid-input'],
    ['of nothing', { amount: 0 }, 'invalid-input'],
    ['of a negative number', { amount: -2 }, 'invalid-input'],
  ])('%s is refused', async (_, changes, code) => {
    await grant(3);
    await grant(0, { issuer: OTHER });

    await expect(office.call(caps.transferCap, { ...transfer, ...changes })).rejects.toMatchObject({ code });
  });

  test('is for the office', async () => {
    await expect(lead.call(caps.transferCap, transfer)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('the yearly plan', () => {
  const TABLE = `编号,类别,名称,月份,发起单位,次数,用时（分钟）\nGW-01,文件,春耕通知,3,${BUREAU},1,\nGW-02,文件,秋收通知,9,${BUREAU},2,60`;

  function send(text: string, dryRun = false): Promise<caps.PlanImport> {
    return office.call(caps.importPlan, { year: 2026, text, dryRun }) as Promise<caps.PlanImport>;
  }

  test('is tried, imported, exported and imported again', async () => {
    const counts = { created: 2, updated: 0, ignored: 0, conflicts: [] };
    expect(await send(TABLE, true)).toEqual({ applied: false, ...counts });
    expect(await send(TABLE)).toEqual({ applied: true, ...counts });

    const unchanged = { applied: true, created: 0, updated: 0, ignored: 2, conflicts: [] };
    expect(await send(await clerk.call(caps.exportPlan, { year: 2026 }))).toEqual(unchanged);
    const workbook = await clerk.call(caps.exportPlanWorkbook, { year: 2026 });
    const file = new File([new Uint8Array(workbook)], '计划.xlsx');
    expect(await office.call(caps.importPlan, { year: 2026, file, dryRun: false })).toEqual(unchanged);
    const { items } = await clerk.call(caps.listPlanItems, { year: 2026 });
    expect(items).toMatchObject([
      { number: 'GW-01', count: 1, used: 0 },
      { number: 'GW-02', minutes: 60 },
    ]);
  });

  test('with one conflict writes nothing', async () => {
    expect(await send(`${TABLE}\n=1+1,文件,公式,1,${BUREAU},1,`)).toMatchObject({
      applied: false,
      conflicts: [{ line: 4 }],
    });
    expect((await office.call(caps.listPlanItems, { year: 2026 })).items).toEqual([]);
  });

  test('lets an item be used as often as planned', async () => {
    await send(TABLE);
    await admit(await submitted({ planItem: 'GW-01' }));

    await expect(admit(await submitted({ planItem: 'GW-01' }), true)).resolves.toMatchObject({ state: 'admitted' });
    expect((await office.call(caps.listPlanItems, { year: 2026 })).items).toMatchObject([{ used: 2 }, { used: 0 }]);
    expect(await cap()).toMatchObject({ used: 2, overCap: 1 });
  });

  test('is imported by the office only', async () => {
    await expect(drafter.call(caps.importPlan, { year: 2026, text: TABLE, dryRun: true })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(office.call(caps.importPlan, { year: 9999, text: TABLE, dryRun: true })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

test('a forecast names its formula, and a year to come has none', async () => {
  await admit(await submitted());

  const { forecasts } = await clerk.call(caps.forecastCaps, { issuer: BUREAU, year: 2026 });
  expect(forecasts.map(({ measure }) => measure)).toEqual(['document', 'minutes']);
  expect(forecasts[0]).toMatchObject({ used: 1, likely: 6 });
  expect(forecasts[0]?.explanation).toContain('负二项');
  await expect(clerk.call(caps.forecastCaps, { issuer: BUREAU, year: 2027 })).rejects.toMatchObject({
    code: 'wrong-state',
  });
});

test('a bearer’s month holds what was admitted for it, against the ceiling of its nature', async () => {
  const value = { village: 10 };
  const ceiling = { key: 'ceilingHours', value, source: '县委办〔2026〕3号', from: '2026-03-05' } as const;
  await office.call(caps.changeSetting, ceiling, { ifMatch: 0 });
  const before = await clerk.call(caps.readBearerLoad, { bearer: VILLAGE });
  const demand = await admit(await submitted());

  const after = await clerk.call(caps.readBearerLoad, { bearer: VILLAGE });

  const minutes = Math.round(demand.totalMinutes?.likely ?? 0);
  expect(after).toMatchObject({
    month: '2026-03',
    minutes: before.minutes + minutes,
    ceiling: 600,
    left: 600 - after.minutes,
  });
  expect(after.demands.map(({ id }) => id)).toContain(demand.id);
  await expect(clerk.call(caps.readBearerLoad, { bearer: `${COUNTY}999999` })).rejects.toMatchObject({
    code: 'unknown-unit',
  });
});

test('without an account nothing is shown', async () => {
  expect((await app.request('/api/v1/caps?year=2026')).status).toBe(401);
});
