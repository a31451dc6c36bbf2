/** A form as its page shows it. */
import { isRemark } from '@qingzhuang/analysis';
import type { DeepReadonly, forms } from '@qingzhuang/contract';
import type { SettledField } from '../layout/layout.ts';
import type { Fault, Faults } from './faults.ts';
import { cellKey, type AskedForm, type FilledCell, type FilledRow, type HeldValue } from './fill.ts';

type Cell = DeepReadonly<forms.Cell>;
type Source = DeepReadonly<forms.CellSource>;

/** Rows with their sources told apart from them: most cells share a few. */
export interface RowPage {
  readonly rows: DeepReadonly<forms.FillRow>[];
  readonly sources: readonly Source[];
}

/** These rows as the page shows them. */
export function showRows(
  asked: readonly AskedForm[],
  rows: readonly FilledRow[],
  { faults, seenOf }: { readonly faults: Faults; readonly seenOf: (row: FilledRow) => string },
): RowPage {
  const fields = new Map(asked.map(({ form, fields: all }) => [form, all]));
  const sources: Source[] = [];
  const places = new Map<string, number>();
  function placeOf({ source: says, asOf, isFresh }: Omit<HeldValue, 'value'>): number {
    const key = `${says} ${asOf} ${isFresh}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sources.length);
    return sources.push({ says, asOf, isFresh }) - 1;
  }
  const shown = rows.map((one) => ({
    ...headOf(one, seenOf(one)),
    cells: one.cells.map((cell, place) => {
      const fault = faults.get(cellKey(one.row, fields.get(one.form)?.[place]?.key ?? ''));
      const source = cell.held === null ? undefined : placeOf(cell.held);
      return { ...showCell(cell, fault), ...(source !== undefined && { source }) };
    }),
  }));
  return { rows: shown, sources };
}

function headOf({ row, form, name, isAdded, removed }: FilledRow, seen: string): Omit<forms.FillRow, 'cells'> {
  return { row, form, name, isAdded, removed, ...(seen !== '' && { seen }) };
}

/** A cell without its source. */
export function showCell({ value, state, prefilled, conflict }: FilledCell, fault?: Fault): Cell {
  return {
    ...{ value, state },
    ...(prefilled !== null && { prefilled }),
    ...(conflict !== null && { conflict }),
    ...(fault !== undefined && (fault.isWrong ? { fault: fault.says } : { doubt: fault.says })),
    ...(fault?.suggestion != null && { suggestion: fault.suggestion }),
  };
}

/** A field as bearers see it. */
export function showField(
  { key, field, element, derived }: SettledField,
  elements: ReadonlyMap<string, { readonly name: string }>,
): DeepReadonly<forms.FormField> {
  const { label, type, unit, options, isComputed } = field;
  const elementName = element === null ? null : (elements.get(element)?.name ?? null);
  return { key, label, type, unit, options, isComputed, isRemark: isRemark(label), element, elementName, derived };
}
