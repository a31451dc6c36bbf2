/** Forms with a header: a list of subjects, or a matrix of values. */
import type { FormShape } from '../form.ts';
import { isDatum, isLabelLike, withoutLayoutSpaces } from './cell-words.ts';
import type { Body } from './body.ts';
import { fieldOf, isSerialLabel } from './field-of.ts';
import type { Grid, Zone } from './grid.ts';
import { isAside, ownWords, UNIT_COLUMN, type Header, type HeaderColumn } from './header.ts';
import type { LaidField } from './laid-form.ts';
import { isTotalOfParts, readMatrix, type Run } from './matrix-form.ts';
import { hintsOf, offered } from './slots.ts';
import { unitOf } from './units.ts';

/** What stands above a table tells about it. */
export interface TableHead {
  readonly title: string | null;
  readonly unit: string | null;
  /** It shows who fills it in, or a mark of a statistical form. */
  readonly isMarked: boolean;
}

export interface TableForm {
  readonly shape: FormShape;
  readonly fields: readonly LaidField[];
  readonly rows: { readonly first: number; readonly last: number } | null;
  readonly blankCells: number;
}

const REMARK = /^(?:备注|说明|附注|其他说明|备 注)$/u;
const INDICATORS =
  /^(?:(?:统计|调查|考核|评价|主要|一级|二级|三级)?指标(?:名称)?|项目(?:名称)?|类别|类型|内容|事项|科目|品种|名目|分类|种类|甲|检查(?:内容|项目)|作物(?:名称|品种)?|产品(?:名称)?|工作(?:内容|任务)|自查内容|排查内容|要素|问题|题目|资金来源|用途|年龄段|(?:农)?产品类别|疫苗(?:名称)?|灾种|物资名称|名称)$/u;
const SUBJECTS =
  /村|社区|乡|镇|街道|单位|姓名|户主|小组|组别|学校|部门|企业|机构|网格|县|区|支部|人员|合作社|商户|科室|站|点位|日期|月份|时间|地点/u;
const SUBJECT_NAME =
  /(?:村|社区|居委会|镇|乡|街道|组|学校|小学|中学|幼儿园|公司|局|办|中心|合作社|站|院|所|委|支部|县|区)$/u;
const OUTLINE =
  /^(?:其中|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}(?:\.\d{1,2})*[、. ]|#)|^(?:合计|总计|小计)$/u;
/** Lists that are given out and not filled in. */
const GIVEN_OUT =
  /议程|日程|安排表?$|课程表|值班表|值班安排|分工|任务分解|公示|通讯录|成绩|排名|得分情况|目录|名单$|一览表$|责任清单|任务清单|分配表|计划表|发放表|结果/u;
const COLLECTED =
  /采集|登记|摸底|调查|排查|填报|申报|申请|报名|核查|台账|花名册|信息表|报表|回执|反馈|统计|普查|征求|需求|底册|档案|核对|复核|清单|汇总/u;
const LEAST_BLANK = 0.2;
const MOST_FILLED = 0.25;

/** Null where the table is none to fill in: a schedule, or data of a report without a blank. */
export function readTableForm(grid: Grid, header: Header, body: Body, head: TableHead): TableForm | null {
  const zone = grid.zone(header.end, bodyEnd(body));
  const counts = countPrinted(zone, header, body, grid);
  const axis = body.subjects.length === 0 ? null : axisOf(header, counts);
  if (axis !== null && isMatrix(grid, zone, body, axis, head)) {
    const fields = readMatrix(zone, { header, body, runs: axis.runs, formUnit: head.unit });
    return fields.length === 0 ? null : { shape: 'matrix', fields, rows: null, blankCells: fields.length };
  }
  if (!asksSomething(header, body, counts, head, grid)) return null;
  return readList(grid, zone, { header, body, head });
}

function bodyEnd({ subjects, totals, end }: Body): number {
  const lastNamed = Math.max(subjects.at(-1) ?? -1, totals.at(-1) ?? -1);
  return lastNamed < 0 ? end : lastNamed + 1;
}

interface Counts {
  /** Of each header column: in how many rows of subjects something is printed. */
  readonly printed: readonly number[];
  readonly rows: number;
}

function countPrinted(zone: Zone, { columns }: Header, { subjects }: Body, grid: Grid): Counts {
  const looked = subjects.slice(0, 200);
  const printed = columns.map(
    ({ column }) => looked.filter((index) => isFilled(zone.wordsAt(grid.numberOf(index), column))).length,
  );
  return { printed, rows: looked.length };
}

/** Answers to choose from are still to be given. */
function isFilled(words: string): boolean {
  return words !== '' && offered(words) === null;
}

interface Axis {
  readonly runs: readonly Run[];
}

