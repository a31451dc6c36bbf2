import { expect, test } from 'vitest';
import type { Fill } from '../../fills.ts';
import { applyEdits, type FillEdit } from './draft.ts';
import { createRowReader, nounOf, type Standing, standingOf } from './standing.ts';
import { fillOf } from './testing/fill.ts';

const FILL = fillOf([
  ['张三', '138', '低保'],
  ['李四', '13800000000', ''],
]);

function standing(fill: Fill): Standing {
  return standingOf(fill, new Map(fill.forms.map((form) => [form.form, createRowReader(form, '2026-11-22')])));
}

function write(row: string, value: string): FillEdit {
  return { event: row, do: 'write', row, field: '0.1', value, base: '' };
}

test('only what nobody knows is to be done; what the system brought is not the clerk’s to mend', () => {
  const { rows, toDo, wrong } = standing(FILL);

  expect({ rows, wrong }).toEqual({ rows: 2, wrong: 0 });
  expect(toDo.map(({ row, field }) => [row.row, field.key])).toEqual([['r1', '0.2']]);
});

test('what was typed is checked at once, without the server', () => {
  const { toDo, changed, wrong } = standing(applyEdits(FILL, [write('r0', '12')]));

  expect({ changed, wrong }).toEqual({ changed: 1, wrong: 1 });
  expect(toDo[0]?.says).toMatch(/^手机号应为 11 位/u);
});

test('a row that is struck out asks for nothing', () => {
  const edit: FillEdit = { event: 'e', do: 'remove-row', row: 'r1', reason: 'moved' };
  expect(standing(applyEdits(FILL, [edit]))).toMatchObject({ rows: 1, toDo: [] });
});

test.each([
  ['persons', ['person.name', 'person.phone', null], 'person'],
  ['households with a head', ['household.code', 'household.size', 'person.name'], 'household'],
  ['nothing that the catalogue knows', [null, null, null], 'row'],
])('a form about %s counts by them', (_, elements, noun) => {
  const [form] = FILL.forms;
  const fields = form?.fields.map((field, at) => ({ ...field, element: elements[at] ?? null })) ?? [];
  expect(nounOf(form ? [{ ...form, fields }] : [])).toBe(noun);
});
