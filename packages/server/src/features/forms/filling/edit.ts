/** What clerks do with cells: who wrote first is kept, and what came second is never lost. */
import type { FilledCell, FilledRow, TouchedCell } from './fill.ts';

export interface Written {
  readonly outcome: 'done' | 'conflict';
  readonly cell: TouchedCell;
}

/** A value written on this day over the one that its writer had seen before him. */
export function writeCell(
  cell: FilledCell,
  { value, base }: { readonly value: string; readonly base: string },
  on: string,
): Written {
  const said = value.trim();
  if (said !== cell.value && base.trim() !== cell.value) {
    return { outcome: 'conflict', cell: { ...asTouched(cell), conflict: said } };
  }
  const prefilled = broughtInto(cell);
  const state = prefilled === null ? 'typed' : said === prefilled ? 'confirmed' : 'changed';
  return { outcome: 'done', cell: { value: said, state, prefilled, conflict: null, brought: sourceOf(cell), on } };
}

/** What a cell holds once it is confirmed; undefined where there is nothing to confirm. */
export function confirmCell(cell: FilledCell, on: string): TouchedCell | undefined {
  if (cell.state !== 'prefilled') return undefined;
  const { value, conflict } = cell;
  return { value, state: 'confirmed', prefilled: value, conflict, brought: sourceOf(cell), on };
}

function sourceOf({ stored, held }: FilledCell): NonNullable<TouchedCell['brought']> {
  return { stored, held };
}

function asTouched(cell: FilledCell): TouchedCell {
  const { value, state, conflict, touchedOn } = cell;
  const deed = state === 'typed' || state === 'changed' || state === 'confirmed' ? state : null;
  const kept = deed === null ? {} : { brought: sourceOf(cell), ...(touchedOn !== undefined && { on: touchedOn }) };
  return { value, state: deed, prefilled: broughtInto(cell), conflict, ...kept };
}

/** What the system brought into a cell, whatever became of it; null where it brought nothing. */
export function broughtInto({ state, value, prefilled }: FilledCell): string | null {
  if (state === 'prefilled' || state === 'confirmed') return value;
  return state === 'changed' ? prefilled : null;
}

/** How far a form has come; rows that are struck out do not count. */
export interface Progress {
  readonly rows: number;
  readonly cells: number;
  readonly prefilled: number;
  readonly confirmed: number;
  readonly changed: number;
  readonly typed: number;
  readonly empty: number;
  readonly faults: number;
  readonly conflicts: number;
}

export function progressOf(rows: readonly FilledRow[], faults: number): Progress {
  const counted = rows.filter(({ removed }) => removed === null);
  const states = { prefilled: 0, confirmed: 0, changed: 0, typed: 0, empty: 0, computed: 0, optional: 0 };
  let conflicts = 0;
  for (const { cells } of counted) {
    for (const { state, conflict } of cells) {
      states[state] += 1;
      if (conflict !== null) conflicts += 1;
    }
  }
  const { prefilled, confirmed, changed, typed, empty } = states;
  const cells = prefilled + confirmed + changed + typed + empty;
  return { rows: counted.length, cells, prefilled, confirmed, changed, typed, empty, faults, conflicts };
}
