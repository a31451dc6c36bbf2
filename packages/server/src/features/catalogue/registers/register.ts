import { createMatcher, readValue, type Field, type Form } from '@qingzhuang/analysis';
import type { catalogue, facts } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';
import { CODE_ELEMENTS } from '../facts/fact.ts';
import type { FactWrite } from '../facts/writing/writing.ts';

/** A row of a table with the number that a person gives it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RegisterColumn {
  readonly place: number;
  readonly header: string;
  readonly element: CountyElement | null;
  readonly confidence: number;
}

/** A table whose heading has been met with the catalogue. */
export interface Register {
  readonly columns: readonly RegisterColumn[];
  /** Where the village or unit of a row stands; undefined where the whole register is of one. */
  readonly unitColumn: number | undefined;
  readonly townColumn: number | undefined;
  readonly rows: readonly TableRow[];
}

const UNIT_HEADERS = /^(?:所在|所属)?(?:单位|村|社区|村社区|村居|行政村|村委会)(?:代码|编码|名称|名)?$/u;
const TOWN_HEADERS = /^(?:所在|所属)?(?:乡镇|镇|乡|街道|乡镇街道|镇街)(?:名称|名)?$/u;
/** A heading stands in the first rows, below a title and a line about unit and date. */
const LAST_HEADING_ROW = 8;
const LEAST_HEADERS = 2;

/** The row of the table that names its columns: of the first rows the one with the most words of its own. */
function findHeading(rows: readonly TableRow[]): number {
  let best = -1;
  let most = LEAST_HEADERS - 1;
  for (const [index, { cells }] of rows.slice(0, LAST_HEADING_ROW).entries()) {
    const words = new Set(cells.filter((cell) => cell !== '' && !/^[\d.\s-]+$/u.test(cell))).size;
    if (words > most) [best, most] = [index, words];
  }
  return best;
}

export interface Columns {
  /** What a person has said of columns, by header; null for one that is not taken. */
  readonly said: Readonly<Record<string, string | null>>;
  readonly entity: catalogue.Entity;
  readonly title: string;
}

/** The table with its columns met with elements; undefined where no row names columns. */
export function readRegister(
  rows: readonly TableRow[],
  elements: readonly CountyElement[],
  { said, entity, title }: Columns,
): Register | undefined {
  const heading = findHeading(rows);
  const headers = rows[heading]?.cells;
  if (headers === undefined) return undefined;
  const ofEntity = elements.filter((element) => element.entity === entity);
  const fields = headers.flatMap((header, place) => (header === '' ? [] : [{ header, place }]));
  const matched = matchHeaders(fields, ofEntity, title);
  const byKey = new Map(ofEntity.map((element) => [element.key, element]));
  const columns = fields.map(({ header, place }, index): RegisterColumn => {
    const told = Object.hasOwn(said, header) ? said[header] : undefined;
    if (told !== undefined) return { place, header, element: byKey.get(told ?? '') ?? null, confidence: 1 };
    const match = matched[index];
    return { place, header, element: byKey.get(match?.element ?? '') ?? null, confidence: match?.confidence ?? 0 };
  });
  return {
    columns: firstOfEach(columns),
    unitColumn: placeOf(fields, UNIT_HEADERS),
    townColumn: placeOf(fields, TOWN_HEADERS),
    rows: rows.slice(heading + 1),
  };
}

interface Header {
  readonly header: string;
  readonly place: number;
}

function placeOf(fields: readonly Header[], pattern: RegExp): number | undefined {
  return fields.find(({ header }) => pattern.test(header.replaceAll(/[\s（）()、/]/gu, '')))?.place;
}

/** Two columns cannot both be the value of one element: the surer one is taken. */
function firstOfEach(columns: readonly RegisterColumn[]): RegisterColumn[] {
  const best = new Map<string, RegisterColumn>();
  for (const column of columns) {
    const known = best.get(column.element?.key ?? '');
    if (column.element !== null && (known === undefined || column.confidence > known.confidence)) {
      best.set(column.element.key, column);
    }
  }
  return columns.map((column) =>
    column.element === null || best.get(column.element.key) === column ? column : { ...column, element: null },
  );
}

interface Matched {
  readonly element: string | null;
  readonly confidence: number;
}

/** What the columns ask for. A derived match is no value of the element, so it is not taken; nor is an uncertain one. */
function matchHeaders(fields: readonly Header[], elements: readonly CountyElement[], title: string): Matched[] {
  const named = new Map(
    elements.flatMap(({ key, name, aliases }) => [name, ...aliases].map((word) => [word, key] as const)),
  );
  const form: Form = {
    ...{ sheet: null, table: 0, title, period: null, frequency: null, unit: null, shape: 'list', rows: null },
    marks: { formNo: null, maker: null, approvalNo: null, validUntil: null },
    fields: fields.map(({ header, place }): Field => ({
      ...{ label: [header], cell: `${place}`, row: 1, column: place + 1, type: 'text', unit: null, options: null },
      isComputed: false,
    })),
  };
  const matches = createMatcher(elements).match(form);
  return fields.map(({ header }, index) => {
    const exact = named.get(header);
    if (exact !== undefined) return { element: exact, confidence: 1 };
    const match = matches[index];
    return match?.derived === null && match.candidates.length === 0
      ? { element: match.element, confidence: match.confidence }
      : { element: null, confidence: 0 };
  });
}

