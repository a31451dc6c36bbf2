/** Matrices: a value where the name of a row and the header of a column meet. */
import { isBarred, isBlank, isDatum, withoutLayoutSpaces } from './cell-words.ts';
import type { Body } from './body.ts';
import { fieldOf, isTotalLabel } from './field-of.ts';
import type { Zone } from './grid.ts';
import type { Header } from './header.ts';
import { isAside, ownWords, UNIT_COLUMN, type HeaderColumn } from './header-column.ts';
import type { Label } from './label.ts';
import type { LaidField } from './laid-form.ts';
import { Outline } from './outline.ts';
import { isTotal } from './row-kind.ts';
import { hintsOf } from './slots.ts';
import { bareUnitOf, isNoAmount } from './units.ts';

/** Columns that say what each row is about, and the columns of values beside them. */
export interface Run {
  readonly keys: readonly HeaderColumn[];
  readonly values: readonly HeaderColumn[];
}

interface Matrix {
  readonly header: Header;
  readonly body: Body;
  readonly runs: readonly Run[];
  readonly formUnit: string | null;
}

/** Headers of a single column of values that add nothing to the names of the rows. */
const MERE_VALUE =
  /^(?:数量|数值|数|数据|本年|本期|本月|本季|本季度|本年累计|累计|填报数|实际数|实有数|指标值|值|内容|填写内容|填报内容|填写栏|填报栏|填报情况|具体内容|具体情况|情况|结果|总数|金额|合计)$/u;

/** Row by row, printed values and struck out cells left out. */
export function readMatrix(zone: Zone, matrix: Matrix): LaidField[] {
  const { body, runs } = matrix;
  const rows = [...body.subjects, ...body.totals, ...body.sections].toSorted((one, other) => one - other);
  const sections = new Set(body.sections);
  const outlined = runs.map((run) => ({ run, outline: new Outline() }));
  return rows.flatMap((index) => {
    if (!sections.has(index))
      return outlined.flatMap((one) => fieldsOfRow(zone, zone.grid.numberOf(index), { ...matrix, ...one }));
    const [banner] = zone.grid.printed(index);
    for (const { outline } of outlined) outline.openSection(zone.words(banner));
    return [];
  });
}

interface RowReading extends Matrix {
  readonly run: Run;
  readonly outline: Outline;
}

function fieldsOfRow(zone: Zone, row: number, { header, body, run, outline, formUnit }: RowReading): LaidField[] {
  const names = rowNames(zone, row, run.keys);
  if (names.length === 0) return [];
  const open = isHeading(zone, row, run.keys) ? [] : run.values.filter(({ column }) => isToFill(zone, row, column));
  const path = outline.pathTo(names, { isHeading: open.length === 0, indent: indentOf(zone, row, run.keys) });
  const unit = unitOfRow(zone, row, run.keys) ?? path.at(-1)?.unit ?? null;
  return open.flatMap((column) => {
    const hints = hintsOf(zone.words(zone.at(row, column.column)));
    const isComputed =
      isTotal(path.at(-1)?.words ?? '') || isTotalOfParts(header, column) || isFormula(body, column.column);
    const [group, own] = groupedPath(run, column);
    const field = fieldOf(
      [...group, ...path, ...own],
      { row, column: column.column, labelCell: column.cell },
      {
        ...hints,
        unit: hints.unit ?? (isNoAmount(ownWords(column)) ? null : unit),
        formUnit,
        isComputed,
        isValue: true,
      },
    );
    return field === null ? [] : [field];
  });
}

/** Without a unit and a code it has no value: both are blank or struck out. */
function isHeading(zone: Zone, row: number, keys: readonly HeaderColumn[]): boolean {
  const asides = keys.filter(isAside).map(({ column }) => zone.wordsAt(row, column));
  return asides.length > 1 && asides.every((words) => words === '' || isBarred(words));
}

/** What stands over the names of the rows and their values goes before both: 收入 over 项目 and 金额. */
function groupedPath({ keys, values }: Run, { path }: HeaderColumn): [Label[], Label[]] {
  const shared = keys[0]?.path.slice(0, -1) ?? [];
  const isShared = shared.length > 0 && shared.every(({ words }, at) => path[at]?.words === words);
  const rest = isShared ? path.slice(shared.length) : path;
  const isMere = values.length === 1 && MERE_VALUE.test(rest.at(-1)?.words ?? '');
  return [isShared ? shared : [], isMere ? rest.slice(0, -1) : [...rest]];
}

function isToFill(zone: Zone, row: number, column: number): boolean {
  const cell = zone.at(row, column);
  const shown = zone.words(cell);
  if (cell !== undefined && cell.row !== row) return false;
  const hints = hintsOf(shown);
  return !isBarred(shown) && (isBlank(shown) || hints.options !== null || hints.unit !== null);
}

/** The printed names of a row from left to right, without serial numbers, codes and units. */
function rowNames(zone: Zone, row: number, keys: readonly HeaderColumn[]): string[] {
  const names: string[] = [];
  for (const key of keys.filter((column) => !isAside(column))) {
    // A corner may reach over several columns of names.
    for (let column = key.column; column < key.column + key.columnSpan; column++) {
      const words = zone.wordsAt(row, column);
      if (words !== '' && !isDatum(words) && names.at(-1) !== words) names.push(words);
    }
  }
  return names;
}

/** Of the name of the row itself. */
function indentOf(zone: Zone, row: number, keys: readonly HeaderColumn[]): number {
  const named = keys.findLast((column) => !isAside(column) && zone.wordsAt(row, column.column) !== '');
  return named === undefined ? 0 : (zone.at(row, named.column)?.indent ?? 0);
}

function unitOfRow(zone: Zone, row: number, keys: readonly HeaderColumn[]): string | null {
  const column = keys.find((key) => UNIT_COLUMN.test(ownWords(key)))?.column;
  const words = column === undefined ? '' : zone.wordsAt(row, column);
  if (words === '' || isBarred(words) || words.startsWith('(')) return null;
  return bareUnitOf(words) ?? withoutLayoutSpaces(words);
}

function isFormula({ columnNumbers }: Body, column: number): boolean {
  return columnNumbers.some((number) => number.column === column && number.words.includes('='));
}

/** A column 合计 beside others sums them up. */
export function isTotalOfParts({ columns }: Header, column: HeaderColumn): boolean {
  return isTotalLabel(ownWords(column)) && columns.length > 2;
}
