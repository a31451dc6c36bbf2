/** What is wrong with what clerks have written, one sentence a cell. What the system brought is not theirs to mend. */
import { checkRows } from '@qingzhuang/analysis';
import { cellKey, type AskedForm, type FilledCell, type FilledRow } from './fill.ts';

export interface Fault {
  /** Chinese: what is wrong and what to do. */
  readonly says: string;
  /** Keeps the form from being sent. */
  readonly isWrong: boolean;
  readonly suggestion: string | null;
}

/** By `cellKey`; rows that are struck out have none. */
export type Faults = ReadonlyMap<string, Fault>;

/** The elements that tell subjects apart. */
type Codes = ReadonlySet<string | null>;

/** The worst fault of each cell that somebody has written. */
export function findFaults(
  asked: readonly AskedForm[],
  rows: readonly FilledRow[],
  { today, codes }: { readonly today: string; readonly codes: Codes },
): Faults {
  const faults = new Map<string, Fault>();
  for (const form of asked) {
    const own = rows.filter((row) => row.form === form.form && row.removed === null);
    // Where nobody has written there is nothing to mend, and most forms are read so.
    if (!own.some(({ cells }) => cells.some(isWritten))) continue;
    for (const [key, fault] of [...changedCodes(form, own, codes), ...faultsIn(form, own, today)]) {
      if (faults.get(key)?.isWrong !== true) faults.set(key, fault);
    }
  }
  return faults;
}

function faultsIn({ fields }: AskedForm, rows: readonly FilledRow[], today: string): [string, Fault][] {
  const checked = fields.map(({ field }) => field);
  const values = rows.map(({ cells }) => cells.map(({ value }) => value));
  const written = rows.map(({ cells }) => cells.some(isWritten));
  return checkRows(checked, values, today, (row) => written[row] === true).flatMap(
    ({ row, field, message, severity, suggestion }) => {
      const [at, place] = [rows[row], fields[field]];
      if (at === undefined || place === undefined || !isWritten(at.cells[field])) return [];
      return [[cellKey(at.row, place.key), { says: message, isWrong: severity === 'wrong', suggestion }]];
    },
  );
}

const OTHER_CODE: Fault = {
  says: '号码是认人认物的，这里不能改：号码有误请到数据目录更正，换了人请划掉这一行再加一行',
  isWrong: true,
  suggestion: null,
};

/** Another number would write one subject's values to another. */
function changedCodes({ fields }: AskedForm, rows: readonly FilledRow[], codes: Codes): [string, Fault][] {
  const known = rows.filter(({ subject }) => subject !== null && subject > 0);
  return known.flatMap(({ row, cells }) =>
    fields.flatMap((field, place): [string, Fault][] =>
      field.derived === null && codes.has(field.element) && cells[place]?.state === 'changed'
        ? [[cellKey(row, field.key), OTHER_CODE]]
        : [],
    ),
  );
}

function isWritten(cell: FilledCell | undefined): boolean {
  return cell?.state === 'typed' || cell?.state === 'changed';
}

export function countWrong(faults: Faults): number {
  return [...faults.values()].filter(({ isWrong }) => isWrong).length;
}
