/** What the county's data has changed in a form since it was shown here: nobody confirms what he has not seen. */
import type { Fill } from '../../fills.ts';
import { broughtInto, type Cell, type Field, type Row } from './draft.ts';

/** A value that was brought, and what is brought now. */
export interface MovedCell {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

/** A row that came, went, or is brought otherwise; without cells where clerks have written over what has changed. */
export interface MovedRow {
  readonly row: Row;
  readonly how: 'came' | 'went' | 'changed';
  readonly cells: readonly MovedCell[];
}

/** The rows of which something else is brought now, in their order, then those that are gone. */
export function movedRows(before: Fill, after: Fill): readonly MovedRow[] {
  if (isFrozen(before) || isFrozen(after) || before.seen === after.seen) return [];
  const shown = new Map(before.rows.map((row) => [row.row, row]));
  const now = new Set(after.rows.map(({ row }) => row));
  const moved = after.rows.flatMap((row): MovedRow[] => {
    const old = shown.get(row.row);
    if (row.seen === undefined || row.seen === old?.seen) return [];
    if (old === undefined) return [{ row, how: 'came', cells: [] }];
    return [{ row, how: 'changed', cells: movedCells(after, old, row) }];
  });
  const went = before.rows.filter(({ row, seen }) => seen !== undefined && !now.has(row));
  return [...moved, ...went.map((row): MovedRow => ({ row, how: 'went', cells: [] }))];
}

/** What was handed in stays as it is. */
export function isFrozen({ seen = '' }: Pick<Fill, 'seen'>): boolean {
  return seen === '';
}

function movedCells({ forms }: Fill, old: Row, row: Row): MovedCell[] {
  const fields = forms.find(({ form }) => form === row.form)?.fields ?? [];
  return fields.flatMap((field, at): MovedCell[] => {
    const [before, after] = [brought(old.cells[at]), brought(row.cells[at])];
    return before === after ? [] : [{ field, before, after }];
  });
}

function brought(cell: Cell | undefined): string {
  return cell === undefined ? '' : (broughtInto(cell) ?? '');
}
