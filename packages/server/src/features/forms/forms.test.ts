import { randomUUID } from 'node:crypto';
import { read, utils } from '@e965/xlsx';
import { demands, forms, inbox, Refusal, type DeepReadonly } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { createFormDesk } from '../../testing/form-desk.ts';
import { villagers } from '../../testing/forms.ts';

const app = await useTestApp();
const desk = await createFormDesk(app, '130101');
const { drafter, village, clerk, townClerk } = desk;
await desk.settle(village, villagers('130101', 12));

const COLUMNS = ['序号', '姓名', '身份证号', '年龄', '联系电话', '家庭住址', '是否愿意参加合唱队'];
const KNOWN = COLUMNS.slice(0, 5);

function writing(place: { readonly row: string; readonly field: string }, value: string, base: string): forms.FillEdit {
  return { event: randomUUID(), do: 'write', ...place, value, base };
}

interface Placed {
  readonly place: { readonly row: string; readonly field: string };
  readonly value: string;
}

/** The cell of a row in which this element is asked for. */
function placeOf({ forms: [form], rows }: DeepReadonly<forms.Fill>, element: string, at = 0): Placed {
  const column = form?.fields.findIndex((field) => field.element === element) ?? -1;
  const [row, field] = [rows[at], form?.fields[column]];
  if (row === undefined || field === undefined) throw new Error(`${element} is not asked for`);
  return { place: { row: row.row, field: field.key }, value: row.cells[column]?.value ?? '' };
}

describe('a form at the gate', () => {
  test('is read, met with the catalogue and measured, and the burden of the demand follows', async () => {
    const { id, layout } = await desk.draft(COLUMNS);
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
    const told = [assessment.before, assessment.after, ...assessment.suggestions.map((one) => one.minutesSaved)];
    for (const { low, likely, high } of told)
      for (const minutes of [low, likely, high]) expect(String(minutes)).toMatch(/^\d+(?:\.\d)?$/u);
    const demand = await drafter.call(demands.readDemand, { id });
    expect(demand.details).toMatchObject({ rows: 12, fields: { known: 5 } });
    expect(demand.screening?.register.map(({ ruleId }) => ruleId)).toContain('gate/duplicate-fields');
  });

  test('that was stopped is known again under another name', async () => {
    const stopped = await desk.run(['姓名', '身份证号', '鱼塘编号', '鱼苗批次'], { title: '鱼塘台账摸底' });
    await desk.withdraw(stopped);
    const { id } = await desk.draft(['姓名', '身份证号', '鱼塘编号', '鱼苗批次', '备注'], { title: '渔业画像采集' });

    const { screening } = await drafter.call(demands.readDemand, { id });
    expect(screening?.register.find(({ ruleId }) => ruleId === 'gate/revived-form')?.demands).toEqual([stopped]);
    const { revived } = await drafter.call(forms.assessForm, { id });
    expect(revived).toMatchObject([{ demand: stopped, share: 1 }]);
  });

  test('what drafters say about a field the county learns', async () => {
    const columns = ['姓名', '村里叫法'];
    for (let drafts = 0; drafts < 2; drafts += 1) {
      const { id, layout } = await desk.draft(columns);
      const fields = [{ key: layout.forms[0]?.fields[1]?.key ?? '', element: 'person.former-name' }];
      await drafter.call(forms.decideForm, { id, fields }, { ifMatch: layout.version });
    }

    const { layout } = await desk.draft(columns);
    expect(layout.forms[0]?.fields[1]).toMatchObject({ element: 'person.former-name', certainty: 'known' });
  });

  test.each([
    ['a field that the form does not have', { fields: [{ key: '0.99', keep: false }] }, '/fields/0/key'],
    [
      'an element that the catalogue does not have',
      { fields: [{ key: '0.1', element: 'person.none' }] },
      '/fields/0/element',
    ],
    [
      'a form that the file does not have',
      { forms: [{ form: 9, population: { rows: 'unit', entity: null, conditions: [] } }] },
      '/forms/0/form',
    ],
  ] as const)('a decision about %s is refused in its place', async (_, decisions, pointer) => {
    const { id, layout } = await desk.draft(KNOWN);
    const refusal = drafter.call(forms.decideForm, { id, ...structuredClone(decisions) } as never, {
      ifMatch: layout.version,
    });

    await expect(refusal).rejects.toMatchObject({ code: 'invalid-input', facts: { errors: [{ pointer }] } });
  });

  test('of a file without a table is refused', async () => {
    const { id, version } = await desk.bareDraft();
    const file = new File(['请各村报送名单。'], '通知.txt');

    await expect(drafter.call(forms.attachForm, { id, file }, { ifMatch: version })).rejects.toMatchObject({
      code: 'no-form',
    });
  });
});

