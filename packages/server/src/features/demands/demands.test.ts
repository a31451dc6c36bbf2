import { createClient, demands, type Call, type Role } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import type { SignedIn } from '../../testing/sign-in.ts';

const { app, signInAs, owner } = await useTestApp();

const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const OTHER_BUREAU = `${COUNTY}000012`;
const OFFICE = `${COUNTY}000001`;
const GOVERNMENT = `${COUNTY}000000`;
const TOWN = `${COUNTY}101000`;
const VILLAGE = `${COUNTY}101201`;

const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const office = await signInAs('office', OFFICE);
const leader = await signInAs('leader', GOVERNMENT);
const clerk = await signInAs('bearer-clerk', VILLAGE);
const townClerk = await signInAs('bearer-clerk', TOWN);
const otherDrafter = await signInAs('drafter', OTHER_BUREAU);
const supervisor = await signInAs('supervisor', GOVERNMENT);
const stranger = await signInAs('office', '130102000001');

const task: demands.DemandDraft = {
  title: '关于核实汛期危房的通知',
  ask: '核对 12 户危房信息',
  issuer: BUREAU,
  bearers: [VILLAGE, TOWN],
  dueAt: '2026-03-20T10:00:00Z',
  expiresOn: '2026-06-30',
  planItem: null,
  details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
};

function draft(by: SignedIn = drafter, changes: Partial<demands.DemandDraft> = {}): Promise<demands.Demand> {
  return by.call(demands.draftDemand, { ...task, ...changes }) as Promise<demands.Demand>;
}

async function submitted(changes: Partial<demands.DemandDraft> = {}): Promise<demands.Demand> {
  const { id, version } = await draft(drafter, changes);
  return (await drafter.call(demands.submitDemand, { id }, { ifMatch: version })) as demands.Demand;
}

async function running(): Promise<demands.Demand> {
  const { id, version } = await submitted();
  const admitted = await lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: version });
  return (await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version })) as demands.Demand;
}

