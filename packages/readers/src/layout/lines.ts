import { circled } from '../lists/number-format.ts';

/** A run of characters of fixed-layout text. All lengths in one unit of the page; y counts downwards to the baseline. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
}

export interface LaidOutPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: LaidOutPage;
}

/** Share of the font size by which baselines of one line may differ; raised notes move about a third. */
const BASELINE_TOLERANCE = 0.45;
/** Gaps wider than this share of the font size are shown as a space; justified text stretches by less. */
const GAP_BETWEEN_HAN = 0.7;
const GAP_BETWEEN_LATIN = 0.2;
/** Raised numbers are set at two thirds of the size, or less. */
const RAISED_SIZE = 0.75;
const RAISED_BY = 0.2;
/** Bold print imitated by printing twice moves the copy by less than this share. */
const SHADOW = 0.3;

/** Rebuilds the lines of a page from its runs, top to bottom, left to right. */
export function linesOf(page: LaidOutPage): Line[] {
  const runs = page.runs.filter(({ text, size }) => text.trim() !== '' && size > 0);
  const rows: Run[][] = [];
  for (const run of runs.toSorted((left, right) => left.y - right.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && isSameLine(first, run)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => joinRuns(row, page));
}

function isSameLine(first: Run, next: Run): boolean {
  return next.y - first.y <= BASELINE_TOLERANCE * Math.max(first.size, next.size);
}

function joinRuns(row: readonly Run[], page: LaidOutPage): Line {
  const runs = row.toSorted((left, right) => left.x - right.x);
  const tallest = runs.reduce((best, run) => (run.size > best.size ? run : best));
  return {
    text: textOf(runs, tallest),
    left: runs.reduce((least, { x }) => Math.min(least, x), Infinity),
    right: runs.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity),
    y: runs[0]?.y ?? 0,
    size: tallest.size,
    page,
  };
}

function textOf(runs: readonly Run[], tallest: Run): string {
  let text = '';
  let last: Run | undefined;
  for (const run of runs) {
    if (last !== undefined && isShadow(last, run)) continue;
    if (last !== undefined && needsSpace(last, run)) text += ' ';
    text += isNoteSign(run, tallest, last?.text.slice(-1) ?? '') ? circled(Number(run.text)) : run.text;
    last = run;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** A small raised number refers to a note: as a plain digit it would run into the number before it. */
function isNoteSign({ text, size, y }: Run, tallest: Run, before: string): boolean {
  const isRaised = size < RAISED_SIZE * tallest.size && y < tallest.y - RAISED_BY * tallest.size;
  return isRaised && /^\d{1,2}$/u.test(text) && /[\p{Script=Han}\d，。；：”）]/u.test(before);
}

function isShadow(last: Run, run: Run): boolean {
  return last.text === run.text && Math.abs(run.x - last.x) < SHADOW * run.size;
}

function needsSpace(last: Run, run: Run): boolean {
  const gap = run.x - (last.x + last.width);
  const latin = /[\w.,;:)]/u.test(last.text.slice(-1)) && /^\w/u.test(run.text);
  return gap > (latin ? GAP_BETWEEN_LATIN : GAP_BETWEEN_HAN) * Math.min(last.size, run.size);
}
