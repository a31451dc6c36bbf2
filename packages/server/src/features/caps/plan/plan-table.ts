/** The yearly plan as a table: what an export writes and an import reads. */
import { demands, type caps } from '@qingzhuang/contract';

/** One item, as it is kept. */
export interface PlanEntry {
  readonly number: string;
  readonly kind: demands.DemandKind;
  readonly title: string;
  readonly month: number | null;
  readonly issuer: string;
  readonly count: number;
  readonly minutes: number | null;
}

type Column = keyof PlanEntry;

const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  number: ['编号', '计划编号', '序号', '计划项', '事项编号'],
  kind: ['类别', '类型', '种类', '事项类别'],
  title: ['名称', '事项名称', '计划名称', '会议名称', '标题', '事项'],
  month: ['月份', '时间', '计划月份', '计划时间'],
  issuer: ['发起单位', '牵头单位', '责任单位', '主办单位', '单位', '单位代码'],
  count: ['次数', '计划次数', '数量'],
  minutes: ['用时', '计划用时', '时长', '分钟'],
};

const COLUMNS = Object.keys(HEADINGS) as readonly Column[];
const NEEDED: readonly Column[] = ['number', 'kind', 'title', 'issuer'];

const KIND_NAMES: Readonly<Record<demands.DemandKind, readonly string[]>> = {
  meeting: ['会议'],
  document: ['文件', '发文'],
  form: ['报表', '表格'],
  inspection: ['督检考', '督查检查考核', '督查', '检查', '考核'],
  task: ['任务'],
  platform: ['平台群组', '平台', '应用程序'],
  plaque: ['挂牌'],
  campaign: ['创建达标', '创建示范', '评比达标', '达标'],
};

const kindByName = new Map<string, demands.DemandKind>(
  demands.DemandKind.options.flatMap((kind) =>
    [kind, ...KIND_NAMES[kind]].map((name): [string, demands.DemandKind] => [name, kind]),
  ),
);

/** A row of a file, cells by column from 0. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface PlanLine {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** A title and a remark may stand above the heading. */
const LATEST_HEADING = 10;

/** The lines below the heading, blank ones left out; undefined without a heading. */
export function readPlanLines(rows: readonly Row[]): PlanLine[] | undefined {
  for (const [index, { cells }] of rows.slice(0, LATEST_HEADING).entries()) {
    const words = cells.map(plain);
    function at(column: Column): number {
      return words.findIndex((word) => HEADINGS[column].includes(word));
    }
    if (NEEDED.some((column) => at(column) < 0)) continue;
    return rows
      .slice(index + 1)
      .map((row) => lineOf(row, at))
      .filter((line) => COLUMNS.some((column) => line.cells[column] !== ''));
  }
  return undefined;
}

function plain(cell: string): string {
  return cell.normalize('NFKC').replaceAll(/\s|[*:]|\(.*\)/gu, '');
}

function lineOf({ line, cells }: Row, at: (column: Column) => number): PlanLine {
  const named = COLUMNS.map((column) => [column, (cells[at(column)] ?? '').trim()]);
  return { line, cells: Object.fromEntries(named) as PlanLine['cells'] };
}

/** The rows of an export, the heading first: what `readPlanLines` reads again. */
export function toPlanTable(entries: readonly PlanEntry[]): string[][] {
  return [
    COLUMNS.map((column) => (column === 'minutes' ? '用时（分钟）' : (HEADINGS[column][0] ?? column))),
    ...entries.map(({ number, kind, title, month, issuer, count, minutes }) => [
      ...[number, KIND_NAMES[kind][0] ?? kind, title, textOf(month), issuer, String(count), textOf(minutes)],
    ]),
  ];
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

export interface PlanChanges {
  readonly created: readonly PlanEntry[];
  readonly updated: readonly PlanEntry[];
  readonly ignored: number;
  readonly conflicts: caps.PlanImport['conflicts'];
}

/** What the county knows already. */
export interface PlanFacts {
  readonly entries: readonly (PlanEntry & { readonly used: number })[];
  /** Living units: code and name. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
}

const NO_HEADING: PlanChanges = {
  created: [],
  updated: [],
  ignored: 0,
  conflicts: [{ line: 1, reason: '没有找到表头，应有“编号、类别、名称、发起单位”各列' }],
};

/** What the lines would change: each becomes a new item, a change of one, nothing, or a conflict. */
export function planChanges(lines: readonly PlanLine[] | undefined, facts: PlanFacts): PlanChanges {
  if (lines === undefined) return NO_HEADING;
  const known = new Map(facts.entries.map((entry) => [entry.number, entry]));
  const units = unitsByWord(facts.units);
  const seen = new Map<string, number>();
  const outcomes = lines.map(({ line, cells }): { entry: PlanEntry } | Conflict => {
    const read = readEntry(cells, units);
    if (typeof read === 'string') return { line, reason: read };
    const first = seen.get(read.number);
    if (first !== undefined) return { line, reason: `编号与第 ${first} 行重复` };
    seen.set(read.number, line);
    const reason = faultOfChange(read, known.get(read.number));
    return reason === undefined ? { entry: read } : { line, reason };
  });
  const entries = outcomes.flatMap((outcome) => ('entry' in outcome ? [outcome.entry] : []));
  const created = entries.filter(({ number }) => !known.has(number));
  const updated = entries.filter((entry) => isChanged(entry, known.get(entry.number)));
  return {
    created,
    updated,
    ignored: entries.length - created.length - updated.length,
    conflicts: outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome] : [])),
  };
}