describe('a draft', () => {
  test('is screened at once and counted in minutes for one bearer and for all', async () => {
    const demand = await draft();

    expect(demand).toMatchObject({ state: 'screened', version: 2, bearerCount: 2, code: null, submitted: false });
    expect(demand.screening?.perBearerMinutes).toEqual({ low: 120, likely: 240, high: 540 });
    expect(demand.totalMinutes).toEqual({ low: 240, likely: 480, high: 1080 });
    expect(demands.Demand.parse(demand)).toEqual(demand);
  });

  test('is screened again when it is corrected, and no longer counts as submitted', async () => {
    const { id, version } = await draft();
    const details: demands.DemandDetails = { ...task.details, kind: 'task', visits: 6 } as never;

    const revised = await drafter.call(
      demands.reviseDemand,
      { ...task, id, details, bearers: [VILLAGE] },
      { ifMatch: version },
    );

    expect(revised).toMatchObject({ state: 'screened', bearerCount: 1, submitted: false });
    expect(revised.totalMinutes?.likely).toBe(120);
    expect(revised.bearers.map(({ unit }) => unit)).toEqual([VILLAGE]);
  });

  test.each<[string, unknown]>([
    ['an unknown field', { ...task, urgent: true }],
    ['no bearer', { ...task, bearers: [] }],
    ['a bearer twice', { ...task, bearers: [VILLAGE, VILLAGE] }],
    ['a malformed unit', { ...task, issuer: '1301' }],
    ['a day that does not exist', { ...task, expiresOn: '2026-02-30' }],
    ['the year 9999', { ...task, expiresOn: '9999-01-01' }],
    ['an hour without zone', { ...task, dueAt: '2026-03-20T10:00:00' }],
    ['a control character in the title', { ...task, title: '通知\u0007' }],
    ['a title that turns its reading round', { ...task, title: '通知\u202e知通' }],
    ['a negative count', { ...task, details: { ...task.details, visits: -1 } }],
    [
      'an end before its start',
      {
        ...task,
        details: {
          kind: 'meeting',
          mode: 'video',
          startsAt: '2026-03-10T10:00:00+08:00',
          endsAt: '2026-03-10T09:00:00+08:00',
          people: 1,
          talks: 0,
          levels: ['village'],
          venues: [],
          series: null,
          timesPerYear: 1,
        },
      },
    ],
  ])('with %s is refused and nothing is kept', async (_, body) => {
    const before = await sql<{ n: number }>`select count(*) as n from demand_event`.execute(owner);
    const response = await app.request('/api/v1/demands', {
      method: 'POST',
      headers: { cookie: drafter.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-input' });
    const after = await sql<{ n: number }>`select count(*) as n from demand_event`.execute(owner);
    expect(after.rows).toEqual(before.rows);
  });

  test('for a unit that does not exist is refused', async () => {
    await expect(draft(drafter, { bearers: [`${COUNTY}999999`] })).rejects.toMatchObject({ code: 'unknown-unit' });
    await expect(draft(drafter, { bearers: ['130102101000'] })).rejects.toMatchObject({ code: 'unknown-unit' });
  });

  test('for a unit that the drafter does not act for is refused', async () => {
    await expect(draft(drafter, { issuer: OTHER_BUREAU })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('keeps a title with markup as the words they are', async () => {
    const title = '<script>alert(1)</script> 通知';

    expect(await draft(drafter, { title })).toMatchObject({ title });
  });
});

describe('before the gate', () => {
  test.each<[string, SignedIn, boolean]>([
    ['its drafter', drafter, true],
    ['the lead of its unit', lead, true],
    ['the office', office, true],
    ['a leader', leader, true],
    ['a supervisor', supervisor, true],
    ['another department', otherDrafter, false],
    ['a bearer', clerk, false],
    ['another county', stranger, false],
  ])('%s sees a draft: %o', async (_, { call }, sees) => {
    const { id } = await draft();

    const listed = await call(demands.listDemands, { limit: 200 });
    const reading = call(demands.readDemand, { id });

    if (sees) await expect(reading).resolves.toMatchObject({ id });
    else await expect(reading).rejects.toMatchObject({ code: 'no-such-record' });
    expect(listed.items.some((item) => item.id === id)).toBe(sees);
  });
});

describe('admission', () => {
  test('by the lead of the issuer gives a code that says county and year', async () => {
    const { id, version } = await submitted();

    const admitted = await lead.call(
      demands.admitDemand,
      { id, reason: null, caseByCase: false },
      { ifMatch: version },
    );

    expect(admitted.state).toBe('admitted');
    expect(admitted.code).toMatch(/^[A-Z]{2}26-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  });

  test('of what was not submitted is refused', async () => {
    const { id, version } = await draft();

    await expect(
      lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  test('of what others have changed meanwhile is refused with the version that holds', async () => {
    const { id, version } = await submitted();
    await office.call(demands.refuseDemand, { id, reason: '与上月同题' }, { ifMatch: version });

    await expect(
      lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'stale', facts: { version: version + 1 } });
  });

  test.each<[string, Role, string, string]>([
    ['a drafter', 'drafter', BUREAU, 'not-allowed'],
    ['the lead of another unit', 'unit-lead', OTHER_BUREAU, 'not-allowed'],
    ['a bearer', 'bearer-clerk', VILLAGE, 'not-allowed'],
    ['a supervisor', 'supervisor', GOVERNMENT, 'not-allowed'],
    ['an administrator', 'administrator', GOVERNMENT, 'not-allowed'],
    ['the office of another county', 'office', '130102000001', 'no-such-record'],
  ])('by %s is refused', async (_, role, unit, code) => {
    const { id, version } = await submitted();
    const other = await signInAs(role, unit);

    const refused = other.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: version });

    // Whoever may not even see it is not told that it exists.
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(`${code}|no-such-record`) as string });
  });

  test('of one’s own draft is refused, even with the post for it', async () => {
    const { id, version } = await draft(lead);
    const own = await lead.call(demands.submitDemand, { id }, { ifMatch: version });

    await expect(
      lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: own.version }),
    ).rejects.toMatchObject({ code: 'four-eyes' });
    expect(own.actions).not.toContain('admit');
  });

  test('of the office’s own demand is left to a leader', async () => {
    const { id, version } = await draft(office, { issuer: OFFICE });
    const own = await office.call(demands.submitDemand, { id }, { ifMatch: version });
    const colleague = await signInAs('office', OFFICE);
    const admission = { id, reason: '年度安排', caseByCase: true };

    expect(own.state).toBe('coordinating');
    await expect(colleague.call(demands.admitDemand, admission, { ifMatch: own.version })).rejects.toMatchObject({
      code: 'four-eyes',
    });
    await expect(leader.call(demands.admitDemand, admission, { ifMatch: own.version })).resolves.toMatchObject({
      state: 'admitted',
    });
  });

  test('two deciders at once: one decides, the other is told', async () => {
    const { id, version } = await submitted();
    const results = await Promise.allSettled([
      lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: version }),
      office.call(demands.refuseDemand, { id, reason: '并会' }, { ifMatch: version }),
    ]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('after the gate', () => {
  test('the register is open to the whole county and closed to others', async () => {
    const { id } = await running();

    for (const { call } of [clerk, townClerk, otherDrafter]) {
      await expect(call(demands.readDemand, { id })).resolves.toMatchObject({ id, state: 'running' });
    }
    await expect(stranger.call(demands.readDemand, { id })).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('a list can be narrowed to what one bearer carries', async () => {
    const { id } = await running();

    const village = await clerk.call(demands.listDemands, { bearer: VILLAGE, state: 'running', limit: 200 });
    const other = await clerk.call(demands.listDemands, { bearer: GOVERNMENT, limit: 200 });

    expect(village.items.map((item) => item.id)).toContain(id);
    expect(other.items).toEqual([]);
  });

  test('a leader stops a demand with a reason, and it can go on later', async () => {
    const { id, version } = await running();

    const stopped = await leader.call(demands.suspendDemand, { id, reason: '防汛期间缓办' }, { ifMatch: version });
    const resumed = await leader.call(demands.resumeDemand, { id, reason: '汛期结束' }, { ifMatch: stopped.version });

    expect([stopped.state, resumed.state]).toEqual(['suspended', 'running']);
  });

  test('its history tells every step with unit and reason, and no person', async () => {
    const { id, version } = await running();
    await leader.call(demands.suspendDemand, { id, reason: '防汛期间缓办' }, { ifMatch: version });

    const steps = await clerk.call(demands.readDemandHistory, { id });

    expect(steps.map(({ type }) => type)).toEqual([
      'demand-drafted',
      'demand-screened',
      'demand-submitted',
      'demand-admitted',
      'demand-started',
      'demand-suspended',
    ]);
    expect(steps.at(-1)).toMatchObject({ unit: GOVERNMENT, reason: '防汛期间缓办' });
    expect(JSON.stringify(steps)).not.toContain(leader.person);
  });

  test('renewal needs evidence of use and a later day', async () => {
    const { id, version } = await running();
    const renewal = { id, evidence: '本月 280 个村已答复' };

    await expect(
      drafter.call(demands.renewDemand, { ...renewal, expiresOn: '2026-03-05' }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(
      drafter.call(demands.renewDemand, { ...renewal, expiresOn: '2026-12-31' }, { ifMatch: version }),
    ).resolves.toMatchObject({ expiresOn: '2026-12-31', state: 'running' });
  });
});

describe('an emergency', () => {
  test('runs at once with a code, is marked, and is reviewed by somebody else', async () => {
    const { id, version } = await draft();

    const declared = await drafter.call(demands.declareEmergency, { id, grounds: '红色预警' }, { ifMatch: version });
    expect(declared).toMatchObject({ state: 'running', emergency: true });
    expect(declared.code).not.toBeNull();

    const review = { id, upheld: false, reason: '并非应急' };
    await expect(drafter.call(demands.reviewEmergency, review, { ifMatch: declared.version })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(office.call(demands.reviewEmergency, review, { ifMatch: declared.version })).resolves.toMatchObject({
      state: 'withdrawn',
      emergency: true,
    });
  });
});

describe('merging', () => {
  test('names the demand it goes into, which must be alive and another', async () => {
    const target = await running();
    const { id, version } = await submitted();
    function merge(into: string): Promise<unknown> {
      return office.call(demands.mergeDemand, { id, into, reason: '同题' }, { ifMatch: version });
    }

    await expect(merge(id)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(merge('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(merge(target.id)).resolves.toMatchObject({ state: 'merged', mergedInto: target.id });
  });
});

test('what has happened cannot be changed, not even by the owner of the tables', async () => {
  await draft();

  for (const change of ['update demand_event set at = now()', 'delete from demand_event', 'truncate demand_event']) {
    await expect(sql.raw(change).execute(owner)).rejects.toThrow(/only ever added/);
  }
});

test('without an account nothing is shown', async () => {
  const call: Call = createClient((url, init) => app.request(url, init));

  await expect(call(demands.listDemands, {})).rejects.toMatchObject({ code: 'not-signed-in' });
});

describe('a document that is dropped', () => {
  const NOTICE = [
    '清河县农业农村局关于召开春耕生产视频会议的通知',
    '各乡镇人民政府、街道办事处：',
    '定于2026年3月10日上午9:00至11:00召开全县春耕生产视频会议，会议开到村。请各村3月6日下班前将参会人员名单报送县农业农村局，会后上传现场照片。',
    '清河县农业农村局',
    '2026年3月5日',
  ].join('\n');

  test('becomes a screened draft with title, times and bearers, and names what it does not say', async () => {
    const drafted = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text: NOTICE });

    expect(drafted).toMatchObject({
      state: 'screened',
      kind: 'meeting',
      title: '清河县农业农村局关于召开春耕生产视频会议的通知',
      details: {
        kind: 'meeting',
        mode: 'video',
        startsAt: '2026-03-10T01:00:00.000Z',
        endsAt: '2026-03-10T03:00:00.000Z',
      },
    });
    expect(drafted.bearers.map(({ unit }) => unit)).toEqual([TOWN]);
    expect(drafted.screening?.findings.map(({ ruleId }) => ruleId)).toContain('meeting/too-long');
    expect(drafted.toConfirm).toContain('/details/people');
    expect(drafted.toConfirm).not.toContain('/title');
  });

  test('keeps its findings and its hours when the fields are corrected: nobody revises his way round the gate', async () => {
    const drafted = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text: NOTICE });
    const { title, ask, issuer, dueAt, expiresOn, planItem } = drafted;
    const details = { kind: 'plaque' as const, name: '会议', directoryNo: null, plaques: 1, timesPerYear: 1 };
    const bearers = drafted.bearers.map(({ unit }) => unit);

    const revised = await drafter.call(
      demands.reviseDemand,
      { id: drafted.id, title, ask, issuer, bearers, dueAt, expiresOn, planItem, details },
      { ifMatch: drafted.version },
    );

    expect(revised.screening?.findings).toEqual(drafted.screening?.findings);
    expect(revised.screening?.perBearerMinutes.likely).toBeGreaterThan(60);
  });

  test('without a date has its days read from today', async () => {
    const text = '关于召开冬修水利会的通知\n各乡镇：\n定于4月10日9时至12时召开冬修水利会。会后每日报送进度。';
    const { details } = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text });

    const time = { startsAt: '2026-04-10T01:00:00.000Z', endsAt: '2026-04-10T04:00:00.000Z' };
    expect(details).toMatchObject({ kind: 'meeting', ...time, timesPerYear: 1 });
  });

  test('is kept as it came, for those who may see the demand', async () => {
    const file = new File([NOTICE], 'C:\\我的文档\\通知.txt');
    const drafted = await drafter.call(demands.draftFromFile, { issuer: BUREAU, file });
    const [stored] = drafted.files;

    expect(stored).toMatchObject({ name: '通知.txt', bytes: new TextEncoder().encode(NOTICE).length });
    const which = { id: drafted.id, sha256: stored?.sha256 ?? '' };
    expect(new TextDecoder().decode(await office.call(demands.readDemandFile, which))).toBe(NOTICE);
    await expect(clerk.call(demands.readDemandFile, which)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(office.call(demands.readDemandFile, { ...which, sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });

  test.each<[string, BlobPart, string]>([
    ['空文件.txt', '', 'empty'],
    ['损坏.docx', 'PK\u0003\u0004 and nothing more', 'damaged'],
    ['程序.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'unsupported'],
  ])('as %s is refused and drafts nothing', async (name, content, code) => {
    const before = await office.call(demands.listDemands, { issuer: BUREAU, limit: 200 });

    await expect(
      drafter.call(demands.draftFromFile, { issuer: BUREAU, file: new File([content], name) }),
    ).rejects.toMatchObject({ code });
    expect(await office.call(demands.listDemands, { issuer: BUREAU, limit: 200 })).toEqual(before);
  });

  test('for a unit that the drafter does not act for is refused', async () => {
    await expect(drafter.call(demands.draftFromFile, { issuer: OTHER_BUREAU, text: NOTICE })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
