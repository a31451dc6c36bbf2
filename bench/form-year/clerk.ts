/** A village clerk looks through a form, puts right what is wrong, fills in what is missing, and sends it. */
import { randomUUID } from 'node:crypto';
import { readValue, STARTER_CATALOGUE } from '../../packages/analysis/src/index.ts';
import { forms, type DeepReadonly } from '../../packages/contract/src/index.ts';
import type { SignedIn } from '../../packages/server/src/testing/sign-in.ts';
import { trueValue, type AskedForm, type Column } from './asked.ts';
import { columnOf } from './drafter.ts';
import type { Subject } from './truth.ts';

export interface Tally {
  /** Cells of the rows that belong into the form, the serial number left out. */
  readonly cells: number;
  /** Of them, brought by the system before anybody typed. */
  readonly prefilled: number;
  /** Cells whose value the county had been told, in a register or in an earlier form, and those of them it brought. */
  readonly told: number;
  readonly toldPrefilled: number;
  /** Brought in rows that do not belong into the form. */
  readonly stray: number;
  /** Of the prefilled, not so. */
  readonly wrong: number;
  /** Characters that the clerk typed, and would have typed into an empty form. */
  readonly typed: number;
  readonly without: number;
}

export const NOTHING: Tally = {
  ...{ cells: 0, prefilled: 0, told: 0, toldPrefilled: 0 },
  ...{ stray: 0, wrong: 0, typed: 0, without: 0 },
};

export function plus(one: Tally, other: Tally): Tally {
  return {
    cells: one.cells + other.cells,
    prefilled: one.prefilled + other.prefilled,
    told: one.told + other.told,
    toldPrefilled: one.toldPrefilled + other.toldPrefilled,
    stray: one.stray + other.stray,
    wrong: one.wrong + other.wrong,
    typed: one.typed + other.typed,
    without: one.without + other.without,
  };
}

interface Which {
  readonly demand: string;
  readonly unit: string;
}

interface World {
  /** Who truly belongs into the form. */
  readonly asked: readonly Subject[];
  readonly today: string;
  /** What the county was told so far, as `nameOf` spells it; this form adds its own. */
  readonly told: Set<string>;
}

/** One value of one subject, whatever it is at the time. */
export function nameOf({ code }: Subject, element: string): string {
  return `${code} ${element}`;
}

const MOST_EDITS = 500;

type Fill = DeepReadonly<forms.Fill>;
type Row = Fill['rows'][number];

/** Does one village's form. What the system has produced is opened again where it is not right. */
export async function fillIn(
  clerk: SignedIn,
  which: Which,
  form: AskedForm,
  { asked, today, told }: World,
): Promise<Tally> {
  const fill = await readAll(clerk, which);
  const fields = fill.forms[0]?.fields ?? [];
  const columns = fields.map((field) => (field.isComputed ? undefined : columnOf(field.label, form.columns)));
  const { bySubject, strangers } = matchRows(fill, columns, form, asked);
  const edits: forms.FillEdit[] = [];
  let tally = NOTHING;
  for (const subject of asked) {
    const found = bySubject.get(subject);
    const row = found?.row ?? randomUUID();
    const cells = lookAt({ fields, columns, row: found }, subject, today);
    tally = cells.reduce((sum, cell) => plus(sum, tallyOf(cell, told.has(nameOf(subject, cell.element)))), tally);
    if (found === undefined) edits.push({ event: randomUUID(), do: 'add-row', form: 0, row });
    edits.push(...cells.filter(({ isRight }) => !isRight).map((cell) => correct(row, cell)));
  }
  for (const { row } of strangers) edits.push({ event: randomUUID(), do: 'remove-row', row, reason: 'not-asked' });
  tally = plus(tally, { ...NOTHING, stray: countBrought(strangers) });
  await send(clerk, which, fill, edits);
  for (const subject of asked) for (const { element } of form.columns) told.add(nameOf(subject, element));
  return tally;
}

interface OneRow {
  readonly fields: Fill['forms'][number]['fields'];
  readonly columns: readonly (Column | undefined)[];
  /** Missing where the form has none for the subject. */
  readonly row: Row | undefined;
}

