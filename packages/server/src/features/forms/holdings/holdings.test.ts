import { demands, facts, forms } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openGate } from '../../../testing/demands.ts';
import { settle, villagers, workbook } from '../../../testing/forms.ts';

const app = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(app.signInAs, COUNTY);
const { drafter, office, village } = gate;
const clerk = await app.signInAs('bearer-clerk', village);
await settle(app, village, villagers(COUNTY, 3));

const COLUMNS = ['序号', '姓名', '身份证号', '联系电话'];

async function attach(): Promise<forms.FormLayout> {
  const { id, version } = await drafter.call(demands.draftDemand, {
    title: `关于核对村民信息的通知${crypto.randomUUID()}`,
    ask: '核对村民信息',
    issuer: gate.bureau,
    bearers: [village],
    dueAt: '2026-03-20T10:00:00Z',
    expiresOn: '2026-06-30',
    planItem: null,
    details: {
      kind: 'form',
      fields: { text: 3, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
      ...{ rows: 3, signatures: 0, prints: 0, timesPerYear: 1 },
    },
  });
  const layout = await drafter.call(
    forms.attachForm,
    { id, file: workbook('村民花名册', COLUMNS) },
    { ifMatch: version },
  );
  return layout as forms.FormLayout;
}

test('what is closed to whoever is sent a form is not brought into it', async () => {
  const { demand, version } = await attach();
  await sql`update element set sharing = 'closed' where key = 'person.phone'`.execute(app.owner);
  const submitted = await drafter.call(demands.submitDemand, { id: demand }, { ifMatch: version });
  const admission = { id: demand, reason: '一事一议', caseByCase: true };
  await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });

  const { forms: asked, rows } = await clerk.call(forms.readFill, { unit: village, demand });
  const brought = rows.map(({ cells }) => cells.map(({ state }) => state));
  const phone = asked[0]?.fields.findIndex(({ element }) => element === 'person.phone') ?? -1;
  expect(brought).toHaveLength(3);
  expect(brought.map((states) => states[phone])).toEqual(['empty', 'empty', 'empty']);
  expect(brought.map((states) => states[1])).toEqual(['prefilled', 'prefilled', 'prefilled']);
  await sql`update element set sharing = 'conditional' where key = 'person.phone'`.execute(app.owner);
});

test.each([
  ['person.identity-number', '130101194003150017'],
  ['person.name', '村民001'],
  ['person.phone', '13800000000'],
  ['person.address', '1号'],
])('the rows of a form are not picked by %s: that would look somebody up', async (element, value) => {
  const { demand, version } = await attach();
  const population: forms.Population = {
    rows: 'subjects',
    entity: 'person',
    conditions: [{ element, derived: null, is: 'equals', value }],
  };
  const decision = { id: demand, forms: [{ form: 0, population }] };

  await expect(drafter.call(forms.decideForm, decision, { ifMatch: version })).rejects.toMatchObject({
    code: 'invalid-input',
    facts: { errors: [{ pointer: '/forms/0/population/conditions' }] },
  });
});

test('measuring a draft on people is a look-up like another', async () => {
  const supervisor = await app.signInAs('supervisor', `${COUNTY}000002`);
  const byBureau = { by: gate.bureau, limit: 200 };
  const before = await supervisor.call(facts.listLookUps, byBureau);

  await attach();

  const { items } = await supervisor.call(facts.listLookUps, byBureau);
  const earlier = new Set(before.items.map(({ id }) => id));
  const added = items.filter(({ id }) => !earlier.has(id));
  expect(added).not.toHaveLength(0);
  for (const { purpose } of added) expect(purpose).toBe('测算附表可由系统带出多少');
});
