/** How much of a document was taken from another, and with which passages that is shown. */
import { isDigit, isHan, isLatin } from '../../document/characters.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { findCopiedClauses, readOwnText, type ComparedText, type CopiedClause, type OwnText } from './passages.ts';
import { comparedStretches, findSetAside, type SetAside, type SetAsideKind } from './set-aside.ts';
import { isTurned } from './turned.ts';

/** From this copied share on a text is as thick as its superior's (上下一般粗); a house threshold. */
export const COPIED_TOO_MUCH = 0.6;

export type PassageKind = 'copied' | 'changed' | SetAsideKind;

/** A stretch and its source, both in normalised offsets. */
export interface Passage extends Span {
  readonly superiorStart: number;
  readonly superiorEnd: number;
  /** Equal signs of all signs, from 0 to 1. */
  readonly similarity: number;
  readonly kind: PassageKind;
}

export interface CopiedShare {
  /** Of the characters that are the document's own to word, those that stand in copied passages: 0 to 1. */
  readonly copiedShare: number;
  /** Of all compared characters those forwarded, quoted or stock: 0 to 1. */
  readonly boilerplateShare: number;
  readonly passages: readonly Passage[];
}

/** A clause is set aside when this share of it is. */
const LEAST_SET_ASIDE = 0.6;
/** Clauses of one passage stand so near each other in both texts. */
const SAME_PASSAGE = 40;

/** A document that something may have been taken from. */
export interface Source extends ComparedText {
  readonly title: string | null;
}

/** What of a read document is compared. */
export function sourceOf(document: OfficialDocument): Source {
  return { text: document.text, stretches: comparedStretches(document), title: document.title };
}

/** Compares the body of a document with a source; see `Passage` for what is counted and what is only shown. */
export function findCopied(document: OfficialDocument, superior: Source): CopiedShare {
  return new ComparedDocument(document, findSetAside(document, superior.title)).copiedFrom(superior);
}

/** The body of a document, read once to be compared with any number of sources. */
export class ComparedDocument {
  private readonly asides: readonly SetAside[];
  private readonly own: OwnText;
  private readonly counted: CountedCharacters;

  constructor(document: OfficialDocument, asides: readonly SetAside[]) {
    const { text } = document;
    const stretches = comparedStretches(document);
    this.asides = asides;
    this.own = readOwnText({ text, stretches });
    this.counted = new CountedCharacters(text, stretches, asides);
  }

  copiedFrom(source: ComparedText): CopiedShare {
    const { asides, counted } = this;
    const passages = findCopiedClauses(this.own, source).map((clause) => passageOf(clause, asides));
    const taken = passages.reduce((sum, passage) => sum + (isTaken(passage) ? counted.ownBetween(passage) : 0), 0);
    return {
      copiedShare: counted.own === 0 ? 0 : taken / counted.own,
      boilerplateShare: counted.all === 0 ? 0 : 1 - counted.own / counted.all,
      passages: joined(passages),
    };
  }
}

function passageOf(clause: CopiedClause, asides: readonly SetAside[]): Passage {
  const { start, end, superiorStart, superiorEnd, equal, signs, unshared } = clause;
  return {
    start,
    end,
    superiorStart,
    superiorEnd,
    similarity: equal / signs,
    kind: asideOf(clause, asides) ?? (isTurned(unshared.own, unshared.superior) ? 'changed' : 'copied'),
  };
}

/** The few own characters of a clause that is mostly stock or quotation are as much copied as it is. */
function isTaken({ kind }: Passage): boolean {
  return kind === 'copied' || kind === 'stock' || kind === 'quoted';
}

function asideOf(clause: Span, asides: readonly SetAside[]): SetAsideKind | null {
  const covered = { forwarded: 0, quoted: 0, stock: 0 };
  for (const { kind, start, end } of asides) {
    covered[kind] += Math.max(0, Math.min(end, clause.end) - Math.max(start, clause.start));
  }
  const least = LEAST_SET_ASIDE * (clause.end - clause.start);
  if (covered.forwarded >= least) return 'forwarded';
  if (covered.quoted >= least) return 'quoted';
  return covered.stock >= least ? 'stock' : null;
}

/** Neighbouring clauses of one kind whose sources are neighbours too become one passage. */
function joined(clauses: readonly Passage[]): Passage[] {
  const passages: Passage[] = [];
  for (const clause of clauses) {
    const last = passages.at(-1);
    if (last === undefined || !continues(last, clause)) passages.push(clause);
    else passages[passages.length - 1] = join(last, clause);
  }
  return passages;
}

function continues(last: Passage, next: Passage): boolean {
  return (
    last.kind === next.kind &&
    next.start - last.end <= SAME_PASSAGE &&
    Math.abs(next.superiorStart - last.superiorEnd) <= SAME_PASSAGE
  );
}

function join(one: Passage, other: Passage): Passage {
  const weight = (one.end - one.start) / (one.end - one.start + other.end - other.start);
  return {
    start: one.start,
    end: other.end,
    superiorStart: Math.min(one.superiorStart, other.superiorStart),
    superiorEnd: Math.max(one.superiorEnd, other.superiorEnd),
    similarity: weight * one.similarity + (1 - weight) * other.similarity,
    kind: one.kind,
  };
}

/** Counts Han characters, digits and Latin letters, as `bodyCharacters` does, with and without what is set aside. */
class CountedCharacters {
  /** Before each offset so many own characters. */
  private readonly ownBefore: Int32Array;
  readonly all: number;

  constructor(text: string, stretches: readonly Span[], asides: readonly SetAside[]) {
    const state = statesOf(text.length, stretches, asides);
    this.ownBefore = new Int32Array(text.length + 1);
    let all = 0;
    for (let at = 0; at < text.length; at++) {
      const isCounted = state[at] !== OUTSIDE && isBodyCharacter(text.charCodeAt(at));
      if (isCounted) all++;
      this.ownBefore[at + 1] = (this.ownBefore[at] ?? 0) + (isCounted && state[at] === OWN ? 1 : 0);
    }
    this.all = all;
  }

  get own(): number {
    return this.ownBefore.at(-1) ?? 0;
  }

  ownBetween({ start, end }: Span): number {
    return (this.ownBefore[end] ?? 0) - (this.ownBefore[start] ?? 0);
  }
}

const OUTSIDE = 0;
const OWN = 1;
const ASIDE = 2;

function statesOf(length: number, stretches: readonly Span[], asides: readonly SetAside[]): Uint8Array {
  const isAside = new Uint8Array(length);
  for (const { start, end } of asides) isAside.fill(1, start, end);
  const states = new Uint8Array(length);
  for (const { start, end } of stretches) {
    for (let at = start; at < end; at++) states[at] = isAside[at] === 1 ? ASIDE : OWN;
  }
  return states;
}

function isBodyCharacter(code: number): boolean {
  return isHan(code) || isDigit(code) || isLatin(code);
}
