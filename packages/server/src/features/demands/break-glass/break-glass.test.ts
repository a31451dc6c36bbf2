import { randomUUID } from 'node:crypto';
import { breakGlass, demands, inbox, notices } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openGate } from '../../../testing/demands.ts';
import type { SignedIn } from '../../../testing/sign-in.ts';
import { sequenceLog, verifyStoredLog } from '../../audit/index.ts';

let now = new Date('2026-03-05T02:00:00Z');
const clock = { now: () => now, today: () => '2026-03-05' };
const { db, owner, keys, signInAs } = await useTestApp({ clock });
const COUNTY = '130101';
const ROOT = `${COUNTY}000000`;
const gate = await openGate(signInAs, COUNTY);
const { office, village } = gate;
const administrator = await signInAs('administrator', ROOT);
const watchers = {
  leader: await signInAs('leader', ROOT),
  supervisor: await signInAs('supervisor', ROOT),
  office: await signInAs('office', `${COUNTY}000001`),
  auditor: await signInAs('auditor', ROOT),
};
const lead = await signInAs('unit-lead', gate.bureau);
const clerk = await signInAs('bearer-clerk', village);
const stranger = await signInAs('supervisor', '130102000000');

beforeEach(() => {
  now = new Date('2026-03-05T02:00:00Z');
});

const REASON = '分管同志均在防汛一线，无法联系';