/** A unit by its code or by its name, with the town's where several have the name. */
export type FindUnit = (written: string, town: string) => { readonly unit: string } | { readonly reason: string };

export interface RegisterWrites {
  readonly writes: readonly FactWrite[];
  /** Of each write: the line and the header that it comes from. */
  readonly origins: readonly Origin[];
  readonly faults: readonly facts.CellFault[];
  /** Rows that tell of a subject. */
  readonly rows: number;
}

export interface Origin {
  readonly line: number;
  readonly column: string;
}

interface Reading {
  readonly entity: catalogue.Entity;
  /** The unit of the register, where its rows do not say. */
  readonly unit: string;
  readonly findUnit: FindUnit;
  readonly today: string;
  /** What the sender may write; another's code only says whose row it is. */
  readonly writable: ReadonlySet<CountyElement>;
}

/** The values of a register in their stored spelling, and the cells that hold none, each with the reason. */
export function readRows(register: Register, reading: Reading): RegisterWrites {
  const writes: FactWrite[] = [];
  const origins: Origin[] = [];
  const faults: facts.CellFault[] = [];
  const firstLines = new Map<string, number>();
  let rows = 0;
  const code = codeColumn(register, reading.entity);
  const written = register.columns.flatMap(({ element, ...column }) =>
    element !== null && reading.writable.has(element) ? [{ ...column, element }] : [],
  );
  for (const row of register.rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    const subject = readSubject(register, row, { ...reading, code, firstLines });
    if ('fault' in subject) {
      if (!isClosingRow(row)) faults.push(subject.fault);
      continue;
    }
    rows += 1;
    for (const { place, header, element } of written) {
      const cell = row.cells[place] ?? '';
      if (cell === '') continue;
      const read = readCell(cell, element, reading.today);
      if ('reason' in read) {
        faults.push({ line: row.line, column: header, reason: read.reason });
        continue;
      }
      writes.push({ subject, element: element.key, value: read.value, place: `第 ${row.line} 行` });
      origins.push({ line: row.line, column: header });
    }
  }
  return { writes, origins, faults, rows };
}

/** 合计, 填表人 and what else stands below a table. */
function isClosingRow({ cells }: TableRow): boolean {
  return /^(?:合计|总计|小计|共计|填表人|制表人?|审核人?|负责人|备注|说明|注[:：])/u.test(
    cells.find((cell) => cell !== '') ?? '',
  );
}

function codeColumn({ columns }: Register, entity: catalogue.Entity): RegisterColumn | undefined {
  for (const key of CODE_ELEMENTS[entity]) {
    const column = columns.find(({ element }) => element?.key === key);
    if (column !== undefined) return column;
  }
  return undefined;
}

interface RowReading extends Reading {
  readonly code: RegisterColumn | undefined;
  /** By code: the line that had it first. Added to. */
  readonly firstLines: Map<string, number>;
}

type RowSubject = Extract<FactWrite['subject'], { readonly code: string }>;

function readSubject(
  register: Register,
  row: TableRow,
  reading: RowReading,
): RowSubject | { readonly fault: facts.CellFault } {
  const { line } = row;
  const code = readCode(row, reading);
  if ('reason' in code) return { fault: { line, column: reading.code?.header ?? null, reason: code.reason } };
  const found = readUnit(register, row, reading);
  if ('reason' in found) return { fault: { line, column: UNIT_COLUMN, reason: found.reason } };
  const element = reading.code?.element?.key;
  return { entity: reading.entity, code: code.value, unit: found.unit, ...(element !== undefined && { element }) };
}

const UNIT_COLUMN = '所在单位';

/** What tells the subject of the row apart; no two rows may tell of one. */
function readCode(
  { line, cells }: TableRow,
  { code, today, firstLines }: RowReading,
): { readonly value: string } | { readonly reason: string } {
  if (code?.element == null) return { reason: '表中没有能认出对象的一列（如身份证号、户号、编码）' };
  const cell = cells[code.place] ?? '';
  const read = cell === '' ? { reason: '没有填，认不出是谁' } : readCell(cell, code.element, today);
  if ('reason' in read) return read;
  const first = firstLines.get(read.value);
  if (first !== undefined) return { reason: `与第 ${first} 行是同一个` };
  firstLines.set(read.value, line);
  return read;
}

/** Where the subject of the row is: as the row says, else where the register is. */
function readUnit(
  { unitColumn = -1, townColumn = -1 }: Register,
  { cells }: TableRow,
  { unit, findUnit }: RowReading,
): ReturnType<FindUnit> {
  const written = cells[unitColumn] ?? '';
  return written === '' ? { unit } : findUnit(written, cells[townColumn] ?? '');
}

/** The stored spelling of a cell, or why there is none. */
export function readCell(
  cell: string,
  { type, options, unit }: Pick<CountyElement, 'type' | 'options' | 'unit'>,
  today: string,
): { readonly value: string } | { readonly reason: string } {
  const read = readValue(cell, type, options, { today, unit });
  return 'fault' in read ? { reason: read.fault.message } : { value: read.value };
}
