/** Decides what a table under a header is: a matrix, a list, or nothing to fill in. */
import { isDatum, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import type { Body } from './body.ts';
import { isSerialLabel } from './field-of.ts';
import type { Zone } from './grid.ts';
import type { Header } from './header.ts';
import { isAside, isIndicatorLabel, ownWords, UNIT_COLUMN, type HeaderColumn } from './header-column.ts';
import type { Run } from './matrix-form.ts';
import { offered } from './slots.ts';

/** What stands above a table tells about it. */
export interface TableHead {
  readonly title: string | null;
  readonly unit: string | null;
  /** It shows who fills it in, or a mark of a statistical form. */
  readonly isMarked: boolean;
}

export interface TableReading {
  /** The rows of the body. */
  readonly zone: Zone;
  readonly header: Header;
  readonly body: Body;
  readonly head: TableHead;
}

const REMARK = /^(?:备注|说明|附注|其他说明|备 注)$/u;
const SUBJECTS =
  /村|社区|乡|镇|街道|单位|姓名|户主|小组|组别|学校|部门|企业|机构|网格|县|区|支部|人员|合作社|商户|科室|站|点位|日期|月份|时间|地点|名称$/u;
const SUBJECT_NAME =
  /(?:村|社区|居委会|镇|乡|街道|组|学校|小学|中学|幼儿园|公司|局|办|中心|合作社|站|院|所|委|支部|县|区)$/u;
const OUTLINE =
  /^(?:其中|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}(?:\.\d{1,2})*[、. ]|#)|^(?:合计|总计|小计)$/u;
/** Lists that are given out and not filled in. */
const GIVEN_OUT =
  /议程|日程|安排表?$|课程表|值班表|值班安排|分工|任务分解|公示|通讯录|成绩|排名|得分情况|目录|名单$|一览表$|责任清单|任务清单|分配表|计划表|发放表|结果/u;
const COLLECTED =
  /采集|登记|摸底|调查|排查|填报|申报|申请|报名|核查|台账|花名册|信息表|报表|回执|反馈|统计|普查|征求|需求|底册|档案|核对|复核|清单|汇总/u;
/** A01: the number of a plot or a house. */
const CODE = /^(?=.*\d)[\w-]{2,}$/u;
const LEAST_BLANK = 0.2;
const MOST_FILLED = 0.25;
/** Rows by which the columns are judged. */
const LOOKED = 200;
/** From this share of its rows on a printed column tells what the rows are about. */
const LEAST_PRINTED = 0.6;
/** More rows of names without an outline or a total are subjects. */
const MOST_INDICATORS = 40;

/** In how many rows of subjects the column shows an answer; answers to choose from are still to be given. */
function countFilled({ zone, body }: TableReading, { column }: HeaderColumn): number {
  return body.subjects.slice(0, LOOKED).filter((index) => {
    const words = zone.wordsAt(zone.grid.numberOf(index), column);
    return words !== '' && offered(words) === null;
  }).length;
}

function countRows({ body }: TableReading): number {
  return Math.min(LOOKED, body.subjects.length);
}

/** The names and the values of a matrix; null where the rows are subjects of a list, or nothing is to fill in. */
export function matrixRuns(reading: TableReading): readonly Run[] | null {
  const runs = runsOf(reading);
  const key = runs.flatMap(({ keys }) => keys).find((column) => !isAside(column));
  if (key === undefined || !runs.every(isRun) || isGivenOut(reading.head)) return null;
  const values = runs.flatMap((run) => run.values);
  if (values.every((column) => REMARK.test(ownWords(column)))) return null;
  if (!reading.head.isMarked && !isMostlyBlank(reading, values)) return null;
  const namesUnits = runs.some(({ keys }) => keys.some((column) => UNIT_COLUMN.test(ownWords(column))));
  return namesIndicators(reading, key, namesUnits) ? runs : null;
}

/** Printed columns and the ones to fill behind them, from left to right. */
function runsOf(reading: TableReading): Run[] {
  const runs: { keys: HeaderColumn[]; values: HeaderColumn[] }[] = [];
  const least = Math.max(1, countRows(reading) * LEAST_PRINTED);
  for (const column of reading.header.columns) {
    const open = runs.at(-1) ?? { keys: [], values: [] };
    const isKey = countFilled(reading, column) >= least;
    if (runs.length === 0 || (isKey && open.values.length > 0 && !isAside(column)))
      runs.push({ keys: isKey ? [column] : [], values: isKey ? [] : [column] });
    else if (isKey) open.keys.push(column);
    else open.values.push(column);
  }
  return runs;
}

function isRun({ keys, values }: Run): boolean {
  return values.length > 0 && keys.some((column) => !isAside(column));
}

/** Rows named by indicators make a matrix; rows named by villages or people are subjects of a list. */
function namesIndicators({ zone, body }: TableReading, key: HeaderColumn, namesUnits: boolean): boolean {
  const words = [...body.subjects, ...body.totals]
    .map((index) => zone.wordsAt(zone.grid.numberOf(index), key.column))
    .filter((name) => name !== '' && !isDatum(name));
  if (words.filter((name) => CODE.test(name)).length >= words.length / 2) return false;
  const own = ownWords(key);
  // A corner names both of its sides: 指标\村名.
  if (namesUnits || /^[^\\]+\\./u.test(own)) return true;
  const subjects = words.filter((name) => SUBJECT_NAME.test(withoutLayoutSpaces(name))).length / words.length;
  if (own === '' || isIndicatorLabel(own)) return subjects <= LEAST_PRINTED;
  if (SUBJECTS.test(own) || subjects > 0.5) return false;
  return words.length <= MOST_INDICATORS || body.totals.length > 0 || words.some((name) => OUTLINE.test(name));
}

/** A column without a value, or few values in all of them: what is left is to be filled in. */
function isMostlyBlank(reading: TableReading, values: readonly HeaderColumn[]): boolean {
  const filled = values.map((column) => countFilled(reading, column));
  return filled.includes(0) || sum(filled) <= MOST_FILLED * values.length * countRows(reading);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function isGivenOut({ title, isMarked }: TableHead): boolean {
  return !isMarked && title !== null && GIVEN_OUT.test(title) && !COLLECTED.test(title);
}

/**
 * Whether a list asks anything. Data of a report and a schedule have no blanks but for remarks; a workbook that is called a
 * register is filled in further even when all its rows are full.
 */
export function asksSomething(reading: TableReading): boolean {
  const { header, body, head, zone } = reading;
  const labels = header.columns.filter(({ path }) => path.some(({ words }) => isLabelLike(words))).length;
  if (labels < Math.min(2, header.columns.length / 2)) return false;
  const isSheet = zone.grid.sheet !== null;
  // A workbook forgets rows without a word; in a text document a header alone asks nothing.
  if (body.subjects.length === 0) return isSheet;
  if (head.isMarked || body.hasSample || hasBlanks(reading)) return true;
  return isSheet && head.title !== null && COLLECTED.test(head.title) && !GIVEN_OUT.test(head.title);
}

function hasBlanks(reading: TableReading): boolean {
  const asked = reading.header.columns.filter((column) => !isRemark(column)).map((c) => countFilled(reading, c));
  if (asked.length === 0) return false;
  if (sum(asked) === 0) return true;
  const cells = countRows(reading) * asked.length;
  return !isGivenOut(reading.head) && (asked.includes(0) || cells - sum(asked) >= LEAST_BLANK * cells);
}

function isRemark(column: HeaderColumn): boolean {
  const words = ownWords(column);
  return words === '' || REMARK.test(words) || isSerialLabel(words);
}
