import { randomUUID } from 'node:crypto';
import { demands, forms, inbox, type DeepReadonly } from '@qingzhuang/contract';
import { read, utils } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { openGate } from '../../testing/demands.ts';
import { settle, villagers, workbook } from '../../testing/forms.ts';

const app = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(app.signInAs, COUNTY);
const { drafter, office, village } = gate;
const clerk = await app.signInAs('bearer-clerk', village);
await settle(app, village, villagers(COUNTY, 12));

afterAll(() =>
  console.log(
    app.logged
      .filter((l) => l.includes('defect') || l.includes('route'))
      .map((l) => l.slice(0, 700))
      .join(''),
  ),
);
const COLUMNS = ['序号', '姓名', '身份证号', '年龄', '联系电话', '家庭住址', '是否愿意参加合唱队'];

async function draft(): Promise<DeepReadonly<demands.Demand>> {
  return drafter.call(demands.draftDemand, {
    title: `关于摸底60周岁以上老年人的通知${randomUUID()}`,
    ask: '填报60周岁以上老年人花名册',
    issuer: gate.bureau,
    bearers: [village],
    dueAt: '2026-03-20T10:00:00Z',
    expiresOn: '2026-06-30',
    planItem: null,
    details: {
      kind: 'form',
      fields: { text: 7, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
      rows: 12,
      signatures: 0,
      prints: 0,
      timesPerYear: 1,
    },
  });
}

/** A demand with this form that has passed the gate. */
async function run(columns = COLUMNS, decisions: Partial<forms.FormDecisions> = {}): Promise<string> {
  const { id, version } = await draft();
  const file = workbook('60周岁以上老年人花名册', columns);
  const layout = await drafter.call(forms.attachForm, { id, file }, { ifMatch: version });
  const decided = await drafter.call(forms.decideForm, { id, ...decisions }, { ifMatch: layout.version });
  const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: decided.version });
  const admission = { id, reason: '一事一议', caseByCase: true };
  const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
  await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
  return id;
}

describe('a form at the gate', () => {
  test('is read, met with the catalogue and measured', async () => {
    const { id, version } = await draft();
    const file = workbook('60周岁以上老年人花名册', COLUMNS);

    const layout = await drafter.call(forms.attachForm, { id, file }, { ifMatch: version });
    const [form] = layout.forms;
    expect(form?.fields.map(({ label, element, certainty }) => [label.at(-1), element, certainty])).toEqual([
      ['序号', null, 'computed'],
      ['姓名', 'person.name', 'known'],
      ['身份证号', 'person.identity-number', 'known'],
      ['年龄', expect.any(String), 'known'],
      ['联系电话', 'person.phone', 'known'],
      ['家庭住址', 'person.address', 'known'],
      ['是否愿意参加合唱队', null, expect.any(String)],
    ]);
    expect(form?.populationSays).toBe('60周岁以上的人员');

    const assessment = await drafter.call(forms.assessForm, { id });
    expect(assessment).toMatchObject({ bearers: 1, subjects: 12, counts: { fields: 6, held: 5 } });
    expect(assessment.before.likely).toBeGreaterThan(assessment.after.likely);

    const demand = await drafter.call(demands.readDemand, { id });
    expect(demand.details).toMatchObject({ rows: 12, fields: { known: 5 } });
  });
});

describe('a form at its bearer', () => {
  test('stands there filled in, is corrected, sent, and comes back in the sender own workbook', async () => {
    const demand = await run();
    const fill = await clerk.call(forms.readFill, { unit: village, demand });
    expect(fill).toMatchObject({ state: 'open', progress: { rows: 12, prefilled: 60, empty: 12 }, next: null });

    const [row] = fill.rows;
    const phone = fill.forms[0]?.fields.find(({ element }) => element === 'person.phone')?.key ?? '';
    const at = fill.forms[0]?.fields.findIndex(({ key }) => key === phone) ?? -1;
    const base = row?.cells[at]?.value ?? '';
    const edited = await clerk.call(forms.editFill, {
      unit: village,
      demand,
      edits: [
        { event: randomUUID(), do: 'write', row: row?.row ?? '', field: phone, value: '13900000000', base },
        { event: randomUUID(), do: 'write', row: row?.row ?? '', field: phone, value: '13911111111', base },
      ],
    });
    expect(edited.outcomes).toMatchObject([
      { outcome: 'done', cell: { value: '13900000000', state: 'changed', prefilled: base } },
      { outcome: 'conflict', cell: { value: '13900000000', conflict: '13911111111' } },
    ]);

    const deed = { unit: village, demand, event: randomUUID() };
    await expect(clerk.call(forms.submitFill, deed)).rejects.toMatchObject({ code: 'invalid-input' });
    const settled = { event: randomUUID(), do: 'write', row: row?.row ?? '', field: phone } as const;
    const edits = [{ ...settled, value: '13911111111', base: '13900000000' }];
    await clerk.call(forms.editFill, { unit: village, demand, edits });
    const sent = await clerk.call(forms.submitFill, deed);
    expect(sent).toMatchObject({ state: 'sent', progress: { confirmed: 59, changed: 1 } });
    expect(await clerk.call(forms.submitFill, deed)).toEqual(sent);

    const task = await clerk.call(inbox.readTask, { unit: village, demand });
    expect(task).toMatchObject({ state: 'answered', form: 'sent', answer: { form: true } });

    const bytes = await drafter.call(forms.exportFills, { id: demand });
    const sheet = read(bytes, { type: 'array' }).Sheets['表1'] ?? {};
    const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
    expect(lines[2]).toEqual(expect.arrayContaining(['1', '村民001', '13911111111']));
    expect(lines.filter(([, name]) => name?.startsWith('村民'))).toHaveLength(12);
  });
});
