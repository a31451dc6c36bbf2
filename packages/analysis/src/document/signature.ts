/** Who signed and when: the lines that close the body. */
import { isDigit } from './characters.ts';
import type { Field } from './head.ts';
import { DATE_SOURCE, readDate } from './issue-date.ts';
import { isBodyName } from './issuer.ts';
import type { Line } from './lines.ts';
import type { Span } from './stance.ts';

export interface Signature extends Span {
  readonly units: readonly Field[];
  /** `YYYY-MM-DD`, null when only a name closes the text. */
  readonly date: Field | null;
  readonly note: Field | null;
}

const DAY_SIGN = '日'.charCodeAt(0);
const LONGEST_LINE = 60;
const LONGEST_UNDATED = 26;
const MOST_UNITS = 10;
const MOST_LINES_BELOW = 3;
/** 7月12日 without its year dates nothing, but closes a text all the same. */
const DATED = new RegExp(`^(?<unit>[^\\d。:;]{2,45}?)??[ ,]*(?:${DATE_SOURCE}|\\d{1,2} ?月 ?\\d{1,2} ?日)$`, 'u');
const OFFICE_HOLDER =
  /^(?:[省市县区州盟旗镇乡局部厅][长]|主席|主任|市委书记|总理|书记|部长|局长|厅长) ?[\u4e00-\u9fff·× ]{2,6}$/u;
const NOTE = /^\((?<note>.{2,200})\)$/u;

/** The signature of lines from `from` on; null when nothing closes the text. */
export function readSignature(text: string, lines: readonly Line[], from: number): Signature | null {
  const dated = findDated(text, lines, Math.max(from, 0));
  const line = lines[dated];
  if (!line) return readUndated(text, lines, from);
  const words = text.slice(line.start, line.end);
  const own = unitBeside(words);
  const units = unitsAbove(text, lines, dated, from);
  if (own !== undefined) units.push(fieldOf(own, line.start));
  const note = noteBelow(text, lines, dated + 1);
  return {
    start: units[0]?.start ?? line.start,
    end: note?.end ?? line.end,
    units,
    date: dateOf(words, own === undefined ? line.start : line.start + own.length, line.end),
    note,
  };
}

function dateOf(words: string, start: number, end: number): Field | null {
  const day = readDate(words);
  return day === null ? null : { value: day, start, end };
}

/** `县教育局 2026年3月5日`: the name on the line of the date. */
function unitBeside(words: string): string | undefined {
  return DATED.exec(words)?.groups?.['unit']?.trim();
}

/** The first date under a name, else a date that closes the text; -1 when there is none. */
function findDated(text: string, lines: readonly Line[], from: number): number {
  let closing = -1;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || !isDateLine(text, line)) continue;
    const unit = unitBeside(text.slice(line.start, line.end));
    if (unit === undefined ? index > from && isSigner(text, lines[index - 1]) : isBodyName(unit)) return index;
    const mayStandAlone = unit === undefined && lines.length - index <= MOST_LINES_BELOW;
    if (mayStandAlone && readDate(text.slice(line.start, line.end)) !== null) closing = index;
  }
  return closing;
}

function isDateLine(text: string, line: Line): boolean {
  if (line.end - line.start > LONGEST_LINE || line.kind === 'table-row') return false;
  const last = text.charCodeAt(line.end - 1);
  return (last === DAY_SIGN || isDigit(last)) && DATED.test(text.slice(line.start, line.end));
}

function readUndated(text: string, lines: readonly Line[], from: number): Signature | null {
  const last = lines[lines.length - 1];
  if (!last || lines.length - 1 <= from || last.end - last.start > LONGEST_UNDATED) return null;
  if (last.kind !== 'text' || !isBodyName(text.slice(last.start, last.end))) return null;
  const units = [
    ...unitsAbove(text, lines, lines.length - 1, from),
    fieldOf(text.slice(last.start, last.end), last.start),
  ];
  return { start: units[0]?.start ?? last.start, end: last.end, units, date: null, note: null };
}

function unitsAbove(text: string, lines: readonly Line[], below: number, from: number): Field[] {
  const units: Field[] = [];
  for (let index = below - 1; index >= from && units.length < MOST_UNITS; index--) {
    const line = lines[index];
    if (!line || !isSigner(text, line)) break;
    units.unshift(fieldOf(text.slice(line.start, line.end), line.start));
  }
  return units;
}

function isSigner(text: string, line: Line | undefined): boolean {
  if (!line || line.end - line.start > LONGEST_LINE || line.kind !== 'text') return false;
  const words = text.slice(line.start, line.end);
  return isBodyName(words) || OFFICE_HOLDER.test(words);
}

function noteBelow(text: string, lines: readonly Line[], from: number): Field | null {
  for (const line of lines.slice(from, from + MOST_LINES_BELOW)) {
    const note = NOTE.exec(text.slice(line.start, line.end))?.groups?.['note'];
    if (note !== undefined) return { value: note, start: line.start, end: line.end };
  }
  return null;
}

function fieldOf(value: string, start: number): Field {
  return { value, start, end: start + value.length };
}
