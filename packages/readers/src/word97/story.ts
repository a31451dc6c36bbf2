import type { PieceText } from './pieces.ts';
import { runAt, type PropertyRun } from './property-runs.ts';

/** A paragraph, cell or row end of a story, with the mark that closes it. */
export interface StoryParagraph {
  readonly text: string;
  /** Position of the closing mark in the text of the file. */
  readonly markAt: number;
  readonly isCell: boolean;
  readonly images: number;
  /** Anchors of drawn objects and text boxes. */
  readonly anchors: number;
}

export interface StorySource {
  readonly pieces: PieceText;
  readonly characterRuns: readonly PropertyRun[];
}

const CHARACTER = {
  picture: 0x01,
  note: 0x02,
  cell: 0x07,
  anchor: 0x08,
  tab: 0x09,
  lineBreak: 0x0b,
  pageBreak: 0x0c,
  paragraph: 0x0d,
  columnBreak: 0x0e,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  hardHyphen: 0x1e,
} as const;

const HIDDEN: ReadonlySet<number> = new Set([0x0800, 0x083c]);

const FIRST_PRINTABLE = 0x20;
const PLAIN: ReadonlyMap<number, string> = new Map([
  [CHARACTER.tab, ' '],
  [CHARACTER.lineBreak, '\n'],
  [CHARACTER.hardHyphen, '-'],
]);

const ENDS: ReadonlySet<number> = new Set([
  CHARACTER.cell,
  CHARACTER.pageBreak,
  CHARACTER.paragraph,
  CHARACTER.columnBreak,
]);

interface OpenParagraph {
  text: string;
  images: number;
  anchors: number;
}

/** Splits a story into paragraphs: field codes, deleted and hidden text are left out. `noteSign` numbers references. */
export function* readStory(
  source: StorySource,
  start: number,
  end: number,
  noteSign: () => string = () => '',
): Generator<StoryParagraph> {
  const { text } = source.pieces;
  const isShown = visibilityOf(source);
  // For each open field whether its code, which is not printed, is being read.
  const fields: boolean[] = [];
  let open: OpenParagraph = { text: '', images: 0, anchors: 0 };
  for (let at = start; at < Math.min(end, text.length); at += 1) {
    const code = text.charCodeAt(at);
    if (ENDS.has(code)) {
      yield { ...open, markAt: at, isCell: code === CHARACTER.cell };
      open = { text: '', images: 0, anchors: 0 };
    } else if (!trackField(code, fields) && !fields.includes(true) && isShown(at)) {
      addCharacter(open, code, text.charAt(at), noteSign);
    }
  }
  if (open.text !== '') yield { ...open, markAt: end - 1, isCell: false };
}

/** Answers whether a character is printed; asked in the order of the text, it searches only at the ends of runs. */
function visibilityOf({ pieces, characterRuns }: StorySource): (at: number) => boolean {
  let run: PropertyRun | undefined;
  return (at) => {
    const fileAt = pieces.fileAtOf(at);
    if (run === undefined || fileAt < run.start || fileAt >= run.end) run = runAt(characterRuns, fileAt);
    return !isHidden(run);
  };
}

function addCharacter(open: OpenParagraph, code: number, character: string, noteSign: () => string): void {
  if (code === CHARACTER.picture) open.images += 1;
  else if (code === CHARACTER.anchor) open.anchors += 1;
  else if (code === CHARACTER.note) open.text += noteSign();
  else if (code >= FIRST_PRINTABLE) open.text += character;
  else open.text += PLAIN.get(code) ?? '';
}

function trackField(code: number, fields: boolean[]): boolean {
  if (code === CHARACTER.fieldBegin) fields.push(true);
  else if (code === CHARACTER.fieldSeparator && fields.length > 0) fields[fields.length - 1] = false;
  else if (code === CHARACTER.fieldEnd) fields.pop();
  else return false;
  return true;
}

function isHidden(run: PropertyRun | undefined): boolean {
  return run?.properties.some(({ code, operand }) => HIDDEN.has(code) && operand.getUint8(0) === 1) ?? false;
}
