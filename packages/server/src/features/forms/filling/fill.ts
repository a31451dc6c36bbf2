/**
 * One form of one bearer: rows that follow from the facts, and over them what clerks have looked at or written. Only the
 * latter is kept until the form is handed in, so what the county learns meanwhile stands in the form at once.
 */
import { derive, deriveOver, viewValue, type Derivation, type Element, type Entity } from '@qingzhuang/analysis';
import type { DeepReadonly, forms } from '@qingzhuang/contract';
import type { SettledField } from '../layout/layout.ts';
import { belongsTo } from '../layout/population.ts';

/** A value that the county holds. */
export interface HeldValue {
  readonly value: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Whom it comes from, in words. */
  readonly source: string;
  readonly isFresh: boolean;
}

export interface HeldSubject {
  readonly id: number;
  readonly name: string | null;
  /** By element. */
  readonly values: ReadonlyMap<string, HeldValue>;
  /** It is no more, or the bearer has said in a form that it is not there: it stands only where it was struck out. */
  readonly isGone?: true;
}

/** What the county holds of a bearer's area. */
export interface Holdings {
  /** The bearer itself, as a village. */
  readonly unit: HeldSubject | null;
  readonly subjects: ReadonlyMap<Entity, readonly HeldSubject[]>;
}

export const NO_HOLDINGS: Holdings = { unit: null, subjects: new Map() };

/** A form as bearers fill it: what the drafter has left of it. */
export interface AskedForm {
  readonly form: number;
  readonly population: DeepReadonly<forms.Population>;
  readonly fields: readonly SettledField[];
}

/** What somebody did with a cell. */
export interface TouchedCell {
  readonly value: string;
  /** Null: nobody did but for the conflict. */
  readonly state: 'typed' | 'changed' | 'confirmed' | null;
  /** What stood there, brought by the system. */
  readonly prefilled: string | null;
  /** What somebody else wrote at the same time. */
  readonly conflict: string | null;
  /** Of what was brought then: the facts may have moved on since. */
  readonly brought?: Pick<FilledCell, 'stored' | 'held'>;
  /** The day of it, `YYYY-MM-DD`. */
  readonly on?: string;
}

/** A row that somebody has added or struck out. */
export interface TouchedRow {
  readonly row: string;
  readonly form: number;
  readonly isAdded: boolean;
  /** In words; null: it stands. */
  readonly removed: string | null;
  readonly reason: RemovalReason | null;
  /** It stands again after it was struck out. */
  readonly isRestored: boolean;
}

export type RemovalReason = Extract<forms.FillEdit, { readonly do: 'remove-row' }>['reason'];

export interface Touched {
  readonly rows: readonly TouchedRow[];
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, TouchedCell>;
}

export const UNTOUCHED: Touched = { rows: [], cells: new Map() };

export function cellKey(row: string, field: string): string {
  return `${row} ${field}`;
}

export interface FilledCell {
  readonly value: string;
  /** What was brought as it is stored; null where nothing was, or where it was worked out. */
  readonly stored: string | null;
  readonly state: forms.CellState;
  /** Null where the system brought nothing. */
  readonly held: Omit<HeldValue, 'value'> | null;
  readonly prefilled: string | null;
  readonly conflict: string | null;
  /** When somebody looked at it or wrote it, `YYYY-MM-DD`. */
  readonly touchedOn?: string;
}

export interface FilledRow {
  readonly row: string;
  readonly form: number;
  readonly subject: number | null;
  readonly name: string | null;
  readonly isAdded: boolean;
  readonly removed: string | null;
  readonly reason?: RemovalReason;
  /** The county has it as gone, and it stands all the same: once the form is sent it is back. */
  readonly isBack?: true;
  /** What the system brings, whatever clerks did; not kept of what was handed in. */
  readonly brought?: readonly string[];
  /** One for each field of the form. */
  readonly cells: readonly FilledCell[];
}

