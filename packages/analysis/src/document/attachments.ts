/** Names in the attachment note, and where the attachments themselves stand in the file. */
import type { Header } from './header.ts';
import type { Line } from './lines.ts';
import { readNumber } from './numerals.ts';
import type { Span } from './stance.ts';

export interface Attachment {
  readonly name: string;
  /** As numbered, or its place in order where there is no number. */
  readonly number: number;
  /** In the note of the main part; null when only the attachment itself names it. */
  readonly note: Span | null;
  /** The attachment in the same file; null when it came apart. */
  readonly span: Span | null;
}

const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const NOTE_START = new RegExp(`^附(?:件|表|录)? ?(?<number>${NUMBER})? ?[:：.、 ] ?(?<rest>.*)$`, 'u');
const NUMBERED = new RegExp(`^(?<number>${NUMBER}) ?[.、:) ] ?(?<name>.+)$`, 'u');
const OPENING = new RegExp(`^附[件表录图]?(?<number>${NUMBER})?[:.、 ]*(?<name>.*)$`, 'u');
const LONGEST_NAME = 120;
const MOST_NAMES = 30;
const NEXT_ON_SAME_LINE = / (?=\d{1,2}[.、])/u;

/** The attachments in order: those of the note first, then those that only the file shows. */
export function readAttachments(text: string, lines: readonly Line[], header: Header): Attachment[] {
  const noted = readNote(text, lines, header);
  const found = readOpenings(text, lines);
  const byNumber = new Map(found.map((one) => [one.number, one]));
  const known = new Set(noted.map(({ number }) => number));
  return [
    ...noted.map((one) => ({ ...one, span: byNumber.get(one.number)?.span ?? null })),
    ...found.filter(({ number }) => !known.has(number)),
  ];
}

/** Numbers that the sequence 1, 2, 3 … skips: a sign that an attachment was forgotten. */
export function missingNumbers(attachments: readonly Attachment[]): number[] {
  const present = new Set(attachments.map(({ number }) => number));
  const most = Math.max(0, ...present);
  return Array.from({ length: Math.min(most, 99) }, (_, index) => index + 1).filter((number) => !present.has(number));
}

function readNote(text: string, lines: readonly Line[], header: Header): Attachment[] {
  const main = lines.filter(
    ({ kind, attachment, start }) => kind !== 'blank' && attachment === null && start >= header.zones.body.start,
  );
  const attachments: Attachment[] = [];
  let open = false;
  for (const line of main) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_NAME * 4));
    const start = NOTE_START.exec(words);
    if (start) open = true;
    else if (!open || !NUMBERED.test(words)) {
      if (open && attachments.length > 0) break;
      continue;
    }
    addNames(attachments, start ? noteWords(start) : words, line);
  }
  return attachments;
}

/** `附件1:甲` and `附件:1.甲` both become `1.甲`. */
function noteWords({ groups }: RegExpExecArray): string {
  const rest = groups?.['rest'] ?? '';
  return groups?.['number'] === undefined ? rest : `${groups['number']}.${rest}`;
}

function addNames(attachments: Attachment[], words: string, line: Line): void {
  for (const part of words.split(NEXT_ON_SAME_LINE)) {
    const numbered = NUMBERED.exec(part.trim())?.groups;
    const name = (numbered?.['name'] ?? part).trim().replace(/[。;,]$/u, '');
    if (name === '' || name.length > LONGEST_NAME) continue;
    const number = readNumber(numbered?.['number'] ?? '') ?? attachments.length + 1;
    attachments.push({ name, number, note: { start: line.start, end: line.end }, span: null });
  }
}

function readOpenings(text: string, lines: readonly Line[]): Attachment[] {
  const inside = lines.filter(({ attachment, kind }) => attachment !== null && kind !== 'blank');
  const openings = inside.flatMap((line, index) => (line.attachment === inside[index - 1]?.attachment ? [] : [index]));
  return openings.flatMap((index, order) => {
    const own = inside.slice(index, openings[order + 1] ?? inside.length);
    return readOpening(text, own, order + 1);
  });
}

function textOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

/** The names of a note behind the signature: `附件:1.甲` with nothing below it but `2.乙`, `3.丙`. */
function listedNames(text: string, lines: readonly Line[], first: string): Attachment[] {
  const [opening, ...rest] = lines;
  const isNote = NUMBERED.test(first) && rest.every(({ start, end }) => NUMBERED.test(text.slice(start, end)));
  const names: Attachment[] = [];
  if (!opening || !isNote || rest.length > MOST_NAMES) return names;
  addNames(names, first, opening);
  for (const line of rest) addNames(names, text.slice(line.start, line.end), line);
  return names;
}

/** One attachment from its lines; its title may stand on the line of the number or below. */
function readOpening(text: string, lines: readonly Line[], order: number): Attachment[] {
  const [line, title] = lines;
  const last = lines.at(-1);
  if (!line || !last) return [];
  const { number = '', name = '' } = OPENING.exec(text.slice(line.start, line.end))?.groups ?? {};
  const listed = listedNames(text, lines, name);
  if (listed.length > 1) return listed;
  const below = textOf(text, title);
  return [
    {
      name: (name === '' ? below : name).slice(0, LONGEST_NAME).trim(),
      number: readNumber(number) ?? order,
      note: null,
      span: { start: line.start, end: last.end },
    },
  ];
}
