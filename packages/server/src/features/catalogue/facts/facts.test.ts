import { catalogue, facts } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openCounty } from '../../../testing/county-world.ts';
import { readTable } from '../../../testing/db.ts';
import { resealFacts } from '../index.ts';

const testApp = await useTestApp();
const { owner: database } = testApp;
const county = await openCounty(testApp, '130102');
const { bureau, town, village, otherVillage, office: officeUnit } = county.units;
const office = await county.actor('office', officeUnit);
const drafter = await county.actor('drafter', bureau);
const clerk = await county.actor('bearer-clerk', village);
const townClerk = await county.actor('bearer-clerk', town);
const otherClerk = await county.actor('bearer-clerk', otherVillage);
const supervisor = await county.actor('supervisor', county.units.county);
await office.call(catalogue.installStarter);
for (const key of ['person.identity-number', 'person.phone', 'person.minimum-living-type']) {
  const element = await office.call(catalogue.readElement, { key }).catch(() => undefined);
  if (element === undefined) continue;
  await office.call(catalogue.nameOwner, { key, owner: bureau, reason: '一数一源' }, { ifMatch: element.version });
}

/** Numbers of invented people: division 110101, a day and a sequence, and the check sign of GB 11643. */
const PEOPLE = ['110101194901018888', '110101195001011234', '110101196003072222', '110101197005053333'].map(withCheck);

function withCheck(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return number.slice(0, 17) + '10X98765432'.charAt(sum % 11);
}

const [ANNA = '', BORIS = '', CLARA = '', DORA = ''] = PEOPLE;

interface Push {
  readonly by?: string;
  readonly name?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly unit?: string;
}

function push(
  by: typeof clerk,
  values: Readonly<Record<string, Readonly<Record<string, string>>>>,
  { unit, ...more }: Push = {},
): Promise<facts.WriteReport> {
  const subjects = Object.entries(values).map(([code, own]) => ({
    ...{ entity: 'person' as const, code, values: { ...own } },
    ...(unit !== undefined && { unit }),
  }));
  const head = { by: by.actor.posts[0]?.unit ?? '', name: '人口系统', asOf: '2026-03-01', dryRun: false, ...more };
  return by.call(facts.pushFacts, { ...head, subjects }) as Promise<facts.WriteReport>;
}

async function factsOfVillage(by: typeof clerk, unit = village): Promise<readonly facts.Subject[]> {
  const ask = { unit, entity: 'person', purpose: '核对', limit: 200 } as const;
  return (await by.call(facts.listSubjects, ask)).items as readonly facts.Subject[];
}

function valueOf(subject: facts.Subject | undefined, element: string): facts.Fact | undefined {
  return subject?.facts.find((fact) => fact.element === element);
}

