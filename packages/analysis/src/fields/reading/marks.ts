/** The words above a form: its marks, its period, its unit of measure. */
import type { FormMarks } from '../form.ts';
import { fold, isBlank } from './cell-words.ts';
import { unitOf } from './units.ts';

export interface HeadValues extends FormMarks {
  readonly period: string | null;
  readonly frequency: string | null;
  readonly unit: string | null;
}

const NAMES = {
  formNo: ['表号', '表式编号', '报表编号', '报表代码'],
  maker: ['制定机关', '制表机关', '制定单位', '制表单位', '制发机关', '制发单位'],
  approvalNo: [
    '批准(备案)文号',
    '批准备案文号',
    '备案(批准)文号',
    '批准文号',
    '备案文号',
    '批准机关文号',
    '审批文号',
    '批准/备案文号',
    '批准或备案文号',
  ],
  validUntil: ['有效期限至', '有效期截至', '有效期至', '有效期限', '有效期', '有效日期'],
  frequency: [
    '报送频率',
    '填报频率',
    '报送频次',
    '填报频次',
    '报送周期',
    '填报周期',
    '报告周期',
    '报告期别',
    '报表期别',
    '频率',
    '频次',
  ],
  period: [
    '报告期间',
    '报告期',
    '统计期间',
    '统计期',
    '所属期间',
    '所属时期',
    '所属期',
    '统计时间',
    '统计时段',
    '统计年度',
    '报告年度',
    '填报年度',
    '所属年度',
    '数据截止时间',
    '统计截止时间',
    '统计时点',
    '调查时点',
    '填报周期时间',
  ],
  unit: ['计量单位', '金额单位', '数量单位', '面积单位', '单位'],
} as const satisfies Record<keyof HeadValues, readonly string[]>;

/** Labels of those who fill and sign: the system knows them, nobody is asked. */
const SIGNING = [
  '填报单位',
  '填表单位',
  '报送单位',
  '上报单位',
  '填报部门',
  '报告单位',
  '编制单位',
  '综合机关名称',
  '批准机关',
  '填报人',
  '填表人',
  '制表人',
  '经办人',
  '审核人',
  '复核人',
  '审批人',
  '负责人',
  '单位负责人',
  '部门负责人',
  '统计负责人',
  '主要负责人',
  '分管负责人',
  '分管领导',
  '主要领导',
  '主管领导',
  '审核',
  '制表',
  '复核',
  '联系电话',
  '联系方式',
  '电话',
  '手机',
  '联系人',
  '填报日期',
  '填表日期',
  '制表日期',
  '报出日期',
  '报送日期',
  '上报日期',
  '填报时间',
  '填表时间',
  '上报时间',
  '报送时间',
  '日期',
  '时间',
  '盖章',
  '公章',
  '单位盖章',
  '签字',
  '签名',
  '签章',
  '调查员',
  '调查日期',
  '调查时间',
  '采集日期',
  '核查日期',
  '调查员签名',
  '调查员签字',
  '录入员',
  '调查人',
  '调查人员',
  '核查人',
  '采集人',
  '登记人',
  '记录人',
  '村支书',
  '驻村干部',
  '填报人电话',
  '单位名称',
];
const MAY_STAND_BETWEEN = '(?:\\([^()]{0,12}\\))?';

function spread(name: string): string {
  return Array.from(name, (sign) => sign.replace(/[()/]/u, '\\$&')).join(' *');
}

function alternatives(names: readonly string[]): string {
  return [...names]
    .toSorted((one, other) => other.length - one.length)
    .map(spread)
    .join('|');
}

const KEYS = Object.keys(NAMES) as readonly (keyof typeof NAMES)[];
const KNOWN = new RegExp(
  `(?<![\\p{Script=Han}])(?:${KEYS.map((key) => `(?<${key}>${alternatives(NAMES[key])})`).join('|')}|${alternatives(SIGNING)})${MAY_STAND_BETWEEN} *(?:[:]|(?<=至) *(?=\\d))`,
  'gu',
);
const STARTS_WITH_KNOWN = new RegExp(
  `^\\(?(?:${[...KEYS.map((key) => alternatives(NAMES[key])), alternatives(SIGNING)].join('|')})${MAY_STAND_BETWEEN} *[:]`,
  'u',
);
const SIGNING_LABEL = new RegExp(`^(?:${alternatives(SIGNING)})${MAY_STAND_BETWEEN}[: ]*$`, 'u');
const ONLY_SIGNERS = /填报|填表|制表|审核|复核|报出|盖章|签章|上报|调查员|采集人/u;
const PERIOD =
  /^\(?(?<period>(?:20\d\d|[_ ]{1,6})年(?:第?[一二三四1-4]季度|[上下]半年|度|全年|\d{1,2}月份?|\d{1,2}月?[-—~至到]\d{1,2}月份?)?)\)?$/u;
