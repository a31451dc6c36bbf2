/** From labels to truth: which targets a subordinate raised or brought forward, what it added, what is local. */
import { readMarks, type Mark, type MarkedText } from './marks.ts';
import type { Sections } from './sections.ts';

/** Words on both sides that a finding must overlap. */
export interface TargetPair {
  /** The label, say `freq1`. */
  readonly name: string;
  readonly superior: Mark;
  readonly subordinate: Mark;
  /** What the labels say, the superior's first. */
  readonly values: readonly [string, string];
  /** Either label ends with a question mark. */
  readonly debatable: boolean;
}

export interface TargetTruth {
  readonly raised: readonly TargetPair[];
  readonly compressed: readonly TargetPair[];
  /** Targets about which judges differ, or whose lists do: a finding on them counts neither way. */
  readonly debatable: readonly TargetPair[];
  readonly added: readonly Mark[];
  readonly addedDebatable: readonly Mark[];
  readonly local: readonly Mark[];
  readonly localDebatable: readonly Mark[];
}

export type Finding = 'raised' | 'compressed' | 'added' | 'local';

export const FINDINGS: readonly Finding[] = ['raised', 'compressed', 'added', 'local'];

export interface LabelledPair {
  readonly id: string;
  readonly superior: string;
  readonly subordinate: string;
  readonly truth: TargetTruth;
  /** What the labels speak about. */
  readonly judged: readonly Finding[];
}

/**
 * Each document of a chain against every one above it. What was added is labelled against the next level only, so over
 * two levels or more nothing but targets is judged.
 */
export function pairsOfChain({ name, sections }: Sections): LabelledPair[] {
  const levels = sections.map(readMarks);
  return levels.flatMap((subordinate, low) =>
    levels.slice(0, low).map((superior, high): LabelledPair => {
      const pair = labelledPair(`${name}-${high + 1}-${low + 1}`, superior, subordinate);
      return low - high === 1 ? pair : { ...pair, judged: ['raised', 'compressed'] };
    }),
  );
}

export interface SmallPair {
  readonly id: string;
  readonly why: string;
  readonly superior: string;
  readonly subordinate: string;
}

export function pairOfRow({ id, superior, subordinate }: SmallPair): LabelledPair {
  return labelledPair(id, readMarks(superior), readMarks(subordinate));
}

function labelledPair(id: string, superior: MarkedText, subordinate: MarkedText): LabelledPair {
  const judged = targetPairs(superior, subordinate).map((pair) => ({
    pair,
    verdict: judge(pair, superior, subordinate),
  }));
  function those(verdict: Verdict): TargetPair[] {
    return judged.filter((one) => one.verdict === verdict).map(({ pair }) => pair);
  }
  function tagged(...tags: readonly string[]): Mark[] {
    return subordinate.marks.filter((mark) => tags.some((tag) => mark.tags.has(tag)));
  }
  return {
    id,
    superior: superior.text,
    subordinate: subordinate.text,
    judged: FINDINGS,
    truth: {
      raised: those('raised'),
      compressed: those('compressed'),
      debatable: those('debatable'),
      added: tagged('added'),
      // A local measure without counterpart may be read as a demand.
      addedDebatable: tagged('added?', 'local', 'local?'),
      local: tagged('local'),
      // A date or an actor of a demand may be read as a local measure.
      localDebatable: [...tagged('local?', 'added', 'added?'), ...dueMarks(subordinate)],
    },
  };
}

function dueMarks({ marks }: MarkedText): Mark[] {
  return marks.filter(({ tags }) => [...tags.keys()].some((tag) => tag.startsWith('due')));
}

function targetPairs(superior: MarkedText, subordinate: MarkedText): TargetPair[] {
  const above = targetsOf(superior);
  return [...targetsOf(subordinate)].flatMap(([name, own]) => {
    const counterpart = above.get(name);
    return counterpart === undefined ? [] : [pairUp(name, counterpart, own)];
  });
}

/** A label with its value; debatable when its name ends with a question mark. */
interface Target extends Mark {
  readonly value: string;
  readonly debatable: boolean;
}

function targetsOf({ marks }: MarkedText): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const mark of marks) {
    const [tag, value] = [...mark.tags].find(([name]) => /^[a-z]+\d\??$/.test(name)) ?? [];
    if (tag === undefined || value === undefined) continue;
    const name = tag.replace('?', '');
    if (targets.has(name)) throw new Error(`Two targets named ${name}: ${mark.quote}`);
    targets.set(name, { ...mark, value, debatable: tag.endsWith('?') });
  }
  return targets;
}

function pairUp(name: string, superior: Target, subordinate: Target): TargetPair {
  const values = [superior.value, subordinate.value] as const;
  return { name, superior, subordinate, values, debatable: superior.debatable || subordinate.debatable };
}

type Verdict = 'raised' | 'compressed' | 'debatable' | 'none';

const LOWER_IS_STRICTER: ReadonlySet<string> = new Set(['lead', 'limit']);
const HIGHER_IS_STRICTER: ReadonlySet<string> = new Set([
  'freq',
  'cover',
  'amount',
  'count',
  'score',
  'people',
  'time',
]);

function judge({ name, values, debatable }: TargetPair, above: MarkedText, below: MarkedText): Verdict {
  const kind = name.replace(/\d$/, '');
  const [first, second] = values;
  if (kind === 'due') return judgeDue(first, second, [dateOf(above), dateOf(below)]);
  if (!LOWER_IS_STRICTER.has(kind) && !HIGHER_IS_STRICTER.has(kind)) throw new Error(`No such target: ${name}`);
  const rise = (Number(second) - Number(first)) * (LOWER_IS_STRICTER.has(kind) ? -1 : 1);
  if (Number.isNaN(rise)) throw new Error(`Not a number: ${name} ${first} ${second}`);
  if (rise <= 0) return 'none';
  return debatable ? 'debatable' : 'raised';
}

/** Compressed below two fifths of the time above, silent from three fifths on: days and working hours differ between. */
function judgeDue(above: string, below: string, [sentAbove, sentBelow]: readonly [number, number]): Verdict {
  const ratio = (Date.parse(below) - sentBelow) / (Date.parse(above) - sentAbove);
  if (Number.isNaN(ratio)) throw new Error(`Not two days: ${above} ${below}`);
  if (ratio >= 0.6) return 'none';
  return ratio < 0.4 && Date.parse(below) < Date.parse(above) ? 'compressed' : 'debatable';
}

/** The day a document was signed: the last date that fills a line. */
function dateOf({ text }: MarkedText): number {
  const [, year = '', month = '', day = ''] = [...text.matchAll(/^(\d{4})年(\d{1,2})月(\d{1,2})日$/gm)].at(-1) ?? [];
  return Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
