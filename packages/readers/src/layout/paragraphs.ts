import type { Block } from '@qingzhuang/analysis';
import type { SourceBuilder } from '../source-builder.ts';
import { linesOf, type LaidOutPage, type Line } from './lines.ts';
import { isPageNumber } from './page-number.ts';

interface Margins {
  readonly left: number;
  readonly right: number;
  /** Distance of baselines inside a paragraph. */
  readonly leading: number;
}

/** Share of the page height at its top and bottom in which page numbers and running heads stand. */
const EDGE = 0.12;
/** A line that stands at the edge of this many pages, or of all, with the same words is a running head or foot. */
const FEWEST_REPEATS = 3;
/** A first line is moved in by two characters; half of that tells it from a ragged edge. */
const INDENT = 1;
/** Justified lines end at most two characters before the margin, where punctuation may not start a line. */
const SHORT_LINE = 2.5;
/** A line that begins further in than this is centred or set to the right: a title, a signature, a date. */
const FAR_IN = 4;
const WIDE_LEADING = 1.6;
const SIZE_CHANGE = 1.15;
/** Share of the lines that must begin at the left margin. */
const FAIR_SHARE = 0.15;
/** Where lines fill less than this share of the page, the margins are taken to be equal. */
const NARROWEST_BODY = 0.5;

/** Rebuilds paragraphs from the lines of all pages; a paragraph may run over a page end. Page numbers are dropped. */
export function addPages(pages: readonly LaidOutPage[], builder: SourceBuilder): void {
  const lines = pages.flatMap((page) => linesOf(page)).filter((line) => !(isAtEdge(line) && isPageNumber(line.text)));
  const running = runningLines(lines, Math.max(2, Math.min(FEWEST_REPEATS, pages.length)));
  const margins = marginsOf(lines.filter((line) => !running.has(edgeKey(line))));
  const shown = new Set<string>();

  let paragraph: Line[] = [];
  let count = 0;
  function close(): void {
    const [first] = paragraph;
    if (first === undefined) return;
    count += 1;
    const align = paragraph.length === 1 ? alignOf(first, margins) : undefined;
    builder.paragraph(joinLines(paragraph), {
      kind: 'paragraph',
      place: { page: first.page.number, paragraph: count },
      ...(align !== undefined && { align }),
    });
    paragraph = [];
  }

  for (const line of lines) {
    const key = edgeKey(line);
    if (running.has(key)) {
      if (!shown.has(key)) addRunningLine(line, builder, close);
      shown.add(key);
      continue;
    }
    const last = paragraph.at(-1);
    if (last !== undefined && startsParagraph(paragraph, last, line, margins)) close();
    paragraph.push(line);
  }
  close();
}

function addRunningLine(line: Line, builder: SourceBuilder, close: () => void): void {
  close();
  const kind: Block['kind'] = line.y < line.page.height / 2 ? 'page-header' : 'page-footer';
  builder.paragraph(line.text, { kind, place: { page: line.page.number } });
}

function isAtEdge({ y, page }: Line): boolean {
  return y < EDGE * page.height || y > (1 - EDGE) * page.height;
}

function edgeKey(line: Line): string {
  return isAtEdge(line) ? `${Math.round(line.y / line.size)} ${line.text}` : '';
}

function runningLines(lines: readonly Line[], fewest: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(edgeKey(line), (counts.get(edgeKey(line)) ?? 0) + 1);
  return new Set([...counts].filter(([key, count]) => key !== '' && count >= fewest).map(([key]) => key));
}

function marginsOf(lines: readonly Line[]): Margins {
  const width = lines[0]?.page.width ?? 0;
  const left = leftMargin(lines);
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next?.page === line.page ? [next.y - line.y] : [];
  });
  const fills = right - left > NARROWEST_BODY * width;
  return { left, right: fills ? right : width - left, leading: quantile(steps, 0.5) };
}

/** The leftmost edge that a fair share of the lines keeps to; tables and pictures may stand further out. */
function leftMargin(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { left, size } of lines) {
    const step = Math.round(left / (size / 2)) * (size / 2);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const fair = [...counts].filter(([, count]) => count >= FAIR_SHARE * lines.length).map(([step]) => step);
  if (fair.length > 0) return Math.min(...fair);
  return lines.reduce((least, { left }) => Math.min(least, left), Infinity);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function startsParagraph(paragraph: readonly Line[], last: Line, line: Line, margins: Margins): boolean {
  if (Math.max(last.size, line.size) > SIZE_CHANGE * Math.min(last.size, line.size)) return true;
  if (last.right < margins.right - SHORT_LINE * last.size) return true;
  if (last.left > margins.left + FAR_IN * last.size) return true;
  if (line.page === last.page && line.y - last.y > WIDE_LEADING * Math.max(margins.leading, last.size)) return true;
  return isIndented(paragraph, last, line, margins);
}

/** The second line of a paragraph stands further left than its first, or on one edge with it at the margin. */
function isIndented(paragraph: readonly Line[], last: Line, line: Line, { left }: Margins): boolean {
  const step = line.left - last.left;
  const indent = INDENT * line.size;
  if (step > indent) return true;
  if (paragraph.length > 1) return step < -indent;
  return step > -indent && line.left > left + indent;
}

function joinLines(lines: readonly Line[]): string {
  const parts = lines.map(({ text }, index) => {
    const before = lines[index - 1]?.text.slice(-1) ?? '';
    return /[\w,.;:]/u.test(before) && /^\w/u.test(text) ? ` ${text}` : text;
  });
  return parts.join('');
}

/** Centred and right-aligned lines tell titles and signatures; anything else stays without alignment. */
function alignOf(line: Line, { left, right }: Margins): Block['align'] | undefined {
  const before = line.left - left;
  const after = right - line.right;
  if (before < 2 * line.size) return undefined;
  if (Math.abs(before - after) < 2 * line.size) return 'center';
  return line.left > (left + right) / 2 ? 'right' : undefined;
}
