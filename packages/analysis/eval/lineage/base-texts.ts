/** The hand-written documents that pairs are made of: frame, body, and the body's sentences with their places. */
import { readMarks, type Mark } from './marks.ts';

const FRAME = /^=====\n/m;
const COUNTED = /[\p{Script=Han}\p{Nd}A-Za-z]/gu;

/** A sentence, a heading line or a table row, with its end mark and without its line end. */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Law or stock phrase: never mixed into a graded pair, since it counts neither way. */
  readonly aside: boolean;
}

export interface BaseText {
  readonly topic: string;
  readonly text: string;
  /** Letterhead, title and recipients; closed by a line end. */
  readonly head: string;
  /** Signature, date, imprint. */
  readonly tail: string;
  readonly body: string;
  readonly bodyStart: number;
  readonly marks: readonly Mark[];
  readonly paragraphs: readonly (readonly Unit[])[];
}

/** Reads a file of three parts divided by lines of `=====`. Throws when they are not three. */
export function readBaseText(topic: string, source: string): BaseText {
  const parts = source.split(FRAME);
  const [head, marked, tail] = parts;
  if (head === undefined || marked === undefined || tail === undefined || parts.length > 3)
    throw new Error(`Not head, body and tail: ${topic}`);
  const { text: body, marks } = readMarks(marked);
  const placed = marks.map((mark) => ({ ...mark, start: mark.start + head.length, end: mark.end + head.length }));
  const text = head + body + tail;
  return {
    topic,
    text,
    head,
    tail,
    body,
    bodyStart: head.length,
    marks: placed,
    paragraphs: paragraphsOf(body, head.length, placed),
  };
}

function paragraphsOf(body: string, offset: number, marks: readonly Mark[]): Unit[][] {
  const paragraphs: Unit[][] = [];
  for (const line of body.matchAll(/[^\n]+/g)) {
    const units = [...line[0].matchAll(/[^。！？]+(?:[。！？]+[”’）]*|$)/g)].map(({ 0: text, index }) => {
      const start = offset + line.index + index;
      const end = start + text.length;
      return { text, start, end, aside: marks.some((mark) => mark.start < end && start < mark.end) };
    });
    paragraphs.push(joinOpenings(units));
  }
  return paragraphs;
}

/** An opening such as （一）摸清底数。 stays with the sentence behind it. */
function joinOpenings(units: readonly Unit[]): Unit[] {
  return units.reduce<Unit[]>((joined, unit) => {
    const last = joined.at(-1);
    if (last === undefined || last.text.length > 14 || !/^(?:（.）|\d+．|.、)/.test(last.text))
      return [...joined, unit];
    return [...joined.slice(0, -1), { ...unit, text: last.text + unit.text, start: last.start }];
  }, []);
}

/** Han characters, digits and Latin letters: what the contract counts as body characters. */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}

/** The title line of a head: the last line before the recipients. */
export function titleOf({ head }: BaseText): string {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-2) ?? '';
}
