import { catalogue, facts } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { actorFor, act, openCounty } from '../../../testing/county-world.ts';
import { readTable } from '../../../testing/db.ts';
import { decideSharing } from '../index.ts';

const testApp = await useTestApp();
const { owner: database } = testApp;
const county = await openCounty(testApp, '130103');
const { bureau, town, village, otherVillage, office: officeUnit } = county.units;
const office = await county.actor('office', officeUnit);
const drafter = await county.actor('drafter', bureau);
const clerk = await county.actor('bearer-clerk', village);
const otherClerk = await county.actor('bearer-clerk', otherVillage);
const stranger = await county.actor('drafter', '130103000077');
const supervisor = await county.actor('supervisor', county.units.county);
await office.call(catalogue.installStarter);
await own('person.minimum-living-kind', bureau);

const ANNA = '11010519491231002X';
const BORIS = '110105199005010018';
const NOBODY = '110105200503010008';

async function own(key: string, owner: string): Promise<void> {
  const element = await office.call(catalogue.readElement, { key });
  await office.call(catalogue.nameOwner, { key, owner, reason: '一数一源' }, { ifMatch: element.version });
}

async function close(key: string): Promise<void> {
  await sql`update element set sharing = 'closed' where key = ${key}`.execute(database);
}

type Person = typeof clerk;

function push(
  by: Person,
  values: Readonly<Record<string, Readonly<Record<string, string>>>>,
  more: { readonly unit?: string; readonly entity?: catalogue.Entity; readonly dryRun?: boolean } = {},
): Promise<facts.WriteReport> {
  const { unit, entity = 'person', dryRun = false } = more;
  const subjects = Object.entries(values).map(([code, own]) => ({
    ...{ entity, code, values: { ...own } },
    ...(unit !== undefined && { unit }),
  }));
  const head = { by: by.actor.posts[0]?.unit ?? '', name: '村里的系统', asOf: '2026-03-01', dryRun };
  return by.call(facts.pushFacts, { ...head, subjects }) as Promise<facts.WriteReport>;
}

function query(by: Person, codes: readonly string[], elements = ['person.phone']): Promise<facts.FactAnswer> {
  const ask = { by: by.actor.posts[0]?.unit ?? '', elements, codes: [...codes], purpose: '核对' };
  return by.call(facts.queryFacts, { ...ask, entity: 'person' }) as Promise<facts.FactAnswer>;
}

async function listOf(by: Person, entity: catalogue.Entity = 'person', unit = village) {
  return (await by.call(facts.listSubjects, { unit, entity, purpose: '核对', limit: 200 })).items;
}

await push(
  clerk,
  {
    [ANNA]: { 'person.name': '安娜', 'person.phone': '13800138000' },
    [BORIS]: { 'person.name': '鲍里斯' },
  },
  { unit: village },
);

describe('an element that nobody owns', () => {
  test('is written and guessed by no body of the county but the office', async () => {
    const guess = { [ANNA]: { 'person.phone': '13800138000' } };
    for (const dryRun of [true, false]) {
      const report = await push(stranger, guess, { dryRun });
      expect(report).toMatchObject({ created: 0, updated: 0, ignored: 0, conflicts: 0, faultCount: 1 });
      expect(report.faults[0]?.reason).toContain('别的单位');
    }
    expect(await push(office, guess, { dryRun: true })).toMatchObject({ ignored: 1, faultCount: 0 });
  });
});

describe('an element that is closed', () => {
  test('is neither guessed nor shown in a conflict by the village that may not read it', async () => {
    await own('person.phone', bureau);
    await push(drafter, { [ANNA]: { 'person.phone': '13900139000' } });
    await push(clerk, { [ANNA]: { 'person.phone': '13700137000' } });
    expect((await clerk.call(facts.listConflicts, {})).items).toHaveLength(1);
    await close('person.phone');

    expect((await clerk.call(facts.listConflicts, {})).items).toEqual([]);
    expect((await drafter.call(facts.listConflicts, {})).items).toHaveLength(1);
    expect(await push(clerk, { [ANNA]: { 'person.phone': '13900139000' } }, { dryRun: true })).toMatchObject({
      ...{ ignored: 0, conflicts: 0, faultCount: 1 },
    });
  });
});

