/** Patterns that are tried only on sentences that hold the words they need. */
import type { Span } from '../document/stance.ts';
import type { Statement } from '../document/statements.ts';
import { splitAlternatives } from './required-words.ts';
import { groupOf, wordsOf } from './word-groups.ts';

/** A pattern, or slots that stand near each other in whatever order. */
export type Evidence = RegExp | Conjunction;

/** Every slot is filled, and no more than `reach` characters of text hold them all. */
export interface Conjunction {
  readonly slots: readonly RegExp[];
  readonly reach: number;
}

/** One way to match, with the numbers of the word groups of which it needs a word each. */
interface Way {
  readonly needs: readonly number[];
  find(text: string): Span | null;
}

/** What a rule looks at: what bearers must do, what anybody announces, or the sentence as written. */
export type View = 'imposed' | 'announced' | 'raw';

export interface Found {
  readonly statement: Statement;
  readonly span: Span;
}

/** Of each statement what `findEvidence` finds in the view, where it finds anything. */
export function* evidenceIn(
  statements: readonly Statement[],
  view: View,
  evidence: readonly Evidence[],
): Iterable<Found> {
  for (const statement of wordsOf(statements).holdingAny(statements, needsOf(evidence))) {
    const span = findEvidence(statement, statement[view], evidence);
    if (span) yield { statement, span };
  }
}

const needs = new WeakMap<readonly Evidence[], readonly (readonly number[])[]>();

function needsOf(evidence: readonly Evidence[]): readonly (readonly number[])[] {
  const known = needs.get(evidence);
  if (known) return known;
  const made = evidence.flatMap((one) => waysOf(one).map((way) => way.needs));
  needs.set(evidence, made);
  return made;
}

/** The earliest match of any evidence in one view of a statement, the longest of those that start there. */
export function findEvidence(statement: Statement, view: string, evidence: readonly Evidence[]): Span | null {
  const words = wordsOf([statement]);
  let best: Span | null = null;
  for (const one of evidence) {
    for (const way of waysOf(one)) {
      const found = words.holdsAll(statement, way.needs) ? way.find(view) : null;
      if (found && isBetter(found, best)) best = found;
    }
  }
  return best;
}

function isBetter(found: Span, best: Span | null): boolean {
  return !best || found.start < best.start || (found.start === best.start && found.end > best.end);
}

const ways = new WeakMap<Evidence, readonly Way[]>();

/** Reads the words that it needs, once, so that they are known before the first sentence is read. */
export function prepared<Kind extends Evidence>(evidence: Kind): Kind {
  waysOf(evidence);
  return evidence;
}

function waysOf(evidence: Evidence): readonly Way[] {
  const known = ways.get(evidence);
  if (known) return known;
  const made = evidence instanceof RegExp ? waysOfPattern(evidence) : [wayOfConjunction(evidence)];
  ways.set(evidence, made);
  return made;
}

function waysOfPattern(pattern: RegExp): Way[] {
  // A pattern that ignores case needs no word as it is written.
  if (pattern.ignoreCase) return [{ needs: [], find: (text) => spanOf(pattern.exec(text)) }];
  return splitAlternatives(pattern.source).map(({ source, required }) => {
    const alternative = new RegExp(source, 'u');
    return { needs: required.map(groupOf), find: (text) => spanOf(alternative.exec(text)) };
  });
}

function wayOfConjunction(conjunction: Conjunction): Way {
  const required = conjunction.slots.flatMap((slot) => {
    const [whole, ...others] = splitAlternatives(slot.source);
    return whole && others.length === 0
      ? whole.required
      : (splitAlternatives(`(?:${slot.source})(?:)`)[0]?.required ?? []);
  });
  return { needs: required.map(groupOf), find: (text) => joinedSpan(text, conjunction) };
}

/** Where a match stands, or null. */
export function spanOf(match: RegExpExecArray | null): Span | null {
  return match && { start: match.index, end: match.index + match[0].length };
}

/** Joins to each filling of the first slot the nearest filling of the others. */
function joinedSpan(text: string, { slots, reach }: Conjunction): Span | null {
  const fillings: Span[][] = [];
  for (const slot of slots) {
    const found = fillingsOf(slot, text);
    if (found.length === 0) return null;
    fillings.push(found);
  }
  const [first = [], ...others] = fillings;
  for (const seed of first) {
    const joined = others.reduce<Span | null>((span, found) => span && widen(span, found), seed);
    if (joined && joined.end - joined.start <= reach) return joined;
  }
  return null;
}

function fillingsOf(slot: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(slot), ({ index, 0: words }) => ({ start: index, end: index + words.length }));
}

function widen(span: Span, fillings: readonly Span[]): Span | null {
  let best: Span | null = null;
  for (const filling of fillings) {
    const joined = { start: Math.min(span.start, filling.start), end: Math.max(span.end, filling.end) };
    if (!best || joined.end - joined.start < best.end - best.start) best = joined;
  }
  return best;
}
