/** Days, instants, minutes and years that cannot be meant, in every field of the contract that takes one. */
import { caps, check, demands, endpoints, inbox, type AnyEndpoint } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { newDraft, openCounty } from '../testing/county-world.ts';
import { endpointOf, requests } from '../testing/requests/all.ts';
import type { Asked } from '../testing/requests/request.ts';
import { permittedRequest, type Permitted } from '../testing/requests/permitted.ts';
import { callEndpoint, readReply, type Reply } from '../testing/requests/send.ts';
import { timedFieldsOf, type TimedField } from '../testing/timed-fields.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');

/** Never meant. */
const WRONG: Readonly<Record<TimedField['is'], readonly unknown[]>> = {
  day: [
    ...['9999-12-31', '0001-01-01', '0000-00-00', '2026-02-30', '2026-13-01', '+010000-01-01', '-000001-01-01'],
    ...['2200-01-01', '1949-09-30', '2026-3-5', '20260305', '2026-03-05T00:00:00Z', 20260305],
  ],
  instant: [
    ...['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-03-10T25:00:00Z'],
    ...['+010000-01-01T00:00:00Z', '2200-01-01T00:00:00Z', '2026-03-10', '2026-03-10T10:00:00', 'now', 1e15],
  ],
  minutes: [-1, -0.5, 0.5, -1e9, 1e10, 2 ** 53, 1e308, '60', [60]],
  year: [0, 1, -1, -2026, 1999, 2200, 9999, 2026.5, 1e9, 1e308, 'x'],
};

/** At the edge of what may be said: taken or refused, as the endpoint has it. */
const EDGES: Readonly<Record<TimedField['is'], readonly unknown[]>> = {
  day: ['1949-10-01', '2024-02-29', '2199-12-31'],
  instant: ['1949-10-01T00:00:00+14:00', '2199-12-31T23:59:59-12:00', '2026-03-10T10:00:00.123456789012Z'],
  minutes: [0, 1440, 100_000],
  year: [2000, 2199],
};

type Input = Readonly<Record<string, unknown>>;

