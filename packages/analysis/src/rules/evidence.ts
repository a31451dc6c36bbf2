/** Patterns that are tried only on sentences that hold the words they need. */
import type { Span } from '../document/stance.ts';
import type { Statement } from '../document/statements.ts';
import { needsOfPattern, needsOfSlot, type Needs } from './needs.ts';
import { partsOf } from './required-words.ts';
import { wordsOf } from './word-groups.ts';

/** A pattern, or slots that stand near each other in whatever order. */
export type Evidence = RegExp | Conjunction;

/** Every slot is filled, and no more than `reach` characters of text hold them all. */
export interface Conjunction {
  readonly slots: readonly RegExp[];
  readonly reach: number;
}

/** One way to match. */
interface Way {
  readonly needs: Needs;
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
  // The ways first: what a new pattern needs is among the words only then.
  const all = waysOfAny(evidence);
  const words = wordsOf(statements);
  const ways = all.filter(({ needs }) => words.mayHoldAll(statements, needs));
  if (ways.length === 0) return;
  const lists = ways.map(({ needs }) => needs);
  for (const statement of words.holdingAny(statements, lists)) {
    const held = ways.filter(({ needs }) => words.holdsAll(statement, needs));
    const span = earliest(statement[view], held);
    if (span) yield { statement, span };
  }
}

/** The earliest match of any evidence in one view of a statement, the longest of those that start there. */
export function findEvidence(statement: Statement, view: string, evidence: readonly Evidence[]): Span | null {
  const all = waysOfAny(evidence);
  const words = wordsOf([statement]);
  const held = all.filter(({ needs }) => words.holdsAll(statement, needs));
  return earliest(view, held);
}

function earliest(text: string, ways: readonly Way[]): Span | null {
  let best: Span | null = null;
  for (const way of ways) {
    const found = way.find(text);
    if (found && isBetter(found, best)) best = found;
  }
  return best;
}

const waysOfAll = new WeakMap<readonly Evidence[], readonly Way[]>();

function waysOfAny(evidence: readonly Evidence[]): readonly Way[] {
  const known = waysOfAll.get(evidence);
  if (known) return known;
  const made = evidence.flatMap((one) => waysOf(one));
  waysOfAll.set(evidence, made);
  return made;
}

function isBetter(found: Span, best: Span | null): boolean {
  return !best || found.start < best.start || (found.start === best.start && found.end > best.end);
}

const ways = new WeakMap<Evidence, readonly Way[]>();

/** The ways in which the evidence matches. */
export function waysOf(evidence: Evidence): readonly Way[] {
  const known = ways.get(evidence);
  if (known) return known;
  const made = evidence instanceof RegExp ? waysOfPattern(evidence) : [wayOfConjunction(evidence)];
  ways.set(evidence, made);
  return made;
}

function waysOfPattern(pattern: RegExp): Way[] {
  // A pattern that ignores case needs no word as it is written.
  if (pattern.ignoreCase) return [{ needs: [], find: (text) => spanOf(pattern.exec(text)) }];
  // Most alternatives are never tried on anything: they are compiled when the first sentence holds their words.
  let parts: readonly string[] | null = null;
  return needsOfPattern(pattern.source).map((needs, index) => {
    let compiled: RegExp | null = null;
    return {
      needs,
      find(text) {
        parts ??= partsOf(pattern.source);
        compiled ??= new RegExp(parts[index] ?? '', 'u');
        return spanOf(compiled.exec(text));
      },
    };
  });
}

function wayOfConjunction(conjunction: Conjunction): Way {
  return {
    needs: conjunction.slots.flatMap(({ source }) => needsOfSlot(source)),
    find: (text) => joinedSpan(text, conjunction),
  };
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
  const found: Span[] = [];
  slot.lastIndex = 0;
  for (let match = slot.exec(text); match; match = slot.exec(text)) {
    const end = match.index + match[0].length;
    found.push({ start: match.index, end });
    if (end === match.index) slot.lastIndex++;
  }
  return found;
}

function widen(span: Span, fillings: readonly Span[]): Span | null {
  let best: Span | null = null;
  for (const filling of fillings) {
    const joined = { start: Math.min(span.start, filling.start), end: Math.max(span.end, filling.end) };
    if (!best || joined.end - joined.start < best.end - best.start) best = joined;
  }
  return best;
}
