/** What the county holds of a form's fields, measured on the rows that bearers would be given. */
import { formMinutes, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import type { FilledCell, FilledRow } from '../filling/fill.ts';
import { roundMinutes } from '../reuse/reuse.ts';
import { askedFields, settledFields, type Layout, type SettledField } from '../layout/layout.ts';

/** As it is kept beside the layout: counts, and no personal data. */
export interface Held {
  /** When it was looked up: `YYYY-MM-DD`. */
  readonly on: string;
  readonly bearers: number;
  /** How many of the bearers were looked at; their mean stands for all. */
  readonly sampled: number;
  /** Rows of one bearer, on average; of those that bearers add themselves one is assumed. */
  readonly rows: number;
  /** For how many of those looked at every value is there and fresh. */
  readonly complete: number;
  /** By field: the share of rows with a fresh value, and the oldest day of them. */
  readonly fields: Readonly<Record<string, HeldField>>;
}

export interface HeldField {
  readonly share: number;
  readonly asOf: string | null;
}

export const NOTHING_HELD: Held = { on: '', bearers: 0, sampled: 0, rows: 1, complete: 0, fields: {} };

/** From this share on a field counts as held: the rest are single gaps. House setting. */
export const HELD_SHARE = 0.9;

/** What is held of the fields for the bearers that were looked at, each with its rows. */
export function heldOf(
  layout: Layout,
  looked: readonly (readonly FilledRow[])[],
  { on, bearers }: Pick<Held, 'on' | 'bearers'>,
): Held {
  const rows = looked.flat();
  const fields = keptFields(layout);
  const perForm = new Map(fields.map((field) => [field.form, fields.filter(({ form }) => form === field.form)]));
  const held = new Map<string, Counted>();
  for (const { form, cells } of rows) {
    for (const [place, { key, certainty }] of (perForm.get(form) ?? []).entries()) {
      const cell = cells[place];
      if (cell !== undefined && certainty !== 'computed') held.set(key, counted(held.get(key), cell));
    }
  }
  return {
    ...{ on, bearers, sampled: looked.length },
    rows: Math.max(1, rows.length / Math.max(1, looked.length)),
    complete: looked.filter(isComplete).length,
    fields: Object.fromEntries([...held].map(([key, { total, fresh, asOf }]) => [key, { share: fresh / total, asOf }])),
  };
}

interface Counted {
  readonly total: number;
  readonly fresh: number;
  readonly asOf: string | null;
}

function counted({ total, fresh, asOf }: Counted = { total: 0, fresh: 0, asOf: null }, { held }: FilledCell): Counted {
  if (held?.isFresh !== true) return { total: total + 1, fresh, asOf };
  const oldest = asOf === null || held.asOf < asOf ? held.asOf : asOf;
  return { total: total + 1, fresh: fresh + 1, asOf: oldest };
}

/** Every value of the form is there and fresh: nobody has anything to do. A form without rows is for its bearer to see. */
export function isComplete(rows: readonly FilledRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ cells }) =>
      cells.every(
        ({ state, held }) =>
          state === 'computed' || state === 'optional' || (state === 'prefilled' && held?.isFresh === true),
      ),
    )
  );
}

/** What bearers are given of a form: what the drafter keeps, with what it works out itself. */
export function keptFields(layout: Layout): readonly SettledField[] {
  return settledFields(layout).filter(({ keep }) => keep);
}

/** The share of cells that need not be filled in, 0 to 1. */
export function reusableShare(layout: Layout, held: Held): number {
  const fields = askedFields(layout);
  if (fields.length === 0) return 0;
  return fields.reduce((sum, { key }) => sum + shareOf(held, key), 0) / fields.length;
}

export function shareOf({ fields }: Held, key: string): number {
  return fields[key]?.share ?? 0;
}

/** Minutes of one bearer, one time: all by hand, and with what is held brought by the system. */
export function minutesOf(layout: Layout, held: Held): { readonly before: Interval; readonly after: Interval } {
  const fields = askedFields(layout);
  const before = formMinutes(
    fields.map(({ field: { type } }) => ({ type, isPrefilled: false })),
    held.rows,
  );
  const saved = fields.map(({ key, field }) => times(savedBy(field.type, held.rows), shareOf(held, key)));
  return { before, after: saved.reduce(minus, before) };
}

/** What it saves that a field is looked at and not filled in. */
function savedBy(type: SettledField['field']['type'], rows: number): Interval {
  return minus(formMinutes([{ type, isPrefilled: false }], rows), formMinutes([{ type, isPrefilled: true }], rows));
}

export function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}

/** As it is told: bound by bound, to a tenth. */
export function rounded({ low, likely, high }: Interval): Interval {
  return { low: roundMinutes(low), likely: roundMinutes(likely), high: roundMinutes(high) };
}

/** Bound by bound and never below nothing. */
export function minus(one: Interval, other: Interval): Interval {
  return {
    low: Math.max(0, one.low - other.low),
    likely: Math.max(0, one.likely - other.likely),
    high: Math.max(0, one.high - other.high),
  };
}

type Details = DeepReadonly<demands.DemandDetails>;
type FormDetails = Extract<Details, { readonly kind: 'form' }>;

/** The details of a demand as its form has them: a form counts its fields, whatever else counts its minutes. */
export function detailsFollowing(details: Details, layout: Layout, held: Held): Details {
  const fields = askedFields(layout);
  if (details.kind !== 'form') {
    const minutes = Math.ceil(minutesOf(layout, held).after.likely);
    return { ...details, otherMinutes: Math.min(MOST_MINUTES, Math.max(details.otherMinutes ?? 0, minutes)) };
  }
  // Nothing is left to ask: a form has a field at least, and the one that is there is known.
  if (fields.length === 0) return { ...details, fields: { ...NO_FIELDS, known: 1 }, rows: 1 };
  const counts: Record<keyof FormDetails['fields'], number> = { ...NO_FIELDS };
  for (const { key, field } of fields) {
    const isHeld = shareOf(held, key) >= HELD_SHARE;
    counts[isHeld ? 'known' : COUNTED_AS[field.type]] += 1;
  }
  return { ...details, fields: counts, rows: Math.min(MOST_ROWS, Math.ceil(held.rows)) };
}

const MOST_MINUTES = 100_000;
const MOST_ROWS = 1_000_000;
const NO_FIELDS = { text: 0, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 } as const;

const COUNTED_AS: Readonly<Record<SettledField['field']['type'], keyof FormDetails['fields']>> = {
  text: 'text',
  'identity-number': 'text',
  phone: 'text',
  'long-text': 'longText',
  number: 'number',
  date: 'date',
  choice: 'choice',
  boolean: 'choice',
  file: 'file',
};