describe('where somebody lives, and whether', () => {
  test('is not told to who is given nothing of them, who is noted all the same', async () => {
    const answer = await query(stranger, [ANNA, NOBODY]);
    expect(answer).toMatchObject({ items: [], unknown: 2, withheld: [{ element: 'person.phone' }] });

    const { items } = await supervisor.call(facts.listLookUps, { by: '130103000077' });
    expect(items).toMatchObject([{ elements: ['person.phone'], subjects: 0, unit: null, purpose: '核对' }]);
  });

  test('is told of its own people only to a village', async () => {
    expect(await query(otherClerk, [ANNA], ['person.name'])).toMatchObject({ items: [], unknown: 1 });
    expect(await query(clerk, [ANNA], ['person.name'])).toMatchObject({
      ...{ items: [{ unit: village, facts: [{ value: '安娜' }] }], unknown: 0, withheld: [] },
    });
  });

  test('is told by unit neither of another village, whatever it is granted', async () => {
    await sql`update element set sharing = 'open' where key = 'person.name'`.execute(database);
    const ask = { entity: 'person', elements: ['person.name'], unit: village, purpose: '核对' } as const;
    const elements = [...ask.elements];
    const others = await otherClerk.call(facts.queryFacts, { ...ask, elements, by: otherVillage });
    const own = await clerk.call(facts.queryFacts, { ...ask, elements, by: village });
    await sql`update element set sharing = 'conditional' where key = 'person.name'`.execute(database);

    expect(others.items).toEqual([]);
    expect(own.items).toHaveLength(2);
  });

  test('is not in the lists of a bureau that has no part in them', async () => {
    await push(clerk, { H77: { 'household.register-number': 'H77' } }, { unit: village, entity: 'household' });

    expect(await listOf(clerk, 'household')).toMatchObject([{ code: 'H77' }]);
    for (const entity of ['person', 'household'] as const) expect(await listOf(stranger, entity)).toEqual([]);
    const [household] = await listOf(clerk, 'household');
    await expect(stranger.call(facts.readSubject, { id: household?.id ?? 0, purpose: '核对' })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await own('household.register-kind', bureau);
    expect(await listOf(drafter, 'household')).toMatchObject([{ code: null }]);
  });

  test('is not told by a writing: who has died elsewhere is refused in the same words', async () => {
    const write = { [BORIS]: { 'person.name': '鲍里斯' } };
    const before = (await push(otherClerk, write, { unit: otherVillage })).faults;
    const boris = (await listOf(clerk)).find(({ facts }) => facts.some(({ value }) => value === BORIS));
    await clerk.call(facts.endSubject, { id: boris?.id ?? 0, on: '2026-03-02', reason: '死亡' });

    expect((await push(otherClerk, write, { unit: otherVillage })).faults).toEqual(before);
    expect((await push(clerk, write)).faults[0]?.reason).toContain('注销');
  });
});

describe('whoever is no more', () => {
  test('is put back by who serves them, and the log has who did both', async () => {
    await expect(
      otherClerk.call(facts.restoreSubject, { id: await findEnded(), reason: '误注销' }),
    ).rejects.toMatchObject({ code: 'no-such-record' });
    const back = await clerk.call(facts.restoreSubject, { id: await findEnded(), reason: '误注销' });

    expect(back).toMatchObject({ unit: village, endedOn: null });
    expect((await listOf(clerk)).map(({ id }) => id)).toContain(back.id);
    await expect(clerk.call(facts.restoreSubject, { id: back.id, reason: '再来' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    const { rows: events } = await sql<{ what: string; person: string }>`
      select what, person from subject_event order by number`.execute(database);
    expect(events).toEqual([
      { what: 'ended', person: clerk.person },
      { what: 'restored', person: clerk.person },
    ]);
    const { rows: entries } = await sql`select from audit_entry where source = 'subject_event'`.execute(database);
    expect(entries).toHaveLength(2);
  });

  async function findEnded(): Promise<number> {
    const row = await database.selectFrom('subject').select('id').where('endedOn', 'is not', null).executeTakeFirst();
    return row?.id ?? 0;
  }
});

test('the identity number by which a household is known lies nowhere in clear', async () => {
  const old = '110105491231002';
  await push(clerk, { [old]: { 'household.register-kind': '家庭户' } }, { unit: village, entity: 'household' });

  const known = (await listOf(clerk, 'household')).find(({ code }) => code === null);
  expect(known?.facts.find(({ element }) => element === 'household.head-identity-number')?.value).toBe(ANNA);
  expect(known?.facts.some(({ element }) => element === 'household.register-number')).toBe(false);
  for (const table of ['subject', 'fact', 'factPast'] as const) {
    const text = await readTable(database, table);
    for (const number of [ANNA, old]) expect(text).not.toContain(number);
  }
});

test('an identity number that somebody writes where none belongs lies nowhere in clear', async () => {
  const remark = `与${BORIS}同住`;
  await push(clerk, { [ANNA]: { 'person.address': remark } });
  await push(office, { [ANNA]: { 'person.address': `${remark}。` } });

  for (const table of ['fact', 'factPast', 'factConflict'] as const) {
    expect(await readTable(database, table)).not.toContain(BORIS);
  }
  const [anna] = (await query(clerk, [ANNA], ['person.address'])).items;
  expect(anna?.facts).toMatchObject([{ value: remark }]);
  const end = { id: anna?.id ?? 0, on: '2026-03-02', reason: `与${BORIS}重复` };
  await expect(clerk.call(facts.endSubject, end)).rejects.toMatchObject({ code: 'invalid-input' });
});

describe('how many are known', () => {
  const keys = ['person.name', 'person.minimum-living-kind', 'person.identity-number'];
  async function count(by: Person, unit: string): Promise<string[]> {
    const { items } = await by.call(facts.listKnownShares, { unit, elements: keys });
    return items.map(({ element }) => element);
  }

  test('of a village is told to who serves it, owns it or watches, of the county to anybody', async () => {
    expect(await count(clerk, village)).toHaveLength(3);
    expect(await count(otherClerk, village)).toEqual([]);
    expect(await count(stranger, village)).toEqual([]);
    expect(await count(drafter, village)).toEqual(['person.minimum-living-kind']);
    expect(await count(supervisor, village)).not.toContain('person.identity-number');
    expect(await count(supervisor, town)).toContain('person.identity-number');
    expect(await count(stranger, county.units.county)).toHaveLength(3);
  });
});

test('what a unit may be given is closed, wants a grant or is given until its last day', async () => {
  await own('person.name', bureau);
  const lead = await county.actor('unit-lead', bureau);
  const grant = { key: 'person.name', receiver: officeUnit, purpose: '防汛', until: '2026-03-20' };
  await lead.call(catalogue.grantSharing, grant);
  const elements = ['person.name', 'person.phone', 'person.identity-number', 'person.nothing'];
  function decide(receiver: string, today: string) {
    const ask = { county: county.code, elements, receiver, today };
    return act(testApp, actorFor('office', officeUnit), async ({ db }) =>
      Object.fromEntries(await decideSharing(db, ask)),
    );
  }

  const granted = { 'person.name': 'given', 'person.phone': 'closed', 'person.identity-number': 'no-grant' };
  expect(await decide(officeUnit, '2026-03-20')).toEqual(granted);
  expect(await decide(officeUnit, '2026-03-21')).toEqual({ ...granted, 'person.name': 'no-grant' });
  expect(await decide(bureau, '2026-03-05')).toMatchObject({ 'person.name': 'given', 'person.phone': 'given' });
});

test('counts and what was held before are written by triggers and nobody else', async () => {
  const { rows } = await sql<{ may: string }>`
    select table_name || ' ' || privilege_type as may from information_schema.role_table_grants
    where grantee = 'qingzhuang_app' and table_name in ('fact_count', 'subject_count', 'fact_past')
    order by 1`.execute(database);
  expect(rows.map(({ may }) => may)).toEqual(['fact_count SELECT', 'fact_past SELECT', 'subject_count SELECT']);
});

test('no reply that holds values of people is kept for a repeated request', async () => {
  const head = { by: village, name: '村里的系统', asOf: '2026-03-01', dryRun: true };
  const subjects = [{ entity: 'person' as const, code: ANNA, values: { 'person.name': '安娜' } }];
  await clerk.call(facts.pushFacts, { ...head, subjects });
  await query(clerk, [ANNA], ['person.name']);

  expect(await readTable(database, 'idempotencyKey')).not.toContain('安娜');
  for (const one of [
    facts.pushFacts,
    facts.queryFacts,
    facts.correctFact,
    facts.importRegister,
    facts.resolveConflict,
  ]) {
    expect(one.confidential).toBe(true);
  }
});

describe('who is known by a number', () => {
  const RIGHT = '110105194912310062';
  async function correct(value: string): Promise<string> {
    const [anna] = (await query(drafter, [ANNA], ['person.identity-number'])).items;
    const correction = { id: anna?.id ?? 0, element: 'person.identity-number', value };
    return (await drafter.call(facts.correctFact, correction)).outcome;
  }

  test('is not given the number of somebody else', async () => {
    await own('person.identity-number', bureau);
    await expect(correct(BORIS)).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await query(clerk, [ANNA, BORIS], ['person.name'])).items).toHaveLength(2);
  });

  test('is found by the new one once its owner has corrected it, and no more by the old', async () => {
    expect(await correct(RIGHT)).toBe('updated');
    expect(await query(clerk, [ANNA], ['person.name'])).toMatchObject({ items: [], unknown: 1 });
    expect(await query(clerk, [RIGHT], ['person.name'])).toMatchObject({ items: [{ facts: [{ value: '安娜' }] }] });
    await push(clerk, { [RIGHT]: { 'person.address': '一号' } });
    const named = (await listOf(clerk)).filter((one) => one.facts.some(({ value }) => value === '安娜'));
    expect(named).toHaveLength(1);
  });
});