function axisOf({ columns }: Header, { printed, rows }: Counts): Axis | null {
  const runs: { keys: HeaderColumn[]; values: HeaderColumn[] }[] = [];
  for (const [at, column] of columns.entries()) {
    const isKey = (printed[at] ?? 0) >= rows * 0.6 && rows > 0;
    const open = runs.at(-1);
    if (!isKey) {
      if (open === undefined) return null;
      open.values.push(column);
    } else if (open === undefined || (open.values.length > 0 && !isAside(column)))
      runs.push({ keys: [column], values: [] });
    else open.keys.push(column);
  }
  const named = runs.filter(({ keys }) => keys.some((column) => !isAside(column)));
  return named.length > 0 && named.length === runs.length && runs.every(({ values }) => values.length > 0)
    ? { runs }
    : null;
}

/** Rows named by indicators make a matrix; rows named by villages or people are subjects of a list. */
function isMatrix(grid: Grid, zone: Zone, body: Body, { runs }: Axis, head: TableHead): boolean {
  const key = runs[0]?.keys.find((column) => !isAside(column));
  const values = runs.flatMap((run) => run.values);
  if (key === undefined || values.every((column) => REMARK.test(ownWords(column)))) return false;
  if (head.title !== null && GIVEN_OUT.test(head.title) && !COLLECTED.test(head.title)) return false;
  const rowWords = [...body.subjects, ...body.totals]
    .map((index) => zone.wordsAt(grid.numberOf(index), key.column))
    .filter((words) => words !== '' && !isDatum(words));
  if (rowWords.length === 0) return false;
  if (!isMostlyBlank(grid, zone, body, values) && !head.isMarked) return false;
  const names = rowWords.filter((words) => SUBJECT_NAME.test(withoutLayoutSpaces(words))).length;
  if (runs.some((run) => run.keys.some((column) => UNIT_COLUMN.test(ownWords(column))))) return true;
  // A corner names both of its sides: 指标\村名.
  if (/^[^\\]+\\./u.test(ownWords(key))) return true;
  if (INDICATORS.test(ownWords(key)) || ownWords(key) === '') return names <= rowWords.length * 0.6;
  if (SUBJECTS.test(ownWords(key)) || names > rowWords.length * 0.5) return false;
  return rowWords.some((words) => OUTLINE.test(words)) || body.totals.length > 0 || rowWords.length <= 40;
}

/** A column without a value, or few values in all of them: what is left is to be filled in. */
function isMostlyBlank(grid: Grid, zone: Zone, { subjects }: Body, values: readonly HeaderColumn[]): boolean {
  const filled = values.map(
    ({ column }) => subjects.filter((index) => isFilled(zone.wordsAt(grid.numberOf(index), column))).length,
  );
  const all = filled.reduce((sum, count) => sum + count, 0);
  return filled.includes(0) || all <= MOST_FILLED * values.length * subjects.length;
}

interface Reading {
  readonly header: Header;
  readonly body: Body;
  readonly head: TableHead;
}

/** Something is left to fill, or the head or an example says that the form is to be filled in. */
function asksSomething(
  { columns }: Header,
  body: Body,
  { printed, rows }: Counts,
  head: TableHead,
  grid: Grid,
): boolean {
  if (columns.filter((column) => isLabelLike(ownWords(column))).length < Math.min(2, columns.length / 2)) return false;
  // A workbook forgets rows without a word; in a text document a header alone asks nothing.
  if (rows === 0) return grid.sheet !== null;
  if (head.isMarked || body.hasSample) return true;
  const open = columns.flatMap((column, at) =>
    REMARK.test(ownWords(column)) || isSerialLabel(ownWords(column)) ? [] : [printed[at] ?? 0],
  );
  if (open.length === 0) return false;
  const isGivenOut = head.title !== null && GIVEN_OUT.test(head.title) && !COLLECTED.test(head.title);
  const blanks = open.reduce((sum, count) => sum + rows - count, 0);
  if (blanks > 0 && open.every((count) => count === 0)) return true;
  if (isGivenOut) return false;
  if (open.some((count) => count === 0) || blanks >= LEAST_BLANK * rows * open.length) return true;
  return grid.sheet !== null && head.title !== null && COLLECTED.test(head.title) && !GIVEN_OUT.test(head.title);
}

function readList(grid: Grid, zone: Zone, { header, body, head }: Reading): TableForm {
  const row = body.first;
  const fields = header.columns.flatMap((column) => {
    const hints = hintsOf(zone.words(zone.at(row, column.column)));
    const number = body.columnNumbers.find((one) => one.column === column.column)?.words ?? '';
    const field = fieldOf(
      column.path,
      { row, column: column.column, labelCell: column.cell },
      {
        ...hints,
        formUnit: head.unit,
        unit: unitIn(body, column.column) ?? hints.unit ?? null,
        isComputed: number.includes('=') || isTotalOfParts(header, column),
      },
    );
    return field === null ? [] : [field];
  });
  const blankRows = Math.max(1, body.subjects.filter((index) => grid.printed(index).length <= 1).length);
  return { shape: 'list', fields, rows: { first: row, last: body.last }, blankCells: blankRows * fields.length };
}

/** Of the row of units under a header. */
function unitIn({ units }: Body, column: number): string | null {
  return unitOf(units.find((unit) => unit.column === column)?.words ?? '');
}
