/** Which lists of a library a question reads, and what each weighs: the same for an index in memory and for a database. */

/** Documents that hold one fingerprint. */
export interface FingerprintList {
  readonly fingerprint: number;
  /** How many there are. */
  readonly postings: number;
}

/**
 * So many postings are read for one question, the rarest fingerprints first: a phrase that stands in every second
 * document tells nothing, and its list would take longest.
 */
const POSTINGS_A_QUESTION = 1_000_000;

/** The lists that are read, the rarest first; always one where there is any. */
export function chooseLists<List extends FingerprintList>(lists: readonly List[]): List[] {
  const held = lists
    .filter(({ postings }) => postings > 0)
    .sort((a, b) => a.postings - b.postings || a.fingerprint - b.fingerprint);
  let sum = 0;
  const affordable = held.findIndex(({ postings }) => (sum += postings) > POSTINGS_A_QUESTION);
  return affordable === -1 ? held : held.slice(0, Math.max(1, affordable));
}

/** A fingerprint of half as many documents weighs so much more; one of all documents weighs 1. */
const WEIGHT_A_HALVING = 4;

/** What a list adds to each of its documents: a rare paragraph must not be hidden by those who write stock phrases. */
export function weightOf({ postings }: FingerprintList, documents: number): number {
  return 1 + Math.round(WEIGHT_A_HALVING * Math.log2(documents / postings));
}

/** A phrase in so many documents may be stock; in fewer it is a chain of letters handed down. */
const LEAST_STOCK_DOCUMENTS = 50;
/** Stock phrases stand out from the text around them, which the same county may have sent to all its towns. */
const STANDS_OUT = 5;

/** So many documents hold what is stock: at least half of the fingerprints of a text are never. */
export function leastStock(frequencies: Uint32Array): number {
  const usual = frequencies.toSorted()[frequencies.length >> 1] ?? 0;
  return Math.max(LEAST_STOCK_DOCUMENTS, STANDS_OUT * usual);
}

/** The fingerprints that are no stock, by the documents that hold each: those of stock phrases alone find nobody. */
export function tellingOf(fingerprints: Uint32Array, frequencies: Uint32Array): Uint32Array {
  const least = leastStock(frequencies);
  return fingerprints.filter((_, at) => (frequencies[at] ?? 0) < least);
}
