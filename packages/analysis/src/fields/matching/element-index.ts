import type { Meaning, Term } from './meaning.ts';
import type { Surface } from './surface.ts';
import { namesEntity } from './vocabulary/entities.ts';
import { nearTo } from './vocabulary/nearness.ts';

/** Finds the names that share words with a label, the most telling words first. */
export interface ElementIndex {
  /** At most `most` surfaces, those that share most first; `context`: words that the label may have left out. */
  find(meaning: Meaning, context: readonly string[], most: number): readonly Surface[];
}

/** Words that so many names have tell too little to look through them all. */
const LONGEST_LIST = 2000;
const CONTEXT_WEIGHT = 0.7;
const NEAR_WEIGHT = 0.8;
const SAME_PATH_WEIGHT = 3;
const SAME_TEXT_WEIGHT = 2;
const MOST_CONTEXTS = 16;

/** The names that have a word, by their places, and what it counts to share it. */
interface Posting {
  readonly places: readonly number[];
  readonly weight: number;
}

export function createElementIndex(surfaces: readonly Surface[]): ElementIndex {
  const postings = new Map<string, number[]>();
  const sizes = new Float32Array(surfaces.length);
  for (const [at, surface] of surfaces.entries()) enter(surface, at);
  const scores = new Float32Array(surfaces.length);
  /** What was found for labels that came before, by the words around them; it lives as long as their meanings do. */
  const known = new WeakMap<Meaning, Map<string, readonly Surface[]>>();

  function enter({ meaning, texts, element }: Surface, at: number): void {
    for (const text of texts) post(`=${text}`, at);
    for (const { text, weight } of tokensOf(meaning)) {
      post(text, at);
      if (!namesEntity(text, element.entity)) sizes[at] = (sizes[at] ?? 0) + weight;
    }
  }

  function post(token: string, at: number): void {
    const list = postings.get(token);
    if (list === undefined) postings.set(token, [at]);
    else if (list.length < LONGEST_LIST && list.at(-1) !== at) list.push(at);
  }

  function queryOf(meaning: Meaning, context: readonly string[]): Posting[] {
    return resolve([
      ...tokensOf(meaning),
      { text: `=${meaning.whole}`, weight: SAME_PATH_WEIGHT },
      { text: `=${meaning.text}`, weight: SAME_TEXT_WEIGHT },
      ...meaning.terms.flatMap(({ id }) => nearTo(id).map((text) => ({ text, weight: NEAR_WEIGHT }))),
      ...context.map((text) => ({ text, weight: CONTEXT_WEIGHT })),
    ]);
  }

  function resolve(tokens: readonly Token[]): Posting[] {
    return tokens.flatMap(({ text, weight }) => {
      const places = postings.get(text);
      return places === undefined ? [] : [{ places, weight }];
    });
  }

  /** Adds up what is shared; a name that is touched first starts with what it has more than the label. */
  function score({ places, weight }: Posting, touched: number[]): void {
    for (const at of places) {
      const before = scores[at] ?? 0;
      if (before === 0) touched.push(at);
      scores[at] = (before === 0 ? -UNSAID_SHARE * (sizes[at] ?? 0) - 1e-6 : before) + weight * (1 + UNSAID_SHARE);
    }
  }

  function search(meaning: Meaning, context: readonly string[], most: number): Surface[] {
    const touched: number[] = [];
    for (const posting of queryOf(meaning, context)) score(posting, touched);
    const found = selectBest(touched, scores, most);
    for (const at of touched) scores[at] = 0;
    return found.flatMap((at) => surfaces[at] ?? []);
  }

  return {
    find(meaning, context, most) {
      const answers = known.get(meaning) ?? new Map<string, readonly Surface[]>();
      const key = context.join(' ');
      const before = answers.get(key);
      if (before !== undefined) return before;
      if (answers.size >= MOST_CONTEXTS) answers.clear();
      const found = search(meaning, context, most);
      known.set(meaning, answers.set(key, found));
      return found;
    },
  };
}

/** How much a word that the label lacks speaks against a name, beside one that they share. */
const UNSAID_SHARE = 0.5;

/** The best `most` places, best first, without sorting all that were touched. */
function selectBest(touched: readonly number[], scores: Float32Array, most: number): number[] {
  const best: number[] = [];
  let least = -Infinity;
  for (const at of touched) {
    const score = scoreAt(scores, at);
    if (best.length === most && score <= least) continue;
    if (best.length === most) best.pop();
    let place = best.length;
    while (place > 0 && scoreAt(scores, best[place - 1]) < score) place--;
    best.splice(place, 0, at);
    least = scoreAt(scores, best.at(-1));
  }
  return best;
}

function scoreAt(scores: Float32Array, at: number | undefined): number {
  return scores[at ?? 0] ?? 0;
}

interface Token {
  readonly text: string;
  readonly weight: number;
}

function tokensOf({ terms, rest, holder, scopes }: Meaning): Token[] {
  const tokens: Token[] = [];
  for (const term of terms) if (term.kind !== 'light') tokens.push({ text: term.id, weight: weightOf(term) });
  for (const scope of scopes) tokens.push({ text: scope, weight: 1 });
  if (holder !== null) tokens.push({ text: `@${holder}`, weight: 1.5 });
  for (let at = 0; at < rest.length; at++) {
    tokens.push({ text: `'${rest.charAt(at)}`, weight: 0.3 });
    if (at + 1 < rest.length) tokens.push({ text: `'${rest.slice(at, at + 2)}`, weight: 0.5 });
  }
  return tokens;
}

function weightOf({ weight, isOuter }: Term): number {
  return isOuter ? weight * 0.6 : weight;
}
