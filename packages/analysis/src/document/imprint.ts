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
const COPY = /^(?:抄[送报发]|分送): ?(?<names>.*?)[。.]?$/u;
const PRINTED = new RegExp(`(?:${DATE_SOURCE}) ?印(?:发|制)?$|^印发(?:日期|时间): ?`, 'u');
const OTHER =
  /^(?:主题词|主送|主 ?办|承办(?:单位)?|校对|打字|录入|拟稿(?:人)?|责任编辑):|^\(?共印 ?\d+ ?份\)?$|办公室 +.*印发$|印发$/u;

/** What a line of an imprint begins with, unless it ends in 印发. */
const FIRST_CHARACTERS = '抄分主承校打录拟责印(共';

/** The imprint among the last written lines, or null. */
export function readImprint(text: string, lines: readonly Line[]): Imprint | null {
  const reader = new ImprintReader();
  for (const line of lines.slice(-MOST_LINES))
    reader.read(text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)), line);
  const { first, copy, printedDate } = reader;
  const last = lines.at(-1);
  if (first === null || !last || (copy === null && printedDate === null)) return null;
  return {
    start: first.start,
    end: endOfImprint(first, last, lines),
    copyTo: copy === null ? [] : splitRecipients(copy.value),
    copySpan: copy === null ? null : { start: copy.start, end: copy.end },
    printedDate,
  };
}

class ImprintReader {
  first: Line | null = null;
  copy: Field | null = null;
  printedDate: Field | null = null;

  read(words: string, line: Line): void {
    if (!mayBelong(words)) return;
    const copied = COPY.exec(words);
    if (copied) this.#readCopy(copied.groups?.['names'] ?? '', line);
    else if (PRINTED.test(words)) this.#readDate(words, line);
    else if (OTHER.test(words)) this.first ??= line;
  }

  #readCopy(names: string, line: Line): void {
    this.first ??= line;
    this.copy ??= { value: names, start: line.start, end: line.end };
  }

  #readDate(words: string, line: Line): void {
    this.first ??= line;
    const day = readDate(words);
    if (day !== null) this.printedDate ??= { value: day, start: line.start, end: line.end };
  }
}

function mayBelong(words: string): boolean {
  return FIRST_CHARACTERS.includes(words.charAt(0)) || words.endsWith('印发') || words.endsWith('印制');
}

/** An attachment behind the imprint is none of it. */
function endOfImprint(first: Line, last: Line, lines: readonly Line[]): number {
  const behind = lines.find(({ start, attachment }) => start > first.start && attachment !== first.attachment);
  return behind ? behind.start : last.end;
}
