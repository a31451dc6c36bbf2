/** Forms without a table: lines of labels with blanks behind them, such as the slip that answers an invitation. */
import { fold, isLabelLike } from './cell-words.ts';
import { fieldOf } from './field-of.ts';
import { readHead } from './head.ts';
import { fieldsWithin, type InnerField } from './inner-fields.ts';
import type { LaidField, LaidForm } from './laid-form.ts';
import { isHeadCell } from './marks.ts';
import { isTitle } from './row-kind.ts';

/** A text without one of these holds no such form; it spares all others the reading of their lines. */
const MAY_BE_FORM = /_{2}|[:：][ \t\u3000]*\n|[:：][ \t\u3000]*$|□|制定机关|填报单位|填表人|文号[:：]/u;
const LONGEST_LINE = 200;
const LONGEST_LABEL = 16;
const LINES_ABOVE = 4;
/** A line of a form's head, with its value or without. */
const HEAD_LINE =
  /^(?:表 *号|制定机关|批准(?:\(备案\))?文号|备案文号|填报单位|填表单位|填表人|填报人|填表日期|填报日期|报告期|报送频率)[^:]{0,8}:/u;
/** Lines with values or words that may stand between lines with blanks. */
const LINES_BETWEEN = 2;
const FEWEST = 2;

interface LabelLine {
  /** Counted from 0. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly fields: readonly InnerField[];
}

/** Also the heads of forms whose table could not be read: they show marks and ask nothing. */
export function readLabelLines(text: string): LaidForm[] {
  if (!MAY_BE_FORM.test(text)) return [];
  const lines = text.split('\n');
  return groupsOf(linesWithBlanks(lines)).flatMap((group) => {
    const form = formOf(group, lines);
    return form === null ? [] : [form];
  });
}

function linesWithBlanks(lines: readonly string[]): LabelLine[] {
  const found: LabelLine[] = [];
  let start = 0;
  for (const [number, line] of lines.entries()) {
    const end = start + line.length;
    if (line.length <= LONGEST_LINE && /[:：_＿□]/u.test(line)) {
      const words = fold(line);
      const fields = blanksOf(words);
      if (fields.length > 0 || HEAD_LINE.test(words)) found.push({ number, start, end, words, fields });
    }
    start = end + 1;
  }
  return found;
}

/** Not those of a line that leads in: 现将有关事项通知如下：, 各乡镇：. */
function blanksOf(words: string): readonly InnerField[] {
  const fields = fieldsWithin(words.replace(/^(?:[一二三四五六七八九十]{1,3}、|\(?\d{1,2}[)、.])/u, ''));
  return fields.every(({ label }) => mayBeAsked(label.words, words.includes('__'))) ? fields : [];
}

function mayBeAsked(label: string, isRuled: boolean): boolean {
  if (
    label.length > LONGEST_LABEL ||
    /^(?:各|全[县市区镇]|尊敬|同志们|附件?$|请|现将|关于|以下|如下|其中)|如下$|(?:局|委|办|政府|镇|乡)、/u.test(label)
  )
    return false;
  return isRuled || isLabelLike(label) || isHeadCell(`${label}:`);
}

/** Lines with blanks that follow each other closely. */
function groupsOf(lines: readonly LabelLine[]): LabelLine[][] {
  const groups: LabelLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && line.number - last.number <= LINES_BETWEEN + 1) open.push(line);
    else groups.push([line]);
  }
  return groups;
}

function formOf(group: readonly LabelLine[], lines: readonly string[]): LaidForm | null {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return null;
  const above = lines.slice(Math.max(0, first.number - LINES_ABOVE), first.number).map(fold);
  if (!isForm(group, above)) return null;
  const head = readHead([], [...above, ...lines.slice(first.number, last.number + 1)]);
  const fields = group.flatMap(fieldsOfLine);
  const { title, formNo, maker, approvalNo, validUntil, period, frequency, unit } = head;
  return {
    form: {
      sheet: null,
      table: null,
      title: title !== null && isTitle(title) ? title : null,
      marks: { formNo, maker, approvalNo, validUntil },
      period,
      frequency,
      unit,
      shape: 'card',
      fields: fields.map(({ field }) => field),
      rows: null,
    },
    start: first.start,
    end: last.end,
    labels: fields.map(({ start, end }) => ({ start, end })),
    blankCells: fields.length,
    titleLines: head.titleLines,
  };
}

/** Marks of a head, a title above, or ruled blanks: a notice has labels without values too. */
function isForm(group: readonly LabelLine[], above: readonly string[]): boolean {
  if (group.filter(({ words }) => HEAD_LINE.test(words)).length >= FEWEST) return true;
  const fields = group.flatMap((line) => line.fields);
  if (fields.length < FEWEST) return false;
  if (above.some(isTitle) || group.some(({ words }) => isHeadCell(words))) return true;
  const ruled = group.filter(({ words }) => /__|□/u.test(words)).length;
  return fields.length >= 3 && (ruled >= 2 || group.length >= 3);
}

/** The answer stands in its line: the row is the line of the text, the column the place among its blanks. */
function fieldsOfLine({ number, start, end, fields }: LabelLine): LaidField[] {
  return fields.flatMap(({ label, hints }, at) => {
    const field = fieldOf([label], { row: number + 1, column: at + 1, labelCell: { start, end } }, hints);
    return field === null ? [] : [field];
  });
}
