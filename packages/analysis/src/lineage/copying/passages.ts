/** Which clauses of a text stand in another, in what words, and where. */
import { firstIndex } from '../../document/ascending.ts';
import type { Span } from '../../document/stance.ts';
import { chainRuns, type Chain } from './chains.ts';
import { atOnePlace, partWithin } from './clause-source.ts';
import { clausesOf, sentencesOf, type ClauseRange, type ComparedClause } from './clauses.ts';
import { RunFinder, type CommonRun } from './common-runs.ts';
import { SequencedText } from './sequences.ts';
import { signsOf, type SignedText } from './signs.ts';
import { TellingSigns } from './telling.ts';
import { toClauseEnds, wordsOutside } from './unshared-words.ts';

/** The part of a text that is compared. */
export interface ComparedText {
  readonly text: string;
  readonly stretches: readonly Span[];
}

/** A clause and the words of the other text that it was taken from. Offsets are into the two texts. */
export interface CopiedClause extends Span {
  readonly superiorStart: number;
  readonly superiorEnd: number;
  /** Equal signs of the clause, of all its signs. */
  readonly equal: number;
  readonly signs: number;
  /** What of the clause is found in the other text, from sign to sign. */
  readonly runs: readonly CommonRun[];
  /** The words that only one of the two has, of the clause and of what it was taken from. */
  readonly unshared: { readonly own: string; readonly superior: string };
}

/** A clause is taken over when this share of it lies in a chain. */
const LEAST_CLAUSE_SHARE = 0.5;
/** A clause beside copied ones needs no chain of its own when this share of it stands near their source. */
const LEAST_NEIGHBOUR_SHARE = 0.6;
/** How far around the source of the neighbours, in signs. */
const NEIGHBOURHOOD = 80;
/** A clause of a sentence that was taken over shares at least so much with it. */
const LEAST_IN_SENTENCE = 0.3;
/** Words put into a sentence, in signs; a longer clause is one that was added to it. */
const FILLING = 8;
/** At its end they are more often a clause of one's own hung on to it. */
const FILLING_AT_END = 5;
/** Places above that are tried for one sentence. */
const MOST_PLACES_OF_SENTENCE = 24;
/** A sentence of which so much is taken over is taken over: the rest are words put in. */
const LEAST_SENTENCE_SHARE = 0.75;

/** How much must be equal for words to count as taken over. */
interface Strictness {
  /** Equal signs of a run. */
  readonly shortestRun: 2 | 3;
  /** Equal signs of a chain. */
  readonly leastEqual: number;
  /** Signs that a passage has in common beyond the words of the subject. */
  readonly leastTold: number;
  /** Whether the words of a sentence may stand above in any order. */
  readonly anyOrder: boolean;
}

/** Where nothing is known of two texts a turn of phrase is chance: some twenty characters must be equal. */
const UNRELATED: Strictness = { shortestRun: 3, leastEqual: 8, leastTold: 12, anyOrder: false };
/** Who has taken so many signs, and such a share of the whole, has taken the short sentences between too. */
const PROVEN_TOLD = 28;
const PROVEN_SHARE = 0.05;
const PROVEN: Strictness = { shortestRun: 2, leastEqual: 4, leastTold: 4, anyOrder: true };

/** Clauses stand so near each other in both texts to be one passage, in characters. */
const SAME_PASSAGE = 60;

/** A text read once, to be compared with any number of others. */
export interface OwnText {
  readonly text: string;
  readonly signed: SignedText;
  readonly clauses: readonly ComparedClause[];
  readonly sentences: readonly ClauseRange[];
  readonly runFinder: RunFinder;
}

export function readOwnText({ text, stretches }: ComparedText): OwnText {
  const signed = signsOf(text, stretches);
  const clauses = clausesOf(text, stretches, signed);
  return {
    text,
    signed,
    clauses,
    sentences: sentencesOf(clauses),
    runFinder: new RunFinder(new SequencedText(signed.signs)),
  };
}

/** Two texts ready to be compared, and what they have in common. */
interface Pair {
  readonly own: OwnText;
  readonly superior: string;
  readonly right: SignedText;
  readonly sequenced: SequencedText;
  readonly runs: readonly CommonRun[];
  readonly chains: readonly Chain[];
}