describe('what is pushed', () => {
  test('is there for who serves these people, whole and with its source', async () => {
    const report = await push(
      clerk,
      { [ANNA]: { 'person.name': '安娜', 'person.phone': '138 0013 8000' } },
      { unit: village },
    );

    expect(report).toMatchObject({ applied: true, created: 2, conflicts: 0, faultCount: 0 });
    const [anna] = await factsOfVillage(clerk);
    expect(valueOf(anna, 'person.phone')).toMatchObject({
      ...{ value: '13800138000', isMasked: false, isFresh: true, asOf: '2026-03-01', source: '人口系统' },
      place: '第 1 个',
    });
    expect(valueOf(anna, 'person.identity-number')).toMatchObject({ value: ANNA, isMasked: false });
  });

  test('changes nothing when it is pushed again', async () => {
    const same = { [ANNA]: { 'person.name': '安娜', 'person.phone': '13800138000' } };

    expect(await push(clerk, same, { unit: village })).toMatchObject({
      created: 0,
      updated: 0,
      ignored: 2,
      conflicts: 0,
    });
    const { rows } = await sql<{ many: number }>`select count(*) as many from fact_batch`.execute(database);
    expect(rows[0]?.many).toBe(1);
  });

  test('says in words which value is none, and writes the others', async () => {
    const report = await push(
      clerk,
      {
        [BORIS]: { 'person.name': '鲍里斯', 'person.sex': '不详不详', 'person.nothing': '1' },
        '1.10101E+17': { 'person.name': '无' },
      },
      { unit: village },
    );

    expect(report.created).toBe(1);
    expect(report.faults.map(({ line, column }) => [line, column])).toEqual([
      [1, 'person.sex'],
      [1, 'person.nothing'],
      [2, null],
    ]);
  });

  test('is not there after a trial', async () => {
    expect(await push(clerk, { [DORA]: { 'person.name': '朵拉' } }, { unit: village, dryRun: true })).toMatchObject({
      ...{ applied: false, created: 1 },
    });
    expect(await factsOfVillage(clerk)).toHaveLength(2);
  });

  test('for another village is refused, and draws nobody over from there', async () => {
    const report = await push(otherClerk, { [ANNA]: { 'person.name': '安娜' } }, { unit: otherVillage });

    expect(report).toMatchObject({ created: 0, updated: 0, faultCount: 1 });
    expect(report.faults[0]?.reason).toContain('登记在别的单位');
    expect(await factsOfVillage(otherClerk, otherVillage)).toEqual([]);
  });

  test('in the name of a unit that the person does not work for is refused', async () => {
    await expect(push(clerk, { [ANNA]: { 'person.name': '安娜' } }, { by: bureau })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('in the database', () => {
  test('no identity number stands in clear, in no table and not in the log', async () => {
    const tables = [
      'subject',
      'fact',
      'factPast',
      'factBatch',
      'factConflict',
      'factLookUp',
      'auditEntry',
      'auditValue',
    ] as const;
    for (const table of tables) expect(await readTable(database, table)).not.toContain(ANNA.slice(0, 17));
  });
});

describe('two sources that disagree', () => {
  test('are a conflict where the owner’s word is fresh, which the owner resolves', async () => {
    await push(drafter, { [CLARA]: { 'person.phone': '13900139000' } }, { unit: village, asOf: '2026-02-01' });
    const offered = { [CLARA]: { 'person.phone': '13700137000' } };
    expect(await push(clerk, offered, { asOf: '2026-03-04' })).toMatchObject({ updated: 0, conflicts: 1 });
    // Said again, it is still one.
    await push(clerk, offered, { asOf: '2026-03-04' });

    const { items } = await drafter.call(facts.listConflicts, {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ element: 'person.phone', unit: village, mayResolve: true, state: 'open' });
    const [id = ''] = items.map((item) => item.id);
    const clara = (await factsOfVillage(clerk)).find(
      (subject) => valueOf(subject, 'person.identity-number')?.value === CLARA,
    );
    expect(valueOf(clara, 'person.phone')).toMatchObject({ value: '13900139000', isDisputed: true });

    await expect(office.call(facts.resolveConflict, { id, take: 'held', reason: '核' })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    const resolved = await drafter.call(facts.resolveConflict, { id, take: 'offered', reason: '电话核实' });
    expect(resolved).toMatchObject({ state: 'taken', mayResolve: false });
    const after = (await factsOfVillage(clerk)).find((subject) => subject.id === clara?.id);
    expect(valueOf(after, 'person.phone')).toMatchObject({
      value: '13700137000',
      isDisputed: false,
      asOf: '2026-03-05',
    });
    await expect(drafter.call(facts.resolveConflict, { id, take: 'held', reason: '再核' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test('leave their history, the last first', async () => {
    const clara = (await factsOfVillage(clerk)).find(
      (subject) => valueOf(subject, 'person.identity-number')?.value === CLARA,
    );
    const ask = { id: clara?.id ?? 0, element: 'person.phone', purpose: '核对' };
    const { items } = await clerk.call(facts.readFactHistory, ask);

    expect(items.map(({ value, source }) => [value, source])).toEqual([
      ['13700137000', '数源单位裁定'],
      ['13900139000', '人口系统'],
    ]);
  });
});

test('what was held before can be neither changed nor taken away', async () => {
  await expect(sql`delete from fact_past`.execute(database)).rejects.toThrow('only ever added');
  await expect(sql`update fact_past set value = ''`.execute(database)).rejects.toThrow('only ever added');
});

test('what former keys have sealed is sealed anew, opens as before, and is no new version', async () => {
  async function readSeals(): Promise<string[]> {
    const rows = await database.selectFrom('fact').select('sealed').where('sealed', 'is not', null).execute();
    return rows.map(({ sealed }) => sealed?.toString('hex') ?? '').toSorted();
  }
  const [before, past] = [await readSeals(), await readTable(database, 'factPast')];
  await resealFacts(database, { ...testApp.seals, keyNumber: 2 });

  expect(before.length).toBeGreaterThan(1);
  expect((await readSeals()).filter((sealed) => before.includes(sealed))).toEqual([]);
  expect(await readTable(database, 'factPast')).toBe(past);
  expect(valueOf((await factsOfVillage(clerk))[0], 'person.identity-number')).toMatchObject({ value: ANNA });
});

describe('who sees what', () => {
  test('a body of the county sees what it owns whole, and nobody sees another village', async () => {
    const [anna] = await factsOfVillage(drafter);

    expect(valueOf(anna, 'person.identity-number')).toMatchObject({ value: ANNA, isMasked: false });
    expect(valueOf(anna, 'person.name')).toBeUndefined();
    await expect(factsOfVillage(otherClerk)).rejects.toMatchObject({ code: 'no-such-record' });
    expect(await factsOfVillage(townClerk, town)).toHaveLength(3);
  });

  test('a grant opens a conditional element to another system, and masks nothing that it was granted for', async () => {
    const query = {
      by: officeUnit,
      entity: 'person',
      elements: ['person.phone', 'person.name'],
      codes: [ANNA, DORA],
      purpose: '防汛通知',
    } as const;
    const before = await office.call(facts.queryFacts, {
      ...query,
      elements: [...query.elements],
      codes: [...query.codes],
    });
    expect(before).toMatchObject({
      unknown: 2,
      withheld: [
        { element: 'person.phone', why: 'no-grant' },
        { element: 'person.name', why: 'no-grant' },
      ],
    });

    const lead = await county.actor('unit-lead', bureau);
    await lead.call(catalogue.grantSharing, {
      key: 'person.phone',
      receiver: officeUnit,
      purpose: '防汛通知',
      until: '2026-09-30',
    });
    const after = await office.call(facts.queryFacts, {
      ...query,
      elements: [...query.elements],
      codes: [...query.codes],
    });
    expect(after.items[0]?.facts).toMatchObject([{ element: 'person.phone', value: '13800138000' }]);
  });

  test('every look at personal data is noted, and in the audit log', async () => {
    const { items } = await supervisor.call(facts.listLookUps, { by: officeUnit });
    // What was asked for and not given is noted as well.
    expect(items.map(({ elements, subjects }) => [elements, subjects])).toEqual(
      expect.arrayContaining([
        [['person.phone'], 1],
        [['person.name', 'person.phone'], 0],
      ]),
    );
    expect(items).toHaveLength(2);
    for (const item of items) expect(item).toMatchObject({ purpose: '防汛通知', by: officeUnit });

    const { rows } = await sql<{ entry: string }>`
      select entry from audit_entry where source = 'fact_look_up'`.execute(database);
    expect(rows.some(({ entry }) => entry.includes('防汛通知'))).toBe(true);
    expect(rows.some(({ entry }) => entry.includes(office.person))).toBe(false);
  });
});

describe('what is known', () => {
  test('is counted as it changes, and never by reading persons', async () => {
    const ask = { unit: county.units.county, elements: ['person.phone', 'person.name'] };
    const { items } = await supervisor.call(facts.listKnownShares, ask);

    expect(items).toMatchObject([
      { element: 'person.name', subjects: 3, known: 2, fresh: 2 },
      { element: 'person.phone', subjects: 3, known: 2, fresh: 2, asOf: '2026-03-05', source: '数源单位裁定' },
    ]);
    const { rows } = await sql<{ wrong: number }>`
      select count(*)::int as wrong from (
        select element, unit, as_of, count(*)::int as facts from fact join subject
          on subject.county = fact.county and subject.id = fact.subject and ended_on is null group by 1, 2, 3
        except select element, unit, as_of, facts from fact_count where facts <> 0
      ) as counted`.execute(database);
    expect(rows[0]?.wrong).toBe(0);
  });

  test('falls when somebody has died, whom no list shows any more', async () => {
    const anna = (await factsOfVillage(clerk)).find(
      (subject) => valueOf(subject, 'person.identity-number')?.value === ANNA,
    );
    const end = { id: anna?.id ?? 0, on: '2026-03-02', reason: '死亡' };
    await expect(otherClerk.call(facts.endSubject, end)).rejects.toMatchObject({ code: 'no-such-record' });
    await clerk.call(facts.endSubject, end);

    expect(await factsOfVillage(clerk)).toHaveLength(2);
    const { items } = await supervisor.call(facts.listKnownShares, { unit: village, elements: ['person.phone'] });
    expect(items).toMatchObject([{ subjects: 2, known: 1 }]);
    await expect(clerk.call(facts.endSubject, end)).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await push(clerk, { [ANNA]: { 'person.name': '安' } })).faults[0]?.reason).toContain('注销');
  });
});
