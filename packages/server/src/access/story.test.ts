/** One demand's life, told by a client that knows nothing but the OpenAPI document of a served program. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApiDocument, Role } from '@qingzhuang/contract';
import createClient, { type Client } from 'openapi-fetch';
import { afterAll, expect, test } from 'vitest';
import { exportLog, sequenceLog, verifyLogFile } from '../features/audit/index.ts';
import { useTestApp } from '../testing/app.ts';
import { describeApiTypes } from '../testing/api-types.ts';
import { createDirectory, removeDirectory } from '../testing/data-directory.ts';
import { useServer } from '../testing/served-app.ts';
import type { components, paths } from './api.gen.ts';

type Api = Client<paths>;
type Problem = components['schemas']['Problem'];

const COUNTY = '130101';
const [BUREAU, OFFICE] = [`${COUNTY}000011`, `${COUNTY}000001`];
const [VILLAGE, OTHER_VILLAGE] = [`${COUNTY}101201`, `${COUNTY}101202`];

let today = '2026-03-05';
const clock = { now: () => new Date(`${today}T02:00:00Z`), today: () => today };
const { app, db, owner, keys, signInAs } = await useTestApp({ clock });
const baseUrl = await useServer(app);
const folder = await createDirectory();
afterAll(() => removeDirectory(folder));

const anyone: Api = createClient<paths>({ baseUrl });

/** What came back; throws what was refused. */
async function got<Reply>(answer: Promise<{ data?: Reply; error?: Problem; response: Response }>): Promise<Reply> {
  const { data, error, response } = await answer;
  if (data === undefined) throw new Error(`${response.url} ${response.status} ${JSON.stringify(error)}`);
  return data;
}

/** A program that acts for somebody with this post, by a token that he has made in his session. */
async function programOf(role: Role, unit: string): Promise<Api> {
  const { cookie } = await signInAs(role, unit);
  const session = createClient<paths>({ baseUrl, headers: { cookie } });
  const { posts } = await got(session.GET('/api/v1/me'));
  const body = { name: '办公系统', days: 366, posts: posts.map(({ id }) => id) };
  const { token } = await got(session.POST('/api/v1/me/tokens', { body }));
  return createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } });
}

