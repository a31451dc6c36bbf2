import type { DerivationKind, Element } from '@qingzhuang/analysis';
import { catalogue } from '@qingzhuang/contract';
import { describeShare } from './comparison.ts';
import type { PrettySettings } from './comparison-pretty.ts';
import { onOneLine } from './escaping.ts';
import { clipEnd } from './excerpt.ts';
import {
  countReusable,
  type FormMatchReport,
  type MatchedField,
  type MatchedForm,
  reusableShare,
} from './form-matches.ts';
import { createPaint, type Paint } from './painting.ts';
import { widthOf } from './text-width.ts';

const HOW_WORDS: Readonly<Record<DerivationKind, string>> = {
  age: '算出年龄',
  sex: '看出性别',
  'birth-date': '看出出生日期',
  'identity-view': '取其一种写法',
  part: '取其一部分',
  unit: '换算单位',
  count: '计数',
  sum: '相加',
  share: '算占比',
  joined: '拼接',
};

/** Columns that a label may take before it is cut. */
const WIDEST_LABEL = 36;

interface FieldPage {
  readonly paint: Paint;
  readonly columns: number;
  readonly names: ReadonlyMap<string, string>;
}

/** For people at a terminal: each form, its fields below one another, and what need not be asked. */
export function prettyFormMatches(report: FormMatchReport, { colour, columns }: PrettySettings): string {
  const names = new Map(report.catalogue.map(({ key, name }: Element) => [key, name]));
  const page: FieldPage = { paint: createPaint(colour), columns, names };
  const head = page.paint(['bold', 'underline'], onOneLine(report.path));
  if (report.forms.length === 0) return `${head}\n  没有找到要人填的表。\n`;
  return `${head}\n${report.forms.map((form) => describeForm(form, page)).join('\n')}\n${describeCount(report, page)}`;
}

function describeForm({ form, fields }: MatchedForm, page: FieldPage): string {
  const title = [form.sheet, form.title].filter((words) => words !== null && words !== '').join(' · ');
  const rows = fields.map((field) => cellsOf(field, page));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row, at) => describeRow(row, widths, fields[at], page));
  return `  ${page.paint('bold', onOneLine(title === '' ? '没有标题的表' : title))}\n${lines.join('')}`;
}

type Row = readonly [cell: string, label: string, type: string, answer: string];

function cellsOf({ field, match }: MatchedField, page: FieldPage): Row {
  const unit = field.unit === null ? '' : `（${field.unit}）`;
  const label = clipEnd(onOneLine(field.label.join(' / ')), WIDEST_LABEL);
  return [
    field.cell,
    label,
    onOneLine(`${catalogue.typeNames[field.type]}${unit}`),
    describeAnswer({ field, match }, page),
  ];
}

function describeAnswer({ field, match }: MatchedField, { names }: FieldPage): string {
  if (field.isComputed) return '自动算出，不用人填';
  const { element, derived, confidence, candidates } = match;
  if (element !== null) {
    const sources = derived?.from.map((key) => names.get(key) ?? key).join('、') ?? '';
    const what = derived === null ? (names.get(element) ?? '') : `由${sources}${HOW_WORDS[derived.how]}`;
    return `${what} ${element} ${describeShare(confidence)}`;
  }
  if (candidates.length === 0) return '目录里没有';
  return `拿不准，可能是：${candidates.map((candidate) => names.get(candidate.element) ?? candidate.element).join('、')}`;
}

function describeRow(row: Row, widths: readonly number[], of: MatchedField | undefined, page: FieldPage): string {
  const [cell, label, type, answer] = row;
  const before = [cell, label, type].map((words, at) => `${words}${' '.repeat((widths[at] ?? 0) - widthOf(words))}`);
  const indent = `    ${before.join('  ')}  `;
  // On a narrow terminal the answer is what must not be lost.
  const shown = page.columns - widthOf(indent) > 20 ? clipEnd(answer, page.columns - widthOf(indent)) : answer;
  return `${indent}${page.paint(styleOf(of), onOneLine(shown))}\n`;
}

function styleOf(of: MatchedField | undefined): 'dim' | 'green' | 'yellow' {
  if (of === undefined || of.field.isComputed) return 'dim';
  if (of.match.element !== null) return 'green';
  return of.match.candidates.length > 0 ? 'yellow' : 'dim';
}

function describeCount({ forms }: FormMatchReport, { paint }: FieldPage): string {
  const count = countReusable(forms);
  const computed = count.computed === 0 ? '' : `另有 ${count.computed} 栏自动算出，`;
  const share = paint('bold', `${count.known} 栏目录里已有（${describeShare(reusableShare(count))}）`);
  return `  要人填的 ${count.asked} 栏里，${share}；${computed}${count.asked - count.known} 栏要新采集或请人确认。\n`;
}
