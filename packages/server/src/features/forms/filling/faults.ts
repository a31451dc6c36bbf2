/** What is wrong with what clerks have written, one sentence a cell. What the system brought is not theirs to mend. */
import { checkRows } from '@qingzhuang/analysis';
import { cellKey, type AskedForm, type FilledRow } from './fill.ts';

export interface Fault {
  /** Chinese: what is wrong and what to do. */
  readonly says: string;
  /** Keeps the form from being sent. */
  readonly isWrong: boolean;
  readonly suggestion: string | null;
}

/** By `cellKey`; rows that are struck out have none. */
export type Faults = ReadonlyMap<string, Fault>;

/** The worst fault of each cell that somebody has written. */
export function findFaults(asked: readonly AskedForm[], rows: readonly FilledRow[], today: string): Faults {
  const faults = new Map<string, Fault>();
  for (const { form, fields } of asked) {
    const own = rows.filter((row) => row.form === form && row.removed === null);
    if (!own.some(isWritten)) continue;
    const found = checkRows(
      fields.map(({ field }) => field),
      own.map(({ cells }) => cells.map(({ value }) => value)),
      today,
    );
    for (const { row, field, message, severity, suggestion } of found) {
      const [at, place] = [own[row], fields[field]];
      const state = at?.cells[field]?.state;
      if (at === undefined || place === undefined || (state !== 'typed' && state !== 'changed')) continue;
      const key = cellKey(at.row, place.key);
      if (faults.get(key)?.isWrong === true) continue;
      faults.set(key, { says: message, isWrong: severity === 'wrong', suggestion });
    }
  }
  return faults;
}

function isWritten({ cells }: FilledRow): boolean {
  return cells.some(({ state }) => state === 'typed' || state === 'changed');
}

export function countWrong(faults: Faults): number {
  return [...faults.values()].filter(({ isWrong }) => isWrong).length;
}