/** A demand of the office itself, drafted and submitted by the same person who would have to decide. */
async function ownDemand(): Promise<demands.Demand> {
  const { id, version } = (await office.call(demands.draftDemand, {
    title: `关于转移群众的通知${randomUUID()}`,
    ask: '转移低洼处群众',
    issuer: `${COUNTY}000001`,
    bearers: [village],
    dueAt: null,
    expiresOn: '2026-06-30',
    planItem: null,
    details: { kind: 'task', duty: null, reports: 0, visits: 1, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  })) as demands.Demand;
  return (await office.call(demands.submitDemand, { id }, { ifMatch: version })) as demands.Demand;
}

function open(by: SignedIn, demand: string, purpose: breakGlass.BreakGlassPurpose): Promise<unknown> {
  return by.call(breakGlass.openBreakGlass, { demand, purpose, reason: REASON });
}

function admit(by: SignedIn, { id, version }: demands.Demand): Promise<unknown> {
  return by.call(demands.admitDemand, { id, reason: '险情紧急', caseByCase: true }, { ifMatch: version });
}

async function openingOf(by: SignedIn, { id }: demands.Demand): Promise<breakGlass.BreakGlass | undefined> {
  const { items } = await by.call(breakGlass.listBreakGlass, {});
  return items.find(({ demand }) => demand === id) as breakGlass.BreakGlass | undefined;
}

/** Nobody has signed out meanwhile. */
async function fourHoursLater(): Promise<void> {
  now = new Date('2026-03-05T06:00:00Z');
  await sql`update session set seen_at = ${now.toISOString()}`.execute(owner);
}

async function returned(): Promise<demands.Demand> {
  const demand = await gate.run();
  await sql`update demand set expires_on = '2026-03-04' where id = ${demand.id}`.execute(owner);
  await clerk.call(inbox.returnTask, { unit: village, demand: demand.id, event: randomUUID() });
  return demand;
}

test('alone nobody admits his own demand, until he has broken the glass for it, and then it is written down', async () => {
  const demand = await ownDemand();
  await expect(admit(office, demand)).rejects.toMatchObject({ code: 'four-eyes' });
  await open(office, demand.id, 'decide-alone');
  const seen = (await office.call(demands.readDemand, { id: demand.id })) as demands.Demand;
  expect(seen.actions).toContain('admit');

  expect(await admit(office, demand)).toMatchObject({ state: 'admitted' });
  expect(await openingOf(watchers.auditor, demand)).toMatchObject({
    purpose: 'decide-alone',
    name: office.name,
    reason: REASON,
    until: '2026-03-05T06:00:00.000Z',
    uses: [{ deed: 'admit' }],
  });
});

test('it is open for this demand, this purpose and this person only, and for four hours', async () => {
  const [demand, other] = [await ownDemand(), await ownDemand()];
  await open(office, demand.id, 'decide-alone');

  await expect(admit(office, other)).rejects.toMatchObject({ code: 'four-eyes' });
  await expect(admit(watchers.office, demand)).rejects.toMatchObject({ code: 'four-eyes' });
  await expect(open(office, demand.id, 'decide-alone')).rejects.toMatchObject({ code: 'already-exists' });
  await fourHoursLater();
  await expect(admit(office, demand)).rejects.toMatchObject({ code: 'four-eyes' });
  await expect(open(office, demand.id, 'decide-alone')).resolves.toBeDefined();
});

test('an administrator sees who returned a demand while the glass is broken, each look on record', async () => {
  const demand = await returned();
  async function look(): Promise<readonly { readonly person: string }[]> {
    return (await administrator.call(inbox.listReturnPersons, { id: demand.id })).items;
  }
  await expect(look()).rejects.toMatchObject({ code: 'not-allowed' });
  await open(administrator, demand.id, 'see-return-persons');

  expect((await look()).map(({ person }) => person)).toEqual([clerk.person]);
  await look();
  const opening = await openingOf(watchers.supervisor, demand);
  expect(opening?.uses.map(({ deed }) => deed)).toEqual(['saw-return-persons', 'saw-return-persons']);
  await fourHoursLater();
  await expect(look()).rejects.toMatchObject({ code: 'not-allowed' });
});

test.each(['leader', 'supervisor', 'office'] as const)('the %s is told at once', async (role) => {
  const demand = await ownDemand();
  await open(office, demand.id, 'decide-alone');

  const { items } = await watchers[role].call(notices.listNotices);
  expect(items).toContainEqual(expect.objectContaining({ kind: 'break-glass', demand: demand.id }));
});

test('nobody breaks a glass for what his posts would not do, for a demand that is not there, or without a reason', async () => {
  const demand = await ownDemand();
  for (const by of [lead, clerk, watchers.leader, watchers.supervisor, watchers.auditor]) {
    await expect(open(by, demand.id, 'decide-alone')).rejects.toMatchObject({ code: 'not-allowed' });
  }
  await expect(open(administrator, demand.id, 'decide-alone')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(open(office, demand.id, 'see-return-persons')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(open(office, randomUUID(), 'decide-alone')).rejects.toMatchObject({ code: 'no-such-record' });
  const wordless = { demand: demand.id, purpose: 'decide-alone', reason: ' ' } as const;
  await expect(office.call(breakGlass.openBreakGlass, wordless)).rejects.toMatchObject({ code: 'invalid-input' });
});

test('the list is for those who watch, of their county', async () => {
  await open(office, (await ownDemand()).id, 'decide-alone');
  for (const by of [lead, clerk, administrator]) {
    await expect(by.call(breakGlass.listBreakGlass, {})).rejects.toMatchObject({ code: 'not-allowed' });
  }
  expect(await stranger.call(breakGlass.listBreakGlass, {})).toEqual({ items: [], next: null });
  const first = await watchers.leader.call(breakGlass.listBreakGlass, { limit: 1 });
  const rest = await watchers.leader.call(breakGlass.listBreakGlass, { limit: 200, cursor: first.next ?? '' });
  expect(rest.items.map(({ id }) => id)).not.toContain(first.items[0]?.id);
});

test('opening and using stand in the log, name nobody there, and stay', async () => {
  await open(office, (await ownDemand()).id, 'decide-alone');
  await sequenceLog({ db, clock, keys }, COUNTY);

  const { rows } = await sql<{ source: string; entries: string }>`
    select source, string_agg(entry, '') as entries from audit_entry
    where source in ('break_glass', 'break_glass_use') group by source order by source`.execute(owner);
  expect(rows.map(({ source }) => source)).toEqual(['break_glass', 'break_glass_use']);
  for (const secret of [REASON, office.person]) expect(rows[0]?.entries).not.toContain(secret);
  expect((await verifyStoredLog({ db: owner, keys, county: COUNTY })).faults).toEqual([]);
  await expect(sql`delete from break_glass`.execute(owner)).rejects.toThrow(/only ever added/);
});