interface Conflict {
  readonly line: number;
  readonly reason: string;
}

function isChanged(entry: PlanEntry, before: PlanEntry | undefined): boolean {
  return before !== undefined && COLUMNS.some((column) => entry[column] !== before[column]);
}

/** What has been used stays true: its item keeps issuer and kind, and never falls below it. */
function faultOfChange(entry: PlanEntry, before: PlanFacts['entries'][number] | undefined): string | undefined {
  if (before === undefined || before.used === 0) return undefined;
  if (entry.issuer !== before.issuer || entry.kind !== before.kind) return '已经使用过的计划项不能改单位和类别';
  return entry.count < before.used ? `已用 ${before.used} 次，次数不能少于它` : undefined;
}

/** Units by code and by name; null where a name is not the only one. */
type Units = ReadonlyMap<string, string | null>;

function unitsByWord(units: PlanFacts['units']): Units {
  const found = new Map<string, string | null>();
  for (const { code, name } of units) {
    found.set(name, found.has(name) ? null : code);
    found.set(code, code);
  }
  return found;
}

const LONGEST_NUMBER = 100;
const LONGEST_TITLE = 200;
const MOST_TIMES = 10_000;
const MOST_MINUTES = 1_000_000_000;

/** The item that a line says, or what is wrong with it. */
function readEntry(cells: PlanLine['cells'], units: Units): PlanEntry | string {
  const kind = kindByName.get(plain(cells.kind));
  if (kind === undefined)
    return `不认识类别“${shorten(cells.kind)}”，可填会议、文件、报表、督检考、任务、平台群组、挂牌、创建达标`;
  const issuer = units.get(cells.issuer) ?? units.get(plain(cells.issuer));
  if (issuer === undefined) return `没有发起单位“${shorten(cells.issuer)}”`;
  if (issuer === null) return `有几个单位叫“${shorten(cells.issuer)}”，请填单位代码`;
  const reason = faultOfText('编号', cells.number, LONGEST_NUMBER) ?? faultOfText('名称', cells.title, LONGEST_TITLE);
  if (reason !== undefined) return reason;
  const figures = readFigures(cells);
  if (typeof figures === 'string') return figures;
  return { number: cells.number, kind, title: cells.title, issuer, ...figures };
}

function readFigures(cells: PlanLine['cells']): Pick<PlanEntry, 'month' | 'count' | 'minutes'> | string {
  const month = readNumber(cells.month.replace(/月份?$/u, ''), 12);
  if (month === undefined || month === 0) return `月份“${shorten(cells.month)}”应为 1 至 12，不定的留空`;
  const count = readNumber(cells.count.replace(/次$/u, ''), MOST_TIMES);
  if (count === undefined) return `次数“${shorten(cells.count)}”应为 0 至 ${MOST_TIMES} 的整数`;
  const minutes = readNumber(cells.minutes.replace(/分钟$/u, ''), MOST_MINUTES);
  if (minutes === undefined) return `用时“${shorten(cells.minutes)}”应为不小于 0 的整数分钟`;
  return { month, count: count ?? 1, minutes };
}

/** A cell that a spreadsheet would compute stands for something else than it shows. */
function faultOfText(name: string, text: string, longest: number): string | undefined {
  if (text === '') return `缺少${name}`;
  if (text.length > longest) return `${name}超过 ${longest} 个字`;
  if (/^[=+\-@＝＋－＠]/u.test(text)) return `${name}不能以 = + - @ 开头`;
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u.test(text) ? `${name}中有无法辨认的字` : undefined;
}

/** A whole number up to `most`; null for an empty cell, undefined for anything else. */
function readNumber(cell: string, most: number): number | null | undefined {
  const text = plain(cell);
  if (text === '') return null;
  if (!/^\d{1,10}$/u.test(text)) return undefined;
  return Number(text) <= most ? Number(text) : undefined;
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