const FREQUENCY = /^\(?(?<frequency>日报|周报|旬报|半月报|月报|季报|半年报|年报|定期报表|一次性)表?\)?$/u;

/** The lines above a form, the cells of a row parted by tabs. */
export function readMarks(lines: readonly string[]): HeadValues {
  const values: Record<keyof HeadValues, string | null> = {
    formNo: null,
    maker: null,
    approvalNo: null,
    validUntil: null,
    period: null,
    frequency: null,
    unit: null,
  };
  for (const line of lines) {
    for (const [key, value] of valuesOf(halfWidth(line))) values[key] ??= key === 'unit' ? unitOf(fold(value)) : value;
    values.period ??= namedIn(line, PERIOD, 'period');
    values.frequency ??= namedIn(line, FREQUENCY, 'frequency');
  }
  return values;
}

/** The value of a cell that shows nothing else: 2026年第一季度, （月报）. */
function namedIn(line: string, pattern: RegExp, name: 'period' | 'frequency'): string | null {
  return (
    freeCells(line)
      .flatMap((words) => pattern.exec(words)?.groups?.[name] ?? [])
      .at(0) ?? null
  );
}

const MARK_AT_END = new RegExp(
  `(?:${(['formNo', 'maker', 'approvalNo', 'validUntil'] as const).map((key) => alternatives(NAMES[key])).join('|')}) *:$`,
  'u',
);

/** The cells of a line without those that answer the label before them. */
export function freeCells(line: string): string[] {
  const cells = line.split('\t').map(fold);
  return cells.filter((words, at) => words !== '' && !MARK_AT_END.test(cells[at - 1] ?? ''));
}

function halfWidth(line: string): string {
  return line.split('\t').map(foldKeepingGaps).join('\t');
}

/** Two spaces or more part one mark from the next. */
function foldKeepingGaps(cell: string): string {
  return cell
    .split(/[ \u3000\u00A0]{2,}/u)
    .map(fold)
    .join('  ');
}

function* valuesOf(line: string): Generator<[keyof HeadValues, string]> {
  const found = [...line.matchAll(KNOWN)];
  for (const [index, match] of found.entries()) {
    const key = KEYS.find((name) => match.groups?.[name] !== undefined);
    if (key === undefined) continue;
    const value = firstValue(line.slice(match.index + match[0].length, found[index + 1]?.index ?? line.length));
    if (value !== null) yield [key, value];
  }
}

function firstValue(words: string): string | null {
  const value = /^[\s\t]*(?<value>[^\t]*?)(?: {2,}|[\t()]*$|\t)/u.exec(words)?.groups?.['value']?.trim() ?? '';
  const bare = value.replace(/^至? ?/u, '').replace(/[;,。、(]+$/u, '');
  return isBlank(bare) || bare === '' ? null : bare;
}

/** A cell of a form's head or foot: a mark, or who fills and signs, with a colon behind its label. */
export function isHeadCell(folded: string): boolean {
  return STARTS_WITH_KNOWN.test(folded) || PERIOD.test(folded) || FREQUENCY.test(folded) || isUnitMark(folded);
}

function isUnitMark(folded: string): boolean {
  return /^\(?(?:计量|金额)?单位:/u.test(folded.replace(/ /gu, ''));
}

/** The label of one who fills or signs, without a value. */
function isSigningLabel(folded: string): boolean {
  return SIGNING_LABEL.test(folded);
}

/** Such a label that never asks about a subject: 填表人, but not 联系电话. */
export function isSignersOwn(folded: string): boolean {
  return isSigningLabel(folded) && ONLY_SIGNERS.test(folded.replace(/ /gu, ''));
}

/** Asks who fills the form in or where: 填报单位, 乡镇, 村. Known without asking. */
export function isFillersOwn(label: string): boolean {
  return (
    isSigningLabel(label) ||
    /^(?:[省市县区乡镇村组]|单位|单位详细名称|部门|乡镇|街道|社区|村委会|村民?小组|乡\(?镇\)?|镇村|所在(?:乡镇|村|社区)|.{0,6}(?:乡镇|街道|村|社区|组))$/u.test(
      label,
    ) ||
    isHeadCell(`${label}:`)
  );
}

const MARK = new RegExp(
  `^\\(?(?:${(['formNo', 'maker', 'approvalNo', 'validUntil'] as const).map((key) => alternatives(NAMES[key])).join('|')}) *:`,
  'u',
);

/** One of the four marks of a lawful form. */
export function isMark(folded: string): boolean {
  return MARK.test(folded);
}