const often = { timesPerYear: 1 };
const detailsByKind: Readonly<Record<string, unknown>> = {
  meeting: {
    ...{ kind: 'meeting', mode: 'video', startsAt: '2026-03-10T01:00:00Z', endsAt: '2026-03-10T02:00:00Z' },
    ...{ people: 1, talks: 0, levels: ['village'], venues: [], series: null, ...often },
  },
  document: {
    kind: 'document',
    genre: null,
    docNumber: null,
    parent: null,
    characters: 9,
    reports: 1,
    plans: 0,
    ...often,
  },
  form: {
    kind: 'form',
    fields: { text: 1, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
    ...{ rows: 1, signatures: 0, prints: 0, ...often },
  },
  inspection: {
    ...{ kind: 'inspection', object: '台账', sites: [], from: '2026-03-10', until: '2026-03-11', filingNo: null },
    ...{ people: 1, items: 0, ...often },
  },
  task: { kind: 'task', duty: null, reports: 0, visits: 1, photos: 0, people: 1, days: 0, ...often },
  platform: { kind: 'platform', name: '平台', installs: 1, entries: 0, checkIns: 0, people: 1, ...often },
  plaque: { kind: 'plaque', name: '牌子', directoryNo: null, plaques: 1, ...often },
  campaign: { kind: 'campaign', name: '创建', directoryNo: null, items: 1, reports: 0, plaques: 0, ...often },
};

/** The input with another value at this path. */
function withValue({ input = {} }: Asked, [first = '', ...rest]: readonly string[], put: unknown): Input {
  return { ...input, [first]: place(input[first], rest, put) };
}

function place(value: unknown, [step, ...rest]: readonly string[], put: unknown): unknown {
  if (step === undefined) return put;
  if (step === '*') return [place(Array.isArray(value) ? value[0] : undefined, rest, put)];
  if (step.startsWith('kind=')) return place(detailsByKind[step.slice('kind='.length)], rest, put);
  const fields: Record<string, unknown> = { ...(typeof value === 'object' && value) };
  return { ...fields, [step]: place(fields[step], rest, put) };
}

/** The request of each endpoint: what it is asked about makes no difference here. */
function requestNameOf(endpoint: string): string {
  const name = Object.keys(requests).find((one) => one.split(' ')[0] === endpoint);
  if (name === undefined) throw new Error(`${endpoint} has no request`);
  return name;
}

function sendTo(endpoint: AnyEndpoint, { by, ask }: Permitted, input: Input): Promise<Reply> {
  return callEndpoint(testApp.app, endpoint, { ...ask, input }, { cookie: by.cookie });
}

const swept = Object.entries(endpoints as Readonly<Record<string, AnyEndpoint>>).flatMap(([name, { input }]) =>
  input === undefined ? [] : timedFieldsOf(input).map((field) => ({ name, field, at: field.path.join('.'), ...field })),
);

let seen = 0;

/** Those since the last time. */
function defects(): string[] {
  const since = testApp.logged.slice(seen);
  seen = testApp.logged.length;
  return since.filter((line) => line.includes('"event":"defect"'));
}

test('the sweep finds the fields that the contract is known to have', () => {
  const found = swept.map(({ name, at, is }) => `${name} ${at} ${is}`);

  expect(found).toEqual(
    expect.arrayContaining([
      'draftDemand dueAt instant',
      'draftDemand details.kind=inspection.until day',
      'draftDemand details.kind=campaign.otherMinutes minutes',
      'noteTime moments.* instant',
      'checkDocument receivedAt instant',
      'grantCap year year',
      'mergeUnit on day',
    ]),
  );
  for (const sample of Object.values(detailsByKind))
    expect(demands.DemandDetails.safeParse(sample).error).toBeUndefined();
});

test.each(swept)('$name takes no $is in $at that cannot be meant', async ({ name, path, is }) => {
  const endpoint = endpointOf(name);
  const permitted = await permittedRequest(world, requestNameOf(name));
  const outcomes: string[] = [];
  for (const wrong of WRONG[is]) {
    const { status, code } = await sendTo(endpoint, permitted, withValue(permitted.ask, path, wrong));
    if (status !== 400 || code !== 'invalid-input') outcomes.push(`${JSON.stringify(wrong)} ${status} ${code}`);
  }

  expect(outcomes).toEqual([]);
});

test.each(swept)('$name takes or refuses the first and the last $is in $at', async ({ name, path, is }) => {
  for (const edge of EDGES[is]) {
    const permitted = await permittedRequest(world, requestNameOf(name));
    const { status } = await sendTo(endpointOf(name), permitted, withValue(permitted.ask, path, edge));
    expect(status).toBeLessThan(500);
  }
  expect(defects()).toEqual([]);
});

const BEGINNINGS = /^(?:from|starts|started)/u;
const ENDS = /^(?:until|ends|ended)/u;
const ORDERED: Readonly<Partial<Record<TimedField['is'], readonly [early: string, late: string]>>> = {
  day: ['2026-03-04', '2026-03-05'],
  instant: ['2026-03-04T01:00:00Z', '2026-03-04T02:00:00Z'],
};

/** What begins and ends in the same place of an input. */
const spans = swept.flatMap((begin) => {
  const isSpan = BEGINNINGS.test(begin.path.at(-1) ?? '');
  const place = begin.path.slice(0, -1).join('.');
  return swept
    .filter(({ name, is, path }) => isSpan && name === begin.name && is === begin.is && ENDS.test(path.at(-1) ?? ''))
    .filter(({ path }) => path.slice(0, -1).join('.') === place)
    .map((end) => ({ name: begin.name, place, begin, end }));
});

test('every span of the contract is among those tried', () => {
  expect(spans.map(({ name, place }) => `${name} ${place}`)).toEqual([
    ...['draftDemand details.kind=meeting', 'draftDemand details.kind=inspection'],
    ...['reviseDemand details.kind=meeting', 'reviseDemand details.kind=inspection'],
    ...['readReuse ', 'exportReuse ', 'reportMeetingHeld '],
  ]);
});

test.each(spans)('$name takes no end before the beginning in "$place"', async ({ name, begin, end }) => {
  const [early, late] = ORDERED[begin.is] ?? [];
  const permitted = await permittedRequest(world, requestNameOf(name));
  const input = withValue(permitted.ask, begin.path, late);
  const both = end.path.length === 1 ? { ...input, [end.path[0] ?? '']: early } : withBoth(input, end.path, early);

  expect(await sendTo(endpointOf(name), permitted, both)).toMatchObject({ status: 400, code: 'invalid-input' });
});

/** The end beside the beginning that has been put in: the variant is chosen already. */
function withBoth(input: Input, path: readonly string[], put: unknown): Input {
  const steps = path.filter((step) => !step.startsWith('kind='));
  return withValue({ input }, steps, put);
}

const settings = timedFieldsOf(caps.CountySettings).map((field) => ({ ...field, at: field.path.join('.') }));

test.each(settings)('the setting $at takes no $is that cannot be meant', async ({ path, is }) => {
  const permitted = await permittedRequest(world, 'changeSetting');
  const [key = '', ...rest] = path;
  const right: Input = { noMeetingRules: { weekdays: [], weeks: [], days: [], exceptions: [{ reason: '抢险' }] } };
  for (const wrong of WRONG[is]) {
    const input = { ...permitted.ask.input, key, value: place(right[key], rest, wrong) };
    const reply = await sendTo(endpointOf('changeSetting'), permitted, input);
    expect([wrong, reply.status, reply.code]).toEqual([wrong, 400, 'invalid-input']);
  }
  expect(defects()).toEqual([]);
});

const uploads = Object.entries(endpoints as Readonly<Record<string, AnyEndpoint>>).flatMap(([name, { upload }]) =>
  upload === undefined ? [] : timedFieldsOf(upload).map((field) => ({ name, at: field.path.join('.'), ...field })),
);

test.each(uploads)('a form to $name takes no $is in $at that cannot be meant', async ({ name, at, is }) => {
  const { by, ask } = await permittedRequest(world, requestNameOf(name));
  const { text, ...others } = ask.input ?? {};
  for (const wrong of WRONG[is]) {
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...others, [at]: wrong })) form.set(field, String(value));
    form.set('file', new File([String(text)], '通知.txt'));
    const init = { method: 'POST', headers: { cookie: by.cookie }, body: form };
    const reply = await readReply(await testApp.app.request(endpointOf(name).path, init));
    expect([wrong, reply.status, reply.code]).toEqual([wrong, 400, 'invalid-input']);
  }
});