/** What stands in the columns of a row, and what should. */
function lookAt({ fields, columns, row }: OneRow, subject: Subject, today: string): LookedAt[] {
  return columns.flatMap((column, index) => {
    const field = fields[index];
    if (column === undefined || field === undefined) return [];
    const value = tell(column, subject, today);
    const shown = row?.cells[index]?.value ?? '';
    const isRight = shown !== '' && isSame(column, shown, value);
    return [{ field: field.key, element: column.element, value, shown, isRight }];
  });
}

function correct(row: string, { field, value, shown }: LookedAt): forms.FillEdit {
  return { event: randomUUID(), do: 'write', row, field, value, base: shown };
}

function countBrought(rows: readonly Row[]): number {
  return rows.flatMap(({ cells }) => cells.filter(({ value, state }) => value !== '' && state !== 'computed')).length;
}

interface LookedAt {
  readonly field: string;
  readonly element: string;
  readonly value: string;
  readonly shown: string;
  readonly isRight: boolean;
}

function tallyOf({ value, shown, isRight }: LookedAt, isTold: boolean): Tally {
  return {
    cells: 1,
    prefilled: Number(shown !== ''),
    told: Number(isTold),
    toldPrefilled: Number(isTold && shown !== ''),
    stray: 0,
    wrong: Number(shown !== '' && !isRight),
    typed: isRight ? 0 : value.length,
    without: value.length,
  };
}

async function readAll(clerk: SignedIn, which: Which): Promise<Fill> {
  const first = await clerk.call(forms.readFill, which);
  const rows = [...first.rows];
  for (let { next } = first; next !== null;) {
    const more = await clerk.call(forms.readFillRows, { ...which, cursor: next });
    rows.push(...more.rows);
    next = more.next;
  }
  return { ...first, rows };
}

async function send(clerk: SignedIn, which: Which, { state }: Fill, edits: forms.FillEdit[]): Promise<void> {
  if (state === 'produced') {
    if (edits.length === 0) return;
    await clerk.call(forms.reopenFill, { ...which, event: randomUUID(), words: '有几处要改' });
  }
  for (let from = 0; from < edits.length; from += MOST_EDITS) {
    await clerk.call(forms.editFill, { ...which, edits: edits.slice(from, from + MOST_EDITS) });
  }
  await clerk.call(forms.submitFill, { ...which, event: randomUUID() });
}

interface Rows {
  readonly bySubject: ReadonlyMap<Subject, Row>;
  readonly strangers: readonly Row[];
}

/** Which row is about whom: by the number that tells them apart; a village has one row. */
function matchRows(
  fill: Fill,
  columns: readonly (Column | undefined)[],
  form: AskedForm,
  asked: readonly Subject[],
): Rows {
  const key = columns.findIndex(
    (column) => column !== undefined && KEYS.has(column.element) && column.how === 'stored',
  );
  const open = new Map(asked.map((subject) => [subject.code, subject]));
  const bySubject = new Map<Subject, Row>();
  const strangers: Row[] = [];
  for (const row of fill.rows) {
    const value = form.entity === 'village' ? (asked[0]?.code ?? '') : (row.cells[key]?.value ?? '');
    const subject = open.get(value);
    if (subject !== undefined && !bySubject.has(subject)) bySubject.set(subject, row);
    else strangers.push(row);
  }
  return { bySubject, strangers };
}

const KEYS: ReadonlySet<string> = new Set(['person.identity-number', 'household.register-number']);

/** What a clerk writes for the true value. */
function tell(column: Column, subject: Subject, today: string): string {
  const value = trueValue(column, subject, today);
  if (value === 'true') return '是';
  return value === 'false' ? '否' : value;
}

const TYPES = new Map(STARTER_CATALOGUE.map((element) => [element.key, element]));

/** Whether two spellings say the same. */
function isSame({ element, how }: Column, one: string, other: string): boolean {
  if (one === other) return true;
  const { type = 'text', options = null } = TYPES.get(element) ?? {};
  const kind = how === 'birth-date' ? 'date' : how === 'stored' ? type : 'text';
  const [left, right] = [readValue(one, kind, options), readValue(other, kind, options)];
  return 'value' in left && 'value' in right && left.value === right.value;
}
