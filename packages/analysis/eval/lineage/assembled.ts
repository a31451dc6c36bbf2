/** Puts pieces together to one text and keeps where each of them came to stand. */
import { countCharacters } from './base-texts.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a body: own words, or words taken from a place of the superior. */
export interface Piece {
  readonly text: string;
  readonly source: Span | null;
  /** Its meaning was turned: it must be shown as changed, and counts as copied or not. */
  readonly turned?: boolean;
}

/** One copied sentence, on both sides. */
export interface CopiedSpan {
  readonly subordinate: Span;
  readonly superior: Span;
  readonly turned: boolean;
}

/** What is true of a pair; a share between `low` and `high` is right. */
export interface ShareTruth {
  readonly low: number;
  readonly high: number;
  readonly copied: readonly CopiedSpan[];
}

export interface Assembled {
  readonly text: string;
  readonly truth: ShareTruth;
}

export interface Frame {
  readonly head: string;
  readonly tail: string;
}

/** Paragraphs of pieces between a letterhead and a signature, with the share that is copied. */
export function assemble({ head, tail }: Frame, paragraphs: readonly (readonly Piece[])[]): Assembled {
  const copied: CopiedSpan[] = [];
  let text = head;
  for (const paragraph of paragraphs) {
    for (const piece of paragraph) {
      const start = text.length;
      text += piece.text;
      if (piece.source === null) continue;
      copied.push({ subordinate: { start, end: text.length }, superior: piece.source, turned: piece.turned ?? false });
    }
    text += '\n';
  }
  return { text: text + tail, truth: { ...shareOf(paragraphs.flat()), copied } };
}

function shareOf(pieces: readonly Piece[]): { low: number; high: number } {
  const all = sum(pieces);
  const taken = pieces.filter(({ source }) => source !== null);
  const turned = taken.filter((piece) => piece.turned ?? false);
  if (all === 0) return { low: 0, high: 0 };
  return { low: (sum(taken) - sum(turned)) / all, high: sum(taken) / all };
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { text }) => total + countCharacters(text), 0);
}