/** What filling needs to know besides. */
export interface Filling {
  readonly elements: ReadonlyMap<string, Pick<Element, 'type' | 'unit' | 'options'>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** All rows of the forms: those that the facts give, in their order, and then those that clerks have added. */
export function layOutRows(
  asked: readonly AskedForm[],
  holdings: Holdings,
  touched: Touched,
  filling: Filling,
): readonly FilledRow[] {
  const struck = new Map(touched.rows.map((row) => [row.row, row]));
  return asked.flatMap((form) => {
    const standing = subjectsOf(form, holdings, filling.today).filter(({ id, subject }) => {
      const before = struck.get(`${form.form}.${id}`);
      return subject?.isGone !== true || before?.isRestored === true || (before?.reason ?? null) !== null;
    });
    const known = standing.map(({ id, subject, area }) => {
      const cells = form.fields.map((field) => broughtBy(field, subject, area, filling));
      return rowOf(form, { row: `${form.form}.${id}`, isAdded: false, subject, cells }, { struck, touched });
    });
    const added = touched.rows
      .filter((row) => row.isAdded && row.form === form.form)
      .map(({ row }) => {
        const cells = form.fields.map(() => null);
        return rowOf(form, { row, isAdded: true, subject: null, cells }, { struck, touched });
      });
    return [...known, ...added];
  });
}

interface RowSubject {
  readonly id: string;
  readonly subject: HeldSubject | null;
  /** Of whom a figure about the whole unit is counted. */
  readonly area: Holdings['subjects'];
}

const NOBODY: Holdings['subjects'] = new Map();

function subjectsOf({ population }: AskedForm, { unit, subjects }: Holdings, today: string): readonly RowSubject[] {
  if (population.rows === 'unit') return [{ id: 'unit', subject: unit, area: living(subjects) }];
  if (population.rows === 'blank' || population.entity === null) return [];
  const all = subjects.get(population.entity) ?? [];
  const wanted = population.conditions.length === 0 ? all : all.filter((one) => isWanted(population, one, today));
  return wanted.map((subject) => ({ id: String(subject.id), subject, area: NOBODY }));
}

/** Whom a figure counts: nobody who is gone. */
function living(subjects: Holdings['subjects']): Holdings['subjects'] {
  return new Map([...subjects].map(([entity, all]) => [entity, all.filter(({ isGone }) => isGone !== true)]));
}

function isWanted(population: AskedForm['population'], { values }: HeldSubject, today: string): boolean {
  return belongsTo(population, plain(values), today);
}

function plain(values: HeldSubject['values']): ReadonlyMap<string, string> {
  return new Map([...values].map(([element, { value }]) => [element, value]));
}

type Brought = {
  readonly value: string;
  readonly stored: string | null;
  readonly held: Omit<HeldValue, 'value'>;
} | null;

/** What the system brings for a field, in the spelling that the form asks for; null where the county does not know. */
function broughtBy(
  { element, derived, field }: SettledField,
  subject: HeldSubject | null,
  area: Holdings['subjects'],
  { elements, today }: Filling,
): Brought {
  const known = element === null ? undefined : elements.get(element);
  if (element === null || known === undefined) return null;
  const found = derived === null ? (subject?.values.get(element) ?? null) : workedOut(derived, subject, area, today);
  if (found === null) return null;
  const { value, ...held } = found;
  return { value: viewValue(value, field, known, derived), stored: derived === null ? value : null, held };
}

const COUNTED = new Set<Derivation['how']>(['count', 'sum', 'share']);

function workedOut(
  derivation: Derivation,
  subject: HeldSubject | null,
  area: Holdings['subjects'],
  today: string,
): HeldValue | null {
  const entity = derivation.from[0]?.split('.')[0] as Entity | undefined;
  const counted = entity === undefined || !COUNTED.has(derivation.how) ? undefined : area.get(entity);
  const sources = (counted ?? [subject]).flatMap((one) =>
    derivation.from.flatMap((element) => one?.values.get(element) ?? []),
  );
  const value =
    counted === undefined
      ? derive(derivation, plain(subject?.values ?? new Map<string, HeldValue>()), today)
      : deriveOver(
          derivation,
          counted.map(({ values }) => plain(values)),
          today,
        );
  const [first] = sources;
  if (value === null || first === undefined) return null;
  const asOf = sources.reduce((oldest, held) => (held.asOf < oldest ? held.asOf : oldest), first.asOf);
  return { value, asOf, source: first.source, isFresh: sources.every((held) => held.isFresh) };
}

interface RowBefore {
  readonly row: string;
  readonly isAdded: boolean;
  readonly subject: HeldSubject | null;
  readonly cells: readonly Brought[];
}

function rowOf(
  { form, fields }: AskedForm,
  { row, isAdded, subject, cells }: RowBefore,
  { struck, touched }: { readonly struck: ReadonlyMap<string, TouchedRow>; readonly touched: Touched },
): FilledRow {
  const { removed, reason } = struck.get(row) ?? STANDING;
  return {
    ...{ row, form, isAdded, ...whoOf(subject), removed },
    ...(reason !== null && { reason }),
    ...(subject?.isGone === true && removed === null && { isBack: true as const }),
    brought: cells.map((cell) => cell?.value ?? ''),
    cells: fields.map((field, place) =>
      cellOf(field, cells[place] ?? null, touched.cells.get(cellKey(row, field.key))),
    ),
  };
}

const STANDING: Pick<TouchedRow, 'removed' | 'reason'> = { removed: null, reason: null };

function whoOf(subject: HeldSubject | null): Pick<FilledRow, 'subject' | 'name'> {
  return subject === null ? { subject: null, name: null } : { subject: subject.id, name: subject.name };
}

function cellOf(field: SettledField, brought: Brought, touched: TouchedCell | undefined): FilledCell {
  const blank = blankCell(field);
  if (blank.state === 'computed') return blank;
  const under: FilledCell =
    brought === null || brought.value === ''
      ? blank
      : { ...brought, state: 'prefilled', prefilled: null, conflict: null };
  return touched === undefined ? under : laidOver(under, touched);
}

const EMPTY: FilledCell = { value: '', stored: null, state: 'empty', held: null, prefilled: null, conflict: null };
const COMPUTED: FilledCell = { ...EMPTY, state: 'computed' };
const REMARK: FilledCell = { ...EMPTY, state: 'optional' };

/** A cell of which nothing is known. */
export function blankCell({ certainty }: Pick<SettledField, 'certainty'>): FilledCell {
  if (certainty === 'remark') return REMARK;
  return certainty === 'computed' ? COMPUTED : EMPTY;
}

/** The cell once somebody has done this with it. */
export function laidOver(under: FilledCell, touched: TouchedCell): FilledCell {
  const { value, state, prefilled, conflict, brought, on } = touched;
  if (state === null) return { ...under, conflict };
  const emptied = under.state === 'optional' ? 'optional' : 'empty';
  const shown = state === 'typed' && value === '' ? emptied : state;
  return {
    ...{ ...under, ...brought, value, state: shown, prefilled: state === 'changed' ? prefilled : null, conflict },
    ...(on !== undefined && { touchedOn: on }),
  };
}