describe.each([
  '请各村于9999年12月31日前报送危房名单。',
  '请各村于公元1年1月1日前报送危房名单。',
  '请各村于0001年1月1日至0000年0月0日报送危房名单。',
  '请各村于2026年2月30日25:61前报送危房名单。',
  '关于召开会议的通知\n定于2026年3月10日15:00至14:00在县会议中心召开会议，会期-30分钟。',
  '关于召开会议的通知\n定于9999年12月31日23:00召开会议，会期999999999999小时。',
  '请各村于2250年1月1日前报送危房名单。',
  '请各村于1900年1月1日前报送危房名单，2199年12月31日前反馈。',
  '关于召开会议的通知\n定于2250年3月10日15:00在县会议中心召开会议。',
  '请各村于999999999999天内报送危房名单，收到后99999999小时内反馈。',
  '请各村每人走访-12户，每天报送99999999999999999999次，用时-1分钟。',
])('the text %j', (words) => {
  test('is checked, drafted, put in place and registered without a defect, and gives no time that cannot be meant', async () => {
    const { units } = world;
    const drafter = await world.actor('drafter', units.town);
    const clerk = await world.actor('bearer-clerk', units.village);
    await testApp.call(check.checkDocument, { text: words, receivedAt: '2199-12-31T23:59:00+08:00' });
    const drafted = await drafter.call(demands.draftFromFile, { issuer: units.town, text: words });
    const plain = await drafter.call(demands.draftFromFile, { issuer: units.town, text: '请各村报送名单。' });
    await drafter.call(demands.replaceDemandText, { id: plain.id, text: words }, { ifMatch: plain.version });
    await clerk.call(inbox.registerOrder, { unit: units.village, text: words });
    const office = await world.actor('office', units.office);
    const { items } = await office.call(inbox.listOffGateDemands, { limit: 200 });

    const { title, ask, issuer, dueAt, expiresOn, planItem, details } = drafted;
    const draft = { title, ask, issuer, dueAt, expiresOn, planItem, details, bearers: [units.village] };
    expect(demands.DemandDraft.safeParse(draft).error).toBeUndefined();
    expect(inbox.OffGateDemand.array().safeParse(items).error).toBeUndefined();
    expect(defects()).toEqual([]);
  });
});

test('a demand that is due after it has expired is taken or refused, and nothing breaks over it', async () => {
  const drafter = await world.actor('drafter', world.units.town);
  const draft = { ...newDraft(world.units, world.units.town), dueAt: '2199-12-31T15:00:00Z', expiresOn: '2026-03-05' };
  const answer = await drafter.call(demands.draftDemand, draft).catch((error: unknown) => error);

  expect(answer).not.toMatchObject({ code: 'internal' });
  expect(defects()).toEqual([]);
});