function seen(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

const clerk = await programOf('bearer-clerk', VILLAGE);
const otherClerk = await programOf('bearer-clerk', OTHER_VILLAGE);
const drafter = await programOf('drafter', BUREAU);
const office = await programOf('office', OFFICE);
const leader = await programOf('leader', `${COUNTY}000000`);

const NOTICE = [
  '清河县农业农村局关于核实汛期危房的通知',
  '各村民委员会：',
  '请各村于2026年3月20日前核对本村危房信息，报送危房名单。',
  '清河县农业农村局',
  '2026年3月5日',
].join('\n');

test('the types of the story are those that the served document gives', async () => {
  const document = (await (await fetch(`${baseUrl}api/v1/openapi.json`)).json()) as ApiDocument;
  const written = await readFile(path.join(import.meta.dirname, 'api.gen.ts'), 'utf8');

  expect(written.endsWith(await describeApiTypes(document))).toBe(true);
});

test('a demand is drafted from a file, admitted by somebody else, answered, returned, and proved by the log', async () => {
  await got(
    office.PUT('/api/v1/caps/{issuer}/{year}/{measure}', {
      params: { path: { issuer: BUREAU, year: 2026, measure: 'form' }, header: seen(0) },
      body: { amount: 3, reason: '年初核定', source: '减负办〔2026〕1号' },
    }),
  );

  // The drafter hands in the notice and reads what it would put on the villages.
  const drafted = await got(
    drafter.POST('/api/v1/demands/from-file', {
      body: { issuer: BUREAU, file: new File([NOTICE], '通知.txt') },
      bodySerializer: ({ file, issuer }: { file?: Blob; issuer: string }) => {
        const form = new FormData();
        form.set('issuer', issuer);
        if (file !== undefined) form.set('file', file);
        return form;
      },
    }),
  );
  const { id } = drafted;
  expect(drafted).toMatchObject({ state: 'screened', title: '清河县农业农村局关于核实汛期危房的通知' });
  expect(drafted.screening?.findings.every(({ ruleId }) => ruleId.length > 0)).toBe(true);
  expect(drafted.screening?.totalMinutes.likely).toBeGreaterThan(0);
  const { caps } = await got(drafter.GET('/api/v1/caps', { params: { query: { year: 2026, issuer: BUREAU } } }));
  expect(caps).toContainEqual(expect.objectContaining({ measure: 'form', granted: 3, left: 3 }));

  const revised = await got(
    drafter.PUT('/api/v1/demands/{id}/draft', {
      params: { path: { id }, header: seen(drafted.version) },
      body: {
        title: '关于核实汛期危房的通知',
        ask: '核对 12 户危房信息',
        issuer: BUREAU,
        bearers: [VILLAGE, OTHER_VILLAGE],
        dueAt: '2026-03-20T10:00:00Z',
        expiresOn: '2026-03-25',
        planItem: null,
        details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
      },
    }),
  );
  expect(revised.bearers.map(({ unit }) => unit)).toEqual([VILLAGE, OTHER_VILLAGE]);
  const submitted = await got(
    drafter.POST('/api/v1/demands/{id}/submit', {
      params: { path: { id }, header: seen(revised.version) },
      body: {},
    }),
  );

  // Whoever drafted it does not admit it; the office does.
  const decision = {
    params: { path: { id }, header: seen(submitted.version) },
    body: { reason: '汛期必需', caseByCase: true },
  };
  const own = await drafter.POST('/api/v1/demands/{id}/admit', decision);
  expect(own.error).toMatchObject({ code: 'not-allowed', status: 403 });
  const admitted = await got(office.POST('/api/v1/demands/{id}/admit', decision));
  await got(
    drafter.POST('/api/v1/demands/{id}/start', { params: { path: { id }, header: seen(admitted.version) }, body: {} }),
  );
  const code = admitted.code ?? '';
  expect(await got(anyone.GET('/api/v1/codes/{code}', { params: { path: { code } } }))).toMatchObject({
    status: 'admitted',
    demand: { code, issuer: BUREAU, bearerCount: 2 },
  });

  // One village finds it in its list and answers.
  const inbox = await got(clerk.GET('/api/v1/inbox', { params: { query: { unit: VILLAGE } } }));
  expect([...inbox.thisWeek, ...inbox.later].map(({ demand }) => demand)).toEqual([id]);
  const answered = await got(
    clerk.POST('/api/v1/inbox/{unit}/{demand}/answer', {
      params: { path: { unit: VILLAGE, demand: id } },
      body: { event: randomUUID(), text: '共 12 户，已核对' },
    }),
  );
  expect(answered.state).toBe('answered');

  // A message in a chat is counted without asking the clerk anything else.
  const text = '请各村明天上午把旱厕改造照片发到群里。县住建局';
  const order = await got(clerk.POST('/api/v1/off-gate', { body: { unit: VILLAGE, text } }));
  expect(order.outcome).toBe('issuer-unknown');

  // The code has run out before the other village came to it.
  today = '2026-03-26';
  const returning = { params: { path: { unit: OTHER_VILLAGE, demand: id } }, body: { event: randomUUID() } };
  const returned = await got(otherClerk.POST('/api/v1/inbox/{unit}/{demand}/return', returning));
  expect(returned).toMatchObject({ state: 'returned', reasons: [{ code: 'expired', confidence: 'record' }] });
  const { items } = await got(drafter.GET('/api/v1/demands/{id}/bearers', { params: { path: { id } } }));
  expect(items.map(({ unit, state }) => [unit, state])).toEqual([
    [VILLAGE, 'answered'],
    [OTHER_VILLAGE, 'returned'],
  ]);

  const overview = await got(leader.GET('/api/v1/overview'));
  expect(overview.kinds).toEqual([expect.objectContaining({ kind: 'task', demands: 1 })]);
  expect(overview.offGate).toEqual([expect.objectContaining({ issuer: null, demands: 1 })]);
});

test('the log of the story, exported without personal values, verifies by the published keys alone', async () => {
  await sequenceLog({ db, clock, keys }, COUNTY);
  const file = path.join(folder, 'log.txt');
  const entries = await exportLog({ db: owner, keys, county: COUNTY }, file, { personal: false });
  const published = await got(anyone.GET('/api/v1/keys', { params: { query: { county: COUNTY } } }));

  expect(entries).toBeGreaterThan(10);
  expect(await verifyLogFile(file, published)).toMatchObject({ size: entries, faults: [], areKeysGiven: true });
});