describe('a form at its bearer', () => {
  test('stands there filled in, is corrected, sent, and comes back in the workbook of the sender', async () => {
    const demand = await desk.run(COLUMNS);
    const fill = await desk.readFill(demand);
    expect(fill).toMatchObject({ state: 'open', progress: { rows: 12, prefilled: 60, empty: 12 }, next: null });
    const { place, value } = placeOf(fill, 'person.phone');

    const edited = await desk.edit(demand, [
      writing(place, '13900000000', value),
      writing(place, '13911111111', value),
    ]);
    expect(edited.outcomes).toMatchObject([
      { outcome: 'done', cell: { value: '13900000000', state: 'changed', prefilled: value } },
      { outcome: 'conflict', cell: { value: '13900000000', conflict: '13911111111' } },
    ]);
    const deed = { unit: village, demand, event: randomUUID() };
    await expect(clerk.call(forms.submitFill, deed)).rejects.toMatchObject({ code: 'invalid-input' });
    await desk.edit(demand, [writing(place, '13911111111', '13900000000')]);
    const sent = await clerk.call(forms.submitFill, deed);
    expect(sent).toMatchObject({ state: 'sent', progress: { confirmed: 59, changed: 1 } });
    expect(await clerk.call(forms.submitFill, deed)).toEqual(sent);

    const task = await clerk.call(inbox.readTask, { unit: village, demand });
    expect(task).toMatchObject({ state: 'answered', form: 'sent', answer: { form: true } });
    const lines = await linesOf(demand);
    expect(lines[2]).toEqual(expect.arrayContaining(['1', '村民001', '13911111111']));
    expect(lines.filter(([, name]) => name?.startsWith('村民'))).toHaveLength(12);
    const { total } = await drafter.call(forms.readReuse, {});
    expect(total.wrong).toBeGreaterThanOrEqual(1);
    expect(total.minutesSaved).toBeGreaterThan(0);
  });

  test('a value that is no telephone number is kept, named, and not sent', async () => {
    const demand = await desk.run(COLUMNS);
    const { place, value } = placeOf(await desk.readFill(demand), 'person.phone', 1);
    const { outcomes } = await desk.edit(demand, [writing(place, '12', value)]);

    expect(outcomes[0]?.cell?.value).toBe('12');
    expect(outcomes[0]?.cell?.fault).toContain('号');
    const refusal = clerk.call(forms.submitFill, { unit: village, demand, event: randomUUID() });
    await expect(refusal).rejects.toMatchObject({
      facts: { errors: [{ pointer: `/rows/${place.row}/${place.field}` }] },
    });
  });

  test('fifty writes of two clerks at once are all there, each once', async () => {
    const demand = await desk.run(COLUMNS);
    const fill = await desk.readFill(demand);
    const field = fill.forms[0]?.fields.at(-1)?.key ?? '';
    const other = await app.signInAs('unit-lead', village);
    const rows = Array.from({ length: 50 }, () => randomUUID());
    const works = rows.map((row, index) => {
      const { call } = index % 2 === 0 ? clerk : other;
      const edits: forms.FillEdit[] = [
        { event: randomUUID(), do: 'add-row', form: 0, row },
        writing({ row, field }, `第${index}行`, ''),
      ];
      return () => call(forms.editFill, { unit: village, demand, edits });
    });
    await Promise.all(works.map(untilTaken));
    // The answers were lost on the way: everything comes once more.
    await Promise.all(works.map(untilTaken));

    const after = await desk.readFill(demand);
    const added = after.rows.filter(({ isAdded }) => isAdded);
    expect(added).toHaveLength(50);
    expect(added.map(({ cells }) => cells.at(-1)?.value).toSorted()).toEqual(
      rows.map((_, index) => `第${index}行`).toSorted(),
    );
  });

  test('goes by the town where the drafter wants it, and comes back with its words', async () => {
    const demand = await desk.run(COLUMNS, { needsApproval: true });
    await desk.edit(demand, [
      { event: randomUUID(), do: 'remove-row', row: (await desk.readFill(demand)).rows[0]?.row ?? '', reason: 'moved' },
    ]);
    const which = { unit: village, demand };
    const submitted = await clerk.call(forms.submitFill, { ...which, event: randomUUID() });
    expect(submitted).toMatchObject({ state: 'awaiting-approval', progress: { rows: 11 } });
    await expect(
      desk.edit(demand, [{ event: randomUUID(), do: 'add-row', form: 0, row: randomUUID() }]),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    const { items } = await townClerk.call(forms.listAwaitingFills, { unit: desk.town });
    expect(items.map((item) => item.demand)).toContain(demand);

    const back = await townClerk.call(forms.sendBackFill, { ...which, event: randomUUID(), words: '请补合唱队一栏' });
    expect(back).toMatchObject({ state: 'sent-back', words: '请补合唱队一栏' });
    await clerk.call(forms.submitFill, { ...which, event: randomUUID() });
    const approved = await townClerk.call(forms.approveFill, { ...which, event: randomUUID() });
    expect(approved.state).toBe('sent');
    expect((await clerk.call(inbox.readTask, which)).state).toBe('answered');
  });

  test('what was typed is brought to the next form that asks for it', async () => {
    const demand = await desk.run(['姓名', '身份证号', '曾用名']);
    const fill = await desk.readFill(demand);
    const { place } = placeOf(fill, 'person.former-name');
    await desk.edit(demand, [writing(place, '王大柱', '')]);
    await clerk.call(forms.submitFill, { unit: village, demand, event: randomUUID() });

    const next = await desk.readFill(await desk.run(['姓名', '身份证号', '曾用名']));
    expect(placeOf(next, 'person.former-name').value).toBe('王大柱');
  });
});

describe('a form of which everything is known', () => {
  test('is answered by the system, and can be opened again by whoever finds something wrong', async () => {
    const demand = await desk.run(KNOWN);
    await desk.produce();

    const task = await clerk.call(inbox.readTask, { unit: village, demand });
    expect(task).toMatchObject({ state: 'answered', form: 'produced' });
    // Without him whom the village has struck out of an earlier form.
    expect((await linesOf(demand)).filter(([, name]) => name?.startsWith('村民'))).toHaveLength(11);
    const words = '村民001已经迁走';
    const reopened = await clerk.call(forms.reopenFill, { unit: village, demand, event: randomUUID(), words });
    expect(reopened).toMatchObject({ state: 'reopened', words });
    expect((await desk.readFill(demand)).mayEdit).toBe(true);
  });

  test('is left alone where its bearer has begun, or where something is missing', async () => {
    const [begun, gap] = [await desk.run(KNOWN), await desk.run(COLUMNS)];
    await desk.edit(begun, [{ event: randomUUID(), do: 'add-row', form: 0, row: randomUUID() }]);
    await desk.produce();

    expect((await desk.readFill(begun)).state).toBe('open');
    expect((await desk.readFill(gap)).state).toBe('open');
  });
});

test('no identity number lies open in what forms keep', async () => {
  const demand = await desk.run(COLUMNS);
  await clerk.call(forms.submitFill, { unit: village, demand, event: randomUUID() });
  const [first] = villagers('130101', 1);

  for (const table of ['formFill', 'formRow', 'formEvent', 'formLayout'] as const) {
    expect(await desk.readTable(table)).not.toContain(first?.identity ?? '');
  }
});

async function linesOf(id: string): Promise<(string | undefined)[][]> {
  const bytes = await drafter.call(forms.exportFills, { id });
  return utils.sheet_to_json(read(bytes, { type: 'array' }).Sheets['表1'] ?? {}, { header: 1, raw: false });
}

/** As a page does it: what the server has no room for now is sent again. */
async function untilTaken(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const refused = await work().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused === undefined) return;
    if (!(refused instanceof Refusal) || refused.code !== 'busy') throw new Error('refused', { cause: refused });
  }
}