/** The clauses of `own` that stand in `superior`, in their order. */
export function findCopiedClauses(own: OwnText, superior: ComparedText): CopiedClause[] {
  const right = signsOf(superior.text, superior.stretches);
  const sequenced = new SequencedText(right.signs);
  const pair = { own, superior: superior.text, right, sequenced };
  const telling = new TellingSigns(sequenced);
  const certain = findUnder(pair, UNRELATED, telling);
  const proven = Math.max(PROVEN_TOLD, PROVEN_SHARE * own.signed.signs.length);
  return toldBy(certain, telling) < proven ? certain : findUnder(pair, PROVEN, telling);
}

function findUnder(
  pair: Omit<Pair, 'runs' | 'chains'>,
  { shortestRun, leastEqual, leastTold, anyOrder }: Strictness,
  telling: TellingSigns,
): CopiedClause[] {
  const { signed, clauses, sentences, runFinder } = pair.own;
  const runs = runFinder.find(pair.sequenced, shortestRun);
  const chained: Pair = { ...pair, runs, chains: chainRuns(runs, signed.signs.length, leastEqual) };
  if (chained.chains.length === 0) return [];
  const found = clauses.map((clause) => byChain(chained, clause));
  for (const [index, clause] of clauses.entries()) {
    const beside = isWeak(found[index]) ? byNeighbours(chained, clause, found, index) : null;
    if (beside !== null && beside.equal > (found[index]?.equal ?? 0)) found[index] = beside;
  }
  for (const sentence of sentences) fillSentence(chained, found, sentence, anyOrder);
  return groupsOf(found)
    .filter((group) => toldBy(group, telling) >= leastTold)
    .flat();
}

/** Nothing of a clause, or little, was found in a chain; it may have been moved within its sentence. */
function isWeak(clause: CopiedClause | null | undefined): boolean {
  return !clause || clause.equal < LEAST_CLAUSE_SHARE * clause.signs;
}

function toldBy(clauses: readonly CopiedClause[], telling: TellingSigns): number {
  return clauses.reduce((sum, { runs }) => sum + runs.reduce((of, run) => of + telling.of(run), 0), 0);
}

/** Clauses that are neighbours in both texts: a lone turn of phrase proves nothing, a row of them does. */
function groupsOf(found: readonly (CopiedClause | null)[]): CopiedClause[][] {
  const groups: CopiedClause[][] = [];
  for (const clause of found) {
    if (clause === null) continue;
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && areNeighbours(last, clause)) groups.at(-1)?.push(clause);
    else groups.push([clause]);
  }
  return groups;
}

/** Near each other in both texts; words put in between, or sentences that changed places, do not part them. */
function areNeighbours(one: CopiedClause, other: CopiedClause): boolean {
  const apart = Math.max(other.superiorStart - one.superiorEnd, one.superiorStart - other.superiorEnd);
  return other.start - one.end <= SAME_PASSAGE && apart <= SAME_PASSAGE;
}

function byChain(pair: Pair, clause: ComparedClause): CopiedClause | null {
  const runs: CommonRun[] = [];
  let covered = 0;
  const { chains } = pair;
  for (let at = firstIndex(chains, ({ leftEnd }) => leftEnd > clause.from); at < chains.length; at++) {
    const chain = chains[at];
    if (!chain || chain.left >= clause.to) break;
    covered += Math.min(chain.leftEnd, clause.to) - Math.max(chain.left, clause.from);
    runs.push(...chain.runs.flatMap((run) => partWithin(run, clause)));
  }
  return runs.length > 0 && covered >= LEAST_CLAUSE_SHARE * (clause.to - clause.from)
    ? copied(pair, clause, runs)
    : null;
}

function copied(pair: Pair, clause: ComparedClause, found: readonly CommonRun[]): CopiedClause {
  const { own, superior, right } = pair;
  const runs = atOnePlace(pair.runs, clause, found);
  const from = Math.min(...runs.map((run) => run.right));
  const to = Math.max(...runs.map((run) => run.right + run.length));
  const equal = runs.reduce((sum, { length }) => sum + length, 0);
  const signs = clause.to - clause.from;
  const source = { start: right.offsets[from] ?? 0, end: (right.offsets[to - 1] ?? 0) + 1 };
  const ownShared = runs.map((run) => spanOf(own.signed, run.left, run.length));
  const superiorShared = runs.map((run) => spanOf(right, run.right, run.length));
  return {
    start: clause.start,
    end: clause.end,
    superiorStart: source.start,
    superiorEnd: source.end,
    equal: Math.min(equal, signs),
    signs,
    runs,
    unshared: {
      own: wordsOutside(own.text, clause, ownShared),
      superior: wordsOutside(superior, toClauseEnds(superior, source), superiorShared),
    },
  };
}

