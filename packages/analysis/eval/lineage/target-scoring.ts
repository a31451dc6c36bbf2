/** Found targets and demands against true ones: hits, misses and false findings. */
import type { Mark } from './marks.ts';
import type { Finding, LabelledPair, TargetPair } from './target-truth.ts';

export interface FoundQuote {
  readonly quote: string;
}

export interface FoundTarget {
  readonly superior: FoundQuote;
  readonly subordinate: FoundQuote;
}

/** What `compareDocuments` says of one superior, as far as it is scored here. */
export interface FoundTargets {
  readonly copiedShare: number;
  readonly raised?: readonly FoundTarget[];
  readonly deadlineCompressed?: readonly FoundTarget[];
  readonly addedDemands?: readonly FoundQuote[];
  readonly localMeasures?: readonly FoundQuote[];
}

export interface TargetVerdict {
  readonly pair: string;
  readonly finding: Finding;
  readonly outcome: 'hit' | 'miss' | 'false';
  /** What was missed or found, both sides divided by a bar. */
  readonly words: string;
}

export function scoreTargets(pair: LabelledPair, found: FoundTargets): TargetVerdict[] {
  const { raised, compressed, debatable, added, addedDebatable, local, localDebatable } = pair.truth;
  return [
    ...matched(pair, 'raised', { found: found.raised, due: raised, free: [...debatable, ...compressed] }),
    ...matched(pair, 'compressed', {
      found: found.deadlineCompressed,
      due: compressed,
      // A shorter lead time may stand in either list.
      free: [...debatable, ...raised.filter(({ name }) => name.startsWith('lead'))],
    }),
    ...quoted(pair, 'added', { found: found.addedDemands, due: added, free: addedDebatable }),
    ...quoted(pair, 'local', { found: found.localMeasures, due: local, free: localDebatable }),
  ].filter(({ finding }) => pair.judged.includes(finding));
}

interface Sides<Found, True> {
  readonly found: readonly Found[] | undefined;
  readonly due: readonly True[];
  readonly free: readonly True[];
}

function matched(pair: LabelledPair, finding: Finding, sides: Sides<FoundTarget, TargetPair>): TargetVerdict[] {
  return verdicts(pair.id, finding, sides, {
    meets: (found, truth) =>
      overlaps(pair.superior, found.superior.quote, truth.superior) &&
      overlaps(pair.subordinate, found.subordinate.quote, truth.subordinate),
    foundWords: (found) => `${found.superior.quote} | ${found.subordinate.quote}`,
    trueWords: (truth) => `${truth.superior.quote} | ${truth.subordinate.quote}`,
  });
}

function quoted(pair: LabelledPair, finding: Finding, sides: Sides<FoundQuote, Mark>): TargetVerdict[] {
  return verdicts(pair.id, finding, sides, {
    meets: (found, truth) => overlaps(pair.subordinate, found.quote, truth),
    foundWords: ({ quote }) => quote,
    trueWords: ({ quote }) => quote,
  });
}

interface Meeting<Found, True> {
  readonly meets: (found: Found, truth: True) => boolean;
  readonly foundWords: (found: Found) => string;
  readonly trueWords: (truth: True) => string;
}

function verdicts<Found, True>(
  pair: string,
  finding: Finding,
  { found = [], due, free }: Sides<Found, True>,
  { meets, foundWords, trueWords }: Meeting<Found, True>,
): TargetVerdict[] {
  return [
    ...due.map((truth): TargetVerdict => {
      const outcome = found.some((one) => meets(one, truth)) ? 'hit' : 'miss';
      return { pair, finding, outcome, words: trueWords(truth) };
    }),
    ...found
      .filter((one) => ![...due, ...free].some((truth) => meets(one, truth)))
      .map((one): TargetVerdict => ({ pair, finding, outcome: 'false', words: foundWords(one) })),
  ];
}

/** Whether a quote, wherever it stands in the text, shares a sign with the labelled words. */
function overlaps(text: string, quote: string, { start, end }: Mark): boolean {
  if (quote === '') return false;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (at < end && start < at + quote.length) return true;
  }
  return false;
}

export interface Rates {
  readonly hits: number;
  readonly misses: number;
  readonly falses: number;
  /** 1 where nothing was found or nothing was to be found. */
  readonly precision: number;
  readonly recall: number;
}

export function ratesOf(verdictsOfOne: readonly TargetVerdict[]): Rates {
  function count(outcome: TargetVerdict['outcome']): number {
    return verdictsOfOne.filter((verdict) => verdict.outcome === outcome).length;
  }
  const [hits, misses, falses] = [count('hit'), count('miss'), count('false')];
  return { hits, misses, falses, precision: ratio(hits, hits + falses), recall: ratio(hits, hits + misses) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
