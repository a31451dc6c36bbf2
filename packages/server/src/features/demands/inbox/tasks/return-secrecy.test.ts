/** Whoever returned a demand stays unknown to its issuer: every endpoint that issuers may call is asked. */
import { randomUUID } from 'node:crypto';
import { endpoints, inbox, stepsOf, type AnyEndpoint } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCounty } from '../../../../platform/county.ts';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate } from '../../../../testing/demands.ts';
import type { SignedIn } from '../../../../testing/sign-in.ts';

const { app, db, signInAs, owner } = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { drafter, office, village, bureau } = gate;
const clerk = await signInAs('bearer-clerk', village);
const lead = await signInAs('unit-lead', bureau);
const ownOffice = await signInAs('office', bureau);
const supervisor = await signInAs('supervisor', `${COUNTY}000000`);

const demand = await gate.run();
await sql`update demand set expires_on = '2026-03-04' where id = ${demand.id}`.execute(owner);
const event = randomUUID();
await clerk.call(inbox.openTask, { unit: village, demand: demand.id, event: randomUUID() });
await clerk.call(inbox.returnTask, { unit: village, demand: demand.id, event });
await clerk.call(inbox.registerOrder, { unit: village, text: '请各村明天上午把旱厕改造照片发到群里。县住建局' });
await drafter.call(inbox.listBearerStatuses, { id: demand.id });

const ISSUERS: readonly (readonly [string, SignedIn])[] = [
  ['drafter', drafter],
  ['unit-lead', lead],
  ['office', ownOffice],
];

/** What fills the steps and the queries of every address. */
const VALUES: Readonly<Record<string, string>> = {
  id: demand.id,
  demand: demand.id,
  unit: village,
  code: village,
  of: village,
  issuer: bureau,
  bearer: village,
  step: '1',
  from: '0',
  to: '1',
  limit: '200',
};

const reads = Object.entries<AnyEndpoint>(endpoints).filter(
  ([, { method, access }]) =>
    method === 'GET' &&
    (typeof access === 'string' || access.some((role) => ISSUERS.some(([issuer]) => issuer === role))),
);

function addressesOf({ path }: AnyEndpoint): string[] {
  const filled = stepsOf(path).reduce((one, step) => one.replace(`:${step}`, VALUES[step] ?? randomUUID()), path);
  const query = new URLSearchParams(Object.entries(VALUES).filter(([name]) => !stepsOf(path).includes(name)));
  const unit = new URLSearchParams({ unit: village });
  // One of the three is what the endpoint takes.
  return [filled, `${filled}?${unit}`, `${filled}?${query}`];
}

test.each(ISSUERS)('no reply to a %s of the issuer names the person', async (_, { cookie }) => {
  const answered: string[] = [];
  for (const [name, endpoint] of reads) {
    for (const address of addressesOf(endpoint)) {
      const response = await app.request(address, { headers: { cookie } });
      const text = await response.text();
      if (response.ok) answered.push(name);
      expect(`${name} ${text}`).not.toContain(clerk.person);
      expect(`${name} ${text}`).not.toContain(clerk.name);
      expect(`${name} ${text}`).not.toContain(event);
    }
  }

  expect(answered).toEqual(expect.arrayContaining(['readDemand', 'readDemandHistory', 'listBearerStatuses']));
});

test('neither does what an issuer does about the return', async () => {
  const reply = await drafter.call(inbox.answerReturn, { id: demand.id, unit: village, note: '请办理' });
  await clerk.call(inbox.returnTask, { unit: village, demand: demand.id, event: randomUUID() });

  expect(JSON.stringify(reply)).not.toContain(clerk.person);
  expect(reply).toMatchObject({ unit: village, state: 'waiting' });
});

test('the issuer sees which unit returned it, on which day and why', async () => {
  const { items } = await drafter.call(inbox.listBearerStatuses, { id: demand.id });

  expect(items.find(({ unit }) => unit === village)).toMatchObject({
    state: 'returned',
    returnedOn: '2026-03-05',
    reasons: [{ code: 'expired', says: '有效期至3月4日（周三），已经到期。' }],
  });
});

test.each<[string, SignedIn]>([
  ['the office', office],
  ['a supervisor', supervisor],
])('%s may see who it was', async (_, { call }) => {
  const { items } = await call(inbox.listReturnPersons, { id: demand.id });

  expect(items).toContainEqual(expect.objectContaining({ unit: village, person: clerk.person, name: clerk.name }));
});

test.each<[string, SignedIn]>([
  ['a drafter', drafter],
  ['the lead of the issuer', lead],
  ['an office that belongs to the issuer', ownOffice],
  ['the bearer', clerk],
])('%s may not', async (_, { call }) => {
  await expect(call(inbox.listReturnPersons, { id: demand.id })).rejects.toMatchObject({ code: 'not-allowed' });
});

test('a query that was not opened for it finds nobody', async () => {
  const rows = await inCounty(db, COUNTY, (tx) => tx.selectFrom('bearerPerson').selectAll().execute());

  expect(rows).toEqual([]);
});
