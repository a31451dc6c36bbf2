/** What words are about: their content without levels, turns, numbers and manner, comparable across two texts. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { createWordTable } from '../../document/word-table.ts';
import { SAME_THINGS, SAYS_NOTHING } from './subject-words.ts';

/** The content of some words: distinct terms in ascending order. */
export type Terms = readonly number[];

/** What a place of a text is about, from near to far. Empty terms where nothing is said. */
export interface Subject {
  /** The words right beside it. */
  readonly near: Terms;
  readonly clause: Terms;
  /** The sentence, and what leads into it where that says little. */
  readonly sentence: Terms;
}

/** How much a term tells of its place, from 0. */
export type Weight = (term: number) => number;

/** Concepts are negative, so that no pair of characters is one of them. */
const NOTHING = 0;
/** Lines of those who do a thing begin with it; concepts below `WEAK` are theirs. */
const WHO = '@';
const WEAK = -1000;
const CONCEPTS: ReadonlyMap<string, number> = new Map(conceptWords());
const WORDS = createWordTable<number>(CONCEPTS);

function* conceptWords(): Iterable<readonly [string, number]> {
  for (const word of SAYS_NOTHING.trim().split(/\s+/u)) yield [word, NOTHING];
  const things = SAME_THINGS.trim().split('\n');
  for (const [index, words] of things.entries()) {
    const concept = words.startsWith(WHO) ? WEAK - index : -1 - index;
    for (const word of words.replace(WHO, '').split(' ')) yield [word, concept];
  }
}

const CODE_UNITS = 65_536;
const SAYS_LITTLE =
  '的了和与及或在由将把被并以为至从向对按等各每全均都也其该此本我〇零一二两三四五六七八九十百千万亿省市县区镇乡村年月日号旬周季';
/** 1 for each code unit that belongs to content: Han and Latin without particles, numerals and levels. */
const IS_CONTENT = contentUnits();

function contentUnits(): Uint8Array {
  const units = new Uint8Array(CODE_UNITS);
  for (let code = 0x4e00; code <= 0x9fff; code++) units[code] = 1;
  for (let code = 0x41; code <= 0x5a; code++) units[code] = units[code + 0x20] = 1;
  for (const character of SAYS_LITTLE) units[character.charCodeAt(0)] = 0;
  return units;
}

/** The distinct terms of a stretch of normalised text: concepts for words with synonyms, else pairs of characters. Linear. */
export function termsOf(text: string, start: number, end: number): Terms {
  const terms: number[] = [];
  let from = start;
  WORDS.scan(text, start, end, (concept, wordStart, wordEnd) => {
    collectPairs(text, { start: from, end: wordStart }, terms);
    if (concept !== NOTHING) collectConcept(text, { start: wordStart, end: wordEnd }, concept, terms);
    from = wordEnd;
  });
  collectPairs(text, { start: from, end }, terms);
  return distinct(terms);
}

const LONG_WORD = 4;

/** A long word is its concept, and what is special in it: 联席会议 is a meeting and 联席, 风险排查 a visit and 风险, 知晓率 is 知晓. */
function collectConcept(text: string, { start, end }: Span, concept: number, terms: number[]): void {
  terms.push(concept);
  const word = text.slice(start, end);
  if ((word.length < LONG_WORD && !word.endsWith('率')) || word.includes('一')) return;
  for (let at = 0; at + 1 < word.length; at += 2) {
    const part = CONCEPTS.get(word.slice(at, at + 2));
    if (part !== NOTHING) terms.push(part ?? word.charCodeAt(at) * CODE_UNITS + word.charCodeAt(at + 1));
  }
}

/** Say nothing where they stand alone: 自6月1日起, 三名骨干来. */
const ALONE_NOTHING = '自起止来去做搞有再又还共为';

/** Pairs of neighbouring content characters; a character that stands alone is a term of its own. */
function collectPairs(text: string, { start, end }: Span, terms: number[]): void {
  let runStart = -1;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (at < end && IS_CONTENT[code] === 1) {
      if (runStart >= 0) terms.push(text.charCodeAt(at - 1) * CODE_UNITS + code);
      else runStart = at;
      continue;
    }
    if (runStart >= 0 && at - runStart === 1 && !ALONE_NOTHING.includes(text.charAt(runStart)))
      terms.push(text.charCodeAt(runStart));
    runStart = -1;
  }
}

function distinct(terms: number[]): Terms {
  terms.sort((left, right) => left - right);
  return terms.filter((term, index) => term !== terms[index - 1]);
}

/** Of very long texts the first part tells well enough which terms are common. */
const COUNTED_LENGTH = 200_000;
const COUNTED_SENTENCE = 200;
/** Texts of a few sentences tell nothing about how common a term is. */
const FEWEST_SENTENCES = 12;

/** What two texts have in common as a whole. */
export interface CommonGround {
  /** The rarer a term is among their sentences, the more it tells. */
  readonly weight: Weight;
  /** Of the terms of the text with fewer of them, the share that the other has too, of titles or of texts: 0 to 1. */
  readonly relatedness: number;
}

