/** A form with what was done on this device and the server does not know yet. */
import type { forms } from '@qingzhuang/contract';
import type { Fill } from '../../fills.ts';

export type FillEdit = forms.FillEdit;
export type FillForm = Fill['forms'][number];
export type Field = FillForm['fields'][number];
export type Row = Fill['rows'][number];
export type Cell = Row['cells'][number];

/** One thing to do, before it has a name and a time. */
export type NewEdit = FillEdit extends infer Edit
  ? Edit extends FillEdit
    ? Omit<Edit, 'event' | 'saidAt'>
    : never
  : never;

/** The form as it will be once these edits have arrived. Rows that none of them concerns stay the same objects. */
export function applyEdits(fill: Fill, edits: readonly FillEdit[]): Fill {
  if (edits.length === 0) return fill;
  const rows = new Map(fill.rows.map((row) => [row.row, row]));
  for (const edit of edits) applyEdit(rows, fill.forms, edit);
  return { ...fill, rows: [...rows.values()] };
}

function applyEdit(rows: Map<string, Row>, all: readonly FillForm[], edit: FillEdit): void {
  switch (edit.do) {
    case 'write':
      changeRow(rows, edit.row, (row) => {
        const fields = all.find(({ form }) => form === row.form)?.fields ?? [];
        const cells = row.cells.map((cell, at) => {
          const field = fields[at];
          return field?.key === edit.field ? writtenCell(cell, edit.value, field) : cell;
        });
        return { ...row, cells };
      });
      break;
    case 'confirm':
      for (const one of edit.rows) changeRow(rows, one, (row) => ({ ...row, cells: row.cells.map(confirmedCell) }));
      break;
    case 'add-row': {
      const form = all.find((one) => one.form === edit.form);
      if (form !== undefined && !rows.has(edit.row)) rows.set(edit.row, blankRow(form, edit.row));
      break;
    }
    case 'remove-row':
      changeRow(rows, edit.row, (row) => ({ ...row, removed: edit.reason }));
      break;
    case 'restore-row':
      changeRow(rows, edit.row, (row) => ({ ...row, removed: null }));
      break;
  }
}

function changeRow(rows: Map<string, Row>, id: string, change: (row: Row) => Row): void {
  const row = rows.get(id);
  if (row !== undefined) rows.set(id, change(row));
}

/** What the system brought into a cell, whatever became of it; null where it brought nothing. */
export function broughtInto({ state, value, prefilled }: Cell): string | null {
  if (state === 'prefilled' || state === 'confirmed') return value;
  return state === 'changed' ? (prefilled ?? null) : null;
}

/** As the server will have it; whatever was wrong with the value before says nothing about this one. */
function writtenCell(cell: Cell, typed: string, field: Field): Cell {
  const value = typed.trim();
  const brought = broughtInto(cell);
  const source = cell.source === undefined ? {} : { source: cell.source };
  if (brought === null) return { value, state: value === '' ? blankState(field) : 'typed', ...source };
  if (value === brought) return { value, state: 'confirmed', ...source };
  return { value, state: 'changed', prefilled: brought, ...source };
}

function confirmedCell(cell: Cell): Cell {
  return cell.state === 'prefilled' ? { ...cell, state: 'confirmed' } : cell;
}

/** What an empty cell is. */
function blankState({ isComputed, isRemark }: Pick<Field, 'isComputed' | 'isRemark'>): Cell['state'] {
  if (isComputed) return 'computed';
  return isRemark ? 'optional' : 'empty';
}

function blankRow({ form, fields }: FillForm, row: string): Row {
  const cells = fields.map((field): Cell => ({ value: '', state: blankState(field) }));
  return { row, form, name: null, isAdded: true, removed: null, cells };
}

type Outcome = forms.EditOutcome;

/** The server's form after it has taken these edits: where somebody else was first, his value stands there. */
export function settleEdits(fill: Fill, edits: readonly FillEdit[], outcomes: readonly Outcome[]): Fill {
  const told = new Map(outcomes.map((outcome) => [outcome.event, outcome]));
  const applied = applyEdits(
    fill,
    edits.filter(({ event }) => told.get(event)?.outcome !== 'no-such-place'),
  );
  const rows = new Map(applied.rows.map((row) => [row.row, row]));
  for (const edit of edits) {
    const cell = told.get(edit.event)?.cell;
    if (edit.do !== 'write' || cell === undefined) continue;
    const fields = fill.forms.flatMap((form) => form.fields.map(({ key }, place) => ({ form: form.form, key, place })));
    changeRow(rows, edit.row, (row) => {
      const place = fields.find(({ form, key }) => form === row.form && key === edit.field)?.place;
      const cells = row.cells.map((before, at) => (at === place ? { ...withSource(before), ...cell } : before));
      return { ...row, cells };
    });
  }
  return { ...applied, rows: [...rows.values()] };
}

// The server says the whole cell but for its source.
function withSource({ source }: Cell): Pick<Cell, 'source'> {
  return source === undefined ? {} : { source };
}

/** What undoes an edit; null where there is nothing to undo. */
export function inverseOf(fill: Fill, edit: NewEdit): NewEdit | null {
  if (edit.do === 'write') {
    const before = cellAt(fill, edit.row, edit.field);
    return before === undefined ? null : { ...edit, value: before.value, base: edit.value.trim() };
  }
  if (edit.do === 'remove-row') return { do: 'restore-row', row: edit.row };
  if (edit.do === 'add-row') return { do: 'remove-row', row: edit.row, reason: 'added-by-mistake' };
  return null;
}

/** The cell of a row and a field. */
export function cellAt(
  { rows, forms: all }: Pick<Fill, 'rows' | 'forms'>,
  id: string,
  field: string,
): Cell | undefined {
  const row = rows.find((one) => one.row === id);
  const place = all.find(({ form }) => form === row?.form)?.fields.findIndex(({ key }) => key === field) ?? -1;
  return row?.cells[place];
}