function spanOf({ offsets }: SignedText, from: number, length: number): Span {
  return { start: offsets[from] ?? 0, end: (offsets[from + length - 1] ?? 0) + 1 };
}

/** A short clause, or one moved within its sentence: its words stand near what its neighbours were taken from. */
function byNeighbours(
  pair: Pair,
  clause: ComparedClause,
  found: readonly (CopiedClause | null)[],
  index: number,
): CopiedClause | null {
  for (const neighbour of [found[index - 1], found[index + 1]]) {
    const source = neighbour?.runs[0];
    if (!neighbour || !source) continue;
    const runs = runsNear(pair, clause, source.right);
    const covered = runs.reduce((sum, { length }) => sum + length, 0);
    if (covered >= LEAST_NEIGHBOUR_SHARE * (clause.to - clause.from)) return copied(pair, clause, runs);
  }
  return null;
}

/** Runs of the clause whose other end lies near a place, none taking a sign twice. */
function runsNear({ runs }: Pair, clause: ComparedClause, place: number): CommonRun[] {
  const near: CommonRun[] = [];
  let end = clause.from;
  for (let at = firstIndex(runs, ({ left }) => left >= clause.from); at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.left >= clause.to) break;
    if (Math.abs(run.right - place) > NEIGHBOURHOOD || run.left + run.length <= end) continue;
    const [part] = partWithin(run, { ...clause, from: end });
    if (part === undefined) continue;
    near.push(part);
    end = part.left + part.length;
  }
  return near;
}

/** Marks a sentence as taken over where most of it is, or where its words stand together above in another order. */
function fillSentence(pair: Pair, found: (CopiedClause | null)[], { from, to }: ClauseRange, anyOrder: boolean): void {
  const clauses = pair.own.clauses.slice(from, to);
  const [first, last] = [clauses[0], clauses.at(-1)];
  const taken = clauses.reduce((sum, clause, at) => sum + (found[from + at] ? clause.to - clause.from : 0), 0);
  if (!first || !last || taken === last.to - first.from) return;
  const isMostlyTaken = taken >= LEAST_SENTENCE_SHARE * (last.to - first.from);
  const source = isMostlyTaken ? [] : anyOrder ? sourceOfSentence(pair, first, last) : null;
  if (source === null) return;
  for (const [at, clause] of clauses.entries()) {
    found[from + at] ??= fromSource(pair, clause, source, found[from + at - 1] ?? found[from + at + 1]);
  }
}

/** Runs around one place above that make up most of a sentence; null where there is no such place. */
function sourceOfSentence(pair: Pair, first: ComparedClause, last: ComparedClause): CommonRun[] | null {
  const sentence = { ...first, end: last.end, to: last.to };
  const tried = new Set<number>();
  let best: CommonRun[] = [];
  for (let at = firstIndex(pair.runs, ({ left }) => left >= first.from); at < pair.runs.length; at++) {
    const run = pair.runs[at];
    if (!run || run.left >= last.to || tried.size === MOST_PLACES_OF_SENTENCE) break;
    const place = Math.floor(run.right / NEIGHBOURHOOD);
    if (tried.has(place)) continue;
    tried.add(place);
    const near = runsNear(pair, sentence, run.right);
    if (lengthOf(near) > lengthOf(best)) best = near;
  }
  return lengthOf(best) >= LEAST_CLAUSE_SHARE * (sentence.to - sentence.from) ? best : null;
}

function lengthOf(runs: readonly CommonRun[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

/** A clause of a sentence that was taken over as a whole: with its own words above, else with those of its neighbour. */
function fromSource(
  pair: Pair,
  clause: ComparedClause,
  source: readonly CommonRun[],
  neighbour: CopiedClause | null | undefined,
): CopiedClause | null {
  const runs = source.flatMap((run) => partWithin(run, clause));
  const isFilling = clause.to - clause.from <= (clause.endsSentence ? FILLING_AT_END : FILLING);
  if (lengthOf(runs) >= LEAST_IN_SENTENCE * (clause.to - clause.from)) return copied(pair, clause, runs);
  if (!neighbour || !isFilling) return null;
  const { start, end } = clause;
  const { superiorStart, superiorEnd } = neighbour;
  const unshared = { own: '', superior: '' };
  return { start, end, superiorStart, superiorEnd, equal: 0, signs: clause.to - clause.from, runs: [], unshared };
}