export function commonGround(lower: OfficialDocument, upper: OfficialDocument): CommonGround {
  const counts = [countTerms(lower), countTerms(upper)] as const;
  const most = Math.max(FEWEST_SENTENCES, ...counts.map(({ sentences }) => sentences));
  const weights = new Map<number, number>();
  let shared = 0;
  for (const { frequency } of counts) {
    for (const [term, count] of frequency) {
      const known = weights.get(term);
      if (known !== undefined) shared++;
      weights.set(term, Math.min(known ?? Number.POSITIVE_INFINITY, Math.log(1 + most / count)));
    }
  }
  const rarest = Math.log(1 + most);
  return {
    weight: (term) => (weights.get(term) ?? rarest) * strengthOf(term),
    relatedness: Math.max(
      shared / Math.max(1, Math.min(...counts.map(({ frequency }) => frequency.size))),
      titlesInCommon(lower, upper),
    ),
  };
}

/** What every title says. */
const OF_TITLES =
  /关于|[^关于]{0,12}(?:人民政府|办公室|委员会)|通知|意见|方案|安排|要点|办法|实施|通报|工作|有关|20\d\d年度?/gu;

function titlesInCommon({ title: lower }: OfficialDocument, { title: upper }: OfficialDocument): number {
  const [left, right] = [lower, upper].map((title) => (title ?? '').replace(OF_TITLES, ' '));
  if (left === undefined || right === undefined) return 0;
  const terms = termsOf(left, 0, left.length).filter(isWord);
  const others = new Set(termsOf(right, 0, right.length).filter(isWord));
  return terms.filter((term) => others.has(term)).length / Math.max(2, Math.min(terms.length, others.size));
}

function isWord(term: number): boolean {
  return term < 0 || term >= CODE_UNITS;
}

/** A word with synonyms is a whole word; a pair may be half of one; a single character, or who does it, says little. */
function strengthOf(term: number): number {
  if (term <= WEAK) return 0.7;
  return term < 0 ? 1.5 : term < CODE_UNITS ? 0.5 : 1;
}

function countTerms({ text, statements }: OfficialDocument): { sentences: number; frequency: Map<number, number> } {
  const frequency = new Map<number, number>();
  let sentences = 0;
  for (const { start, end } of statements) {
    if (start > COUNTED_LENGTH) break;
    sentences++;
    for (const term of termsOf(text, start, Math.min(end, start + COUNTED_SENTENCE))) {
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
  }
  return { sentences, frequency };
}

/** Terms with what each of them tells. */
export interface WeighedTerms {
  readonly terms: Terms;
  readonly weights: readonly number[];
  readonly total: number;
}

export function weigh(terms: Terms, weight: Weight): WeighedTerms {
  const weights = terms.map(weight);
  return { terms, weights, total: weights.reduce((sum, each) => sum + each, 0) };
}

/** The weight of what two lists of terms share. Linear. */
export function sharedWeight({ terms, weights }: WeighedTerms, others: Terms): number {
  let shared = 0;
  for (let at = 0, other = 0; at < terms.length && other < others.length;) {
    const term = terms[at] ?? 0;
    const second = others[other] ?? 0;
    if (term === second) shared += weights[at] ?? 0;
    if (term <= second) at++;
    if (second <= term) other++;
  }
  return shared;
}

export type WeighedSubject = Readonly<Record<keyof Subject, WeighedTerms>>;

export function weighSubject({ near, clause, sentence }: Subject, weight: Weight): WeighedSubject {
  return { near: weigh(near, weight), clause: weigh(clause, weight), sentence: weigh(sentence, weight) };
}

/** How much the shorter of two texts counts against the longer: words may be added without changing what is meant. */
const SHORTER = 0.7;

/** 0 to 1; null when one of them says nothing. */
function likeness(left: WeighedTerms, right: WeighedTerms): number | null {
  if (left.total === 0 || right.total === 0) return null;
  const size = SHORTER * Math.min(left.total, right.total) + (1 - SHORTER) * Math.max(left.total, right.total);
  return sharedWeight(left, right.terms) / size;
}

/** What the circles around a place count; a circle that says nothing leaves its share to the others. */
const CIRCLES = [
  ['near', 0.4],
  ['clause', 0.3],
  ['sentence', 0.3],
] as const;

/** Beside a place, fewer terms than these may be a verb of any matter (完成, 办结); they count less. */
const FEW_BESIDE = 2;

/** How surely two places speak of the same matter, 0 to 1. */
export function similarity(left: WeighedSubject, right: WeighedSubject): number {
  let total = 0;
  let counted = 0;
  for (const [circle, most] of CIRCLES) {
    const alike = likeness(left[circle], right[circle]);
    if (alike === null) continue;
    const fewest = Math.min(left[circle].terms.length, right[circle].terms.length);
    const share = most * Math.min(1, fewest / FEW_BESIDE);
    total += share * alike;
    counted += share;
  }
  return counted === 0 ? 0 : total / counted;
}
