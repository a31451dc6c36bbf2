/** The lines below the last rule: copies, printing body, print date. Found from the bottom up. */
import type { Field } from './head.ts';
import { DATE_SOURCE, readDate } from './issue-date.ts';
import type { Line } from './lines.ts';
import { splitRecipients } from './recipients.ts';
import type { Span } from './stance.ts';

export interface Imprint extends Span {
  readonly copyTo: readonly string[];
  readonly copySpan: Span | null;
  readonly printedDate: Field | null;
}

const MOST_LINES = 14;
const LONGEST_LINE = 400;
const COPY = /^(?:抄[送报发]|分送|主送): ?(?<names>.*?)[。.]?$/u;
const PRINTED = new RegExp(`(?:${DATE_SOURCE}) ?印(?:发|制)?$|^印发(?:日期|时间): ?`, 'u');
const OTHER =
  /^(?:主题词|主 ?办|承办(?:单位)?|校对|打字|录入|拟稿(?:人)?|责任编辑):|^\(?共印 ?\d+ ?份\)?$|办公室 +.*印发$|印发$/u;

const MAY_OPEN = /^[抄分主承校打录拟责印(共]|印[发制]?$/u;

/** The imprint among the last written lines, or null. */
export function readImprint(text: string, lines: readonly Line[]): Imprint | null {
  let first: Line | null = null;
  let copy: { names: string; line: Line } | null = null;
  let printedDate: Field | null = null;
  const tail = lines.slice(-MOST_LINES);
  for (const line of tail.toReversed()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
    if (!MAY_OPEN.test(words)) continue;
    const copied = COPY.exec(words);
    const printed = copied === null && PRINTED.test(words);
    if (copied === null && !printed && !OTHER.test(words)) continue;
    first = line;
    if (copied && !words.startsWith('主送')) copy = { names: copied.groups?.['names'] ?? '', line };
    const day = printed ? readDate(words) : null;
    if (day !== null) printedDate = { value: day, start: line.start, end: line.end };
  }
  const last = lines.at(-1);
  if (first === null || !last || (copy === null && printedDate === null)) return null;
  return {
    start: first.start,
    end: endOfImprint(first, last, lines),
    copyTo: copy === null ? [] : splitRecipients(copy.names.replace(/[。.]$/u, '')),
    copySpan: copy === null ? null : { start: copy.line.start, end: copy.line.end },
    printedDate,
  };
}

/** An attachment behind the imprint is none of it. */
function endOfImprint(first: Line, last: Line, lines: readonly Line[]): number {
  const behind = lines.find(({ start, attachment }) => start > first.start && attachment !== first.attachment);
  return behind ? behind.start : last.end;
}
