import { catalogue } from '@qingzhuang/contract';
import { contentOf } from '../elements/element.ts';

/** A row of a table with the number that a person gives it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line of a file that was read, or why it was not. */
export type ReadLine =
  | { readonly line: number; readonly element: catalogue.PortableElement }
  | { readonly line: number; readonly reason: string };

const COLUMNS = {
  key: '键',
  name: '名称',
  aliases: '别名',
  type: '类型',
  unit: '计量单位',
  options: '代码表',
  definition: '定义',
  source: '来源部门',
  updatePeriod: '更新周期',
  sharing: '共享属性',
  legalBasis: '法律依据',
  personal: '个人信息分级',
  owner: '数源单位',
  state: '状态',
  heir: '接替元素',
} as const satisfies Record<keyof catalogue.PortableElement, string>;

type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

const stateNames = { active: '在用', retired: '已停用' } as const satisfies Record<catalogue.ElementState, string>;

/** What the cells of a column are called, where they are words of a list. */
const WORDS: Partial<Record<Column, Readonly<Record<string, string>>>> = {
  type: catalogue.typeNames,
  updatePeriod: catalogue.periodNames,
  sharing: catalogue.sharingNames,
  personal: catalogue.personalNames,
  state: stateNames,
};

const SEPARATOR = '；';
/** A word that holds the separator, or this sign, is written with this sign before it. */
const ESCAPE = '\\';

/** The rows of an export, the heading first: what `readElementTable` reads again. */
export function toElementTable(elements: readonly catalogue.PortableElement[]): string[][] {
  return [
    NAMES.map((name) => COLUMNS[name]),
    ...elements.map((element) => NAMES.map((name) => spell(name, element[name]))),
  ];
}

function spell(column: Column, value: string | readonly string[] | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') {
    return value.map((word) => word.replaceAll(/[；;\\]/gu, (sign) => ESCAPE + sign)).join(SEPARATOR);
  }
  return WORDS[column]?.[value] ?? value;
}

/** Undefined where no row is the heading of a catalogue. */
export function readElementTable(rows: readonly TableRow[]): readonly ReadLine[] | undefined {
  const heading = rows.findIndex(({ cells }) => cells.includes(COLUMNS.key) && cells.includes(COLUMNS.name));
  const headers = rows[heading]?.cells;
  if (headers === undefined) return undefined;
  const places = new Map(NAMES.map((name) => [name, headers.indexOf(COLUMNS[name])]));
  return rows
    .slice(heading + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => readElement(line, readCells(places, cells)));
}

function readCells(places: ReadonlyMap<Column, number>, cells: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(NAMES.map((name) => [name, readCell(name, cells[places.get(name) ?? -1] ?? '')]));
}

function readCell(column: Column, cell: string): unknown {
  if (column === 'aliases') return splitWords(cell);
  if (cell === '') return EMPTY[column] ?? (NULLABLE.includes(column) ? null : '');
  if (column === 'options') return splitWords(cell);
  const word = Object.entries(WORDS[column] ?? {}).find(([, name]) => name === cell);
  return word?.[0] ?? cell;
}

const NULLABLE: readonly Column[] = ['unit', 'options', 'legalBasis', 'owner', 'heir'];
const EMPTY: Partial<Record<Column, string>> = { state: 'active' };

/** Words up to each separator that no escape stands before. */
function splitWords(cell: string): string[] {
  return Array.from(cell.matchAll(/(?:\\.|[^；;\\])+/gsu), ([word]) => word.replaceAll(/\\(.)/gsu, '$1').trim()).filter(
    (word) => word !== '',
  );
}

/** An element of a file, or why it is none. */
export function readElement(line: number, given: unknown): ReadLine {
  const read = catalogue.PortableElement.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const [first] = issue?.path ?? [];
    const column = typeof first === 'string' && isColumn(first) ? COLUMNS[first] : String(first ?? '');
    return { line, reason: `“${column}”不合要求：${describe(issue)}` };
  }
  const whole = catalogue.ElementContent.safeParse(contentOf(read.data));
  return whole.success ? { line, element: read.data } : { line, reason: whole.error.issues[0]?.message ?? '' };
}

function isColumn(name: string): name is Column {
  return Object.hasOwn(COLUMNS, name);
}

/** Sentences of the schema are Chinese where it has its own, and are said in general where it has not. */
function describe(issue: { readonly code: string; readonly message: string } | undefined): string {
  const said = SAID[issue?.code ?? ''];
  if (said !== undefined) return said;
  const message = issue?.message ?? '';
  return /\p{Script=Han}/u.test(message) ? message : '写法不对';
}

const SAID: Partial<Record<string, string>> = {
  invalid_type: '缺少，或类型不对',
  invalid_value: '不是可选的词',
  too_big: '太长或太多',
  too_small: '缺少，或太少',
};
