import type { Meaning, Term } from './meaning.ts';
import type { Surface } from './surface.ts';
import { namesEntity } from './vocabulary/entities.ts';
import { nearTo } from './vocabulary/nearness.ts';

/** Finds the names that share words with a label, the most telling words first. */
export interface ElementIndex {
  /** At most `most` surfaces, those that share most first; `context`: words that the label may have left out. */
  find(meaning: Meaning, context: readonly string[], most: number): Surface[];
}

/** Words that so many names have tell too little to look through them all. */
const LONGEST_LIST = 4000;

export function createElementIndex(surfaces: readonly Surface[]): ElementIndex {
  const postings = new Map<string, number[]>();
  const sizes = new Float32Array(surfaces.length);
  for (const [at, { meaning, texts, element }] of surfaces.entries()) {
    for (const text of texts) post(`=${text}`, at);
    for (const token of tokensOf(meaning)) {
      post(token.text, at);
      if (!namesEntity(token.text, element.entity)) sizes[at] = (sizes[at] ?? 0) + token.weight;
    }
  }
  const scores = new Float32Array(surfaces.length);

  function post(token: string, at: number): void {
    const list = postings.get(token);
    if (list === undefined) postings.set(token, [at]);
    else if (list.at(-1) !== at) list.push(at);
  }

  return {
    find(meaning, context, most) {
      const touched: number[] = [];
      const tokens = [
        ...tokensOf(meaning),
        { text: `=${meaning.whole}`, weight: 3 },
        { text: `=${meaning.text}`, weight: 2 },
        ...meaning.terms.flatMap(({ id }) => nearTo(id).map((text) => ({ text, weight: NEAR_WEIGHT }))),
        ...context.map((text) => ({ text, weight: CONTEXT_WEIGHT })),
      ];
      for (const { text, weight } of tokens) {
        const list = postings.get(text);
        if (list === undefined) continue;
        const length = Math.min(list.length, LONGEST_LIST);
        for (let place = 0; place < length; place++) {
          const at = list[place] ?? 0;
          if (scores[at] === 0) {
            touched.push(at);
            scores[at] = -UNSAID_SHARE * (sizes[at] ?? 0) - 1e-6;
          }
          scores[at] = (scores[at] ?? 0) + weight * (1 + UNSAID_SHARE);
        }
      }
      const found = selectBest(touched, scores, most);
      for (const at of touched) scores[at] = 0;
      return found.flatMap((at) => surfaces[at] ?? []);
    },
  };
}

const CONTEXT_WEIGHT = 0.7;
const NEAR_WEIGHT = 0.8;

/** How much a word that the label lacks speaks against a name, beside one that they share. */
const UNSAID_SHARE = 0.5;

/** The best `most` places, best first, without sorting all that were touched. */
function selectBest(touched: readonly number[], scores: Float32Array, most: number): number[] {
  const best: number[] = [];
  for (const at of touched) {
    const score = scores[at] ?? 0;
    if (best.length === most && score <= (scores[best[most - 1] ?? 0] ?? 0)) continue;
    let place = Math.min(best.length, most - 1);
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) {
      best[place] = best[place - 1] ?? 0;
      place--;
    }
    best[place] = at;
  }
  return best;
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
