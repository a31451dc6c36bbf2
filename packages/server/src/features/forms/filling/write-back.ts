/** What a form that was handed in says about the county's facts. */
import { convertUnit, readValue, type CatalogueElement, type Entity } from '@qingzhuang/analysis';
import { isCountyBlock } from '@qingzhuang/contract';
import type { AskedForm, FilledCell, FilledRow } from './fill.ts';
import type { SettledField } from '../layout/layout.ts';

/** A subject by its number, or by what tells it apart; with a unit it is made where nobody knows it yet. */
export type SaidOf =
  { readonly id: number } | { readonly entity: Entity; readonly code: string; readonly unit: string | null };

export interface SaidFact {
  readonly subject: SaidOf;
  readonly element: string;
  /** In its one stored spelling. */
  readonly value: string;
  /** The form's cell, `0.3`, and the row. */
  readonly place: string;
  /** The day on which somebody said so, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly row: string;
  readonly field: string;
}

export interface Saying {
  readonly unit: string;
  readonly elements: ReadonlyMap<string, CatalogueElement>;
  /** What tells the subjects of each kind apart. */
  readonly codes: Readonly<Record<Entity, readonly string[]>>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Every value that somebody has confirmed, corrected or written, as far as the catalogue has a place for it. */
export function factsSaid(asked: readonly AskedForm[], rows: readonly FilledRow[], saying: Saying): SaidFact[] {
  const forms = new Map(asked.map((form) => [form.form, form]));
  return rows
    .filter(({ removed }) => removed === null)
    .flatMap((row) => {
      const form = forms.get(row.form);
      const entity = form === undefined ? null : entityOf(form, saying.unit);
      if (form === undefined || entity === null) return [];
      const values = valuesSaid(form, row, entity, saying);
      const subject = subjectOf(row, entity, values, saying);
      if (subject === null) return [];
      return values.map(({ element, value, key: field, asOf }) => {
        return { subject, element, value, asOf, place: `${field} ${row.row}`, row: row.row, field };
      });
    });
}

/** A town is no village: what it says of itself has no place. */
function entityOf({ population }: AskedForm, unit: string): Entity | null {
  if (population.rows !== 'unit') return population.entity;
  return isVillage(unit) ? 'village' : null;
}

/** Neither a town nor a body of the county. */
export function isVillage(unit: string): boolean {
  return !unit.endsWith('000') && !isCountyBlock(unit);
}

interface SaidValue {
  readonly element: string;
  readonly value: string;
  readonly key: string;
  readonly asOf: string;
}

function valuesSaid(form: AskedForm, { cells }: FilledRow, entity: Entity, saying: Saying): SaidValue[] {
  return form.fields.flatMap((field, place) => {
    const element = field.element === null ? undefined : saying.elements.get(field.element);
    const cell = cells[place];
    // What is worked out stands nowhere by itself.
    if (element?.entity !== entity || field.derived !== null || cell === undefined) return [];
    const value = storedOf(cell, field, element, saying.today);
    return value === null
      ? []
      : [{ element: element.key, value, key: field.key, asOf: cell.touchedOn ?? saying.today }];
  });
}

/** A view may show less than the whole value: what was confirmed is what was brought. */
function storedOf(cell: FilledCell, { field }: SettledField, element: CatalogueElement, today: string): string | null {
  if (cell.state === 'confirmed') return cell.stored;
  if ((cell.state !== 'changed' && cell.state !== 'typed') || cell.value === '') return null;
  return readAs(cell.value, field.unit, element, today);
}

/** What was written in the form's unit, as the catalogue keeps it. */
function readAs(
  written: string,
  formUnit: string | null,
  { type, options, unit }: CatalogueElement,
  today: string,
): string | null {
  const reading = readValue(written, type, options, { today, unit: formUnit ?? unit });
  if (!('value' in reading)) return null;
  const isOther = type === 'number' && formUnit !== null && unit !== null && formUnit !== unit;
  return isOther ? convertUnit(reading.value, formUnit, unit) : reading.value;
}

function subjectOf(
  { subject }: FilledRow,
  entity: Entity,
  values: readonly SaidValue[],
  { unit, codes }: Saying,
): SaidOf | null {
  if (subject !== null && subject > 0) return { id: subject };
  if (entity === 'village') return { entity, code: unit, unit };
  const code = codes[entity].map((key) => values.find(({ element }) => element === key)?.value).find(Boolean);
  // A list at a town names people of its villages: it adds nobody, and moves nobody to the town.
  return code === undefined ? null : { entity, code, unit: isVillage(unit) ? unit : null };
}
