import type { ReportedPassage } from '@qingzhuang/analysis';
import {
  type ComparedSuperior,
  type ComparisonReport,
  type ComparisonSection,
  describeShare,
  PASSAGE_WORDS,
  sectionsOf,
} from './comparison.ts';
import { onOneLine } from './escaping.ts';
import { clipEnd } from './excerpt.ts';
import { createPaint, type Paint, type Style } from './painting.ts';
import { createLocator } from './positions.ts';

const WIDEST_COLUMNS = 100;
const INDENT = '    ';
/** Columns before a quote: the indent and 上级│. */
const QUOTE_INDENT = 11;

const STYLES: Readonly<Record<ReportedPassage['kind'], Style>> = {
  copied: 'red',
  changed: 'magenta',
  forwarded: 'cyan',
  quoted: 'cyan',
  stock: 'dim',
};

export interface PrettySettings {
  readonly colour: boolean;
  readonly columns: number;
}

/** How passages are printed. */
interface PassagePage {
  readonly paint: Paint;
  /** Columns for a quote. */
  readonly width: number;
  /** What the other text is to this one. */
  readonly source: '上级' | '出处';
}

export function passagePage({ colour, columns }: PrettySettings, source: PassagePage['source']): PassagePage {
  return { paint: createPaint(colour), width: Math.min(columns, WIDEST_COLUMNS) - QUOTE_INDENT, source };
}

/** For people at a terminal: the share first, then each passage with the words of both. */
export function prettyComparison(report: ComparisonReport, settings: PrettySettings): string {
  const page = passagePage(settings, '上级');
  const head = page.paint(['bold', 'underline'], onOneLine(report.subordinate.path));
  return `${head}\n${report.superiors.map((superior) => describeSuperior(superior, report, page)).join('\n')}`;
}

function describeSuperior(
  { path, text, comparison }: ComparedSuperior,
  { subordinate }: ComparisonReport,
  page: PassagePage,
): string {
  const { copiedShare, boilerplateShare, passages } = comparison;
  const shares = `照抄 ${describeShare(copiedShare)}，转发、引用和套话 ${describeShare(boilerplateShare)}`;
  const own = createLocator(subordinate.text);
  const other = createLocator(text);
  return [
    `  与 ${page.paint('bold', onOneLine(path))} 比：${page.paint('bold', shares)}\n`,
    ...passages.map((passage) =>
      describePassage(passage, [own(passage.start).line, other(passage.superiorStart).line], page),
    ),
    ...sectionsOf(comparison).map((section) => describeSection(section, page)),
  ].join('');
}

function describeSection({ title, lines }: ComparisonSection, { paint }: PassagePage): string {
  const items = lines.map((line) => `${INDENT}${onOneLine(line)}\n`);
  return `\n  ${paint('bold', title)} ${lines.length} 处\n${items.join('')}`;
}

/** Two lines, one below the other, so that the eye finds the changed words. */
export function describePassage(
  { kind, similarity, quote, superiorQuote }: ReportedPassage,
  lines: readonly [own: number, superior: number],
  { paint, width, source }: PassagePage,
): string {
  const style = STYLES[kind];
  const same = paint('dim', `相同 ${describeShare(similarity)}  第 ${lines[0]} 行 ← 第 ${lines[1]} 行`);
  return [
    `\n${INDENT}${paint(style, PASSAGE_WORDS[kind])}  ${same}\n`,
    `${INDENT}本文${paint('dim', '│')} ${paint(style, clipEnd(onOneLine(quote), width))}\n`,
    `${INDENT}${source}${paint('dim', '│')} ${clipEnd(onOneLine(superiorQuote), width)}\n`,
  ].join('');
}
