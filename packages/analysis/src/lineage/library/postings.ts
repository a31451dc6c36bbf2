/** Which documents hold which fingerprint: sorted once, then only read. */

/** Parallel arrays sorted by fingerprint, then by document; no pair stands twice. */
export interface Postings {
  readonly fingerprints: Uint32Array;
  readonly documents: Uint32Array;
  /** Where the fingerprints with each value of their highest bits begin; one more entry closes the last. */
  readonly directory: Uint32Array;
}

/** Sorts pairs given in ascending order of their documents. Takes the arrays over: they are scratch afterwards. */
export function sortPostings(fingerprints: Uint32Array, documents: Uint32Array): Postings {
  const sorted = radixSort({ fingerprints, documents });
  let length = 0;
  for (let at = 0; at < fingerprints.length; at++) {
    const isDouble =
      length > 0 &&
      sorted.fingerprints[at] === sorted.fingerprints[length - 1] &&
      sorted.documents[at] === sorted.documents[length - 1];
    if (isDouble) continue;
    sorted.fingerprints[length] = sorted.fingerprints[at] ?? 0;
    sorted.documents[length++] = sorted.documents[at] ?? 0;
  }
  return withDirectory(sorted.fingerprints.slice(0, length), sorted.documents.slice(0, length));
}

/** One from two, without the documents for which `isRemoved`. All documents of `early` come before those of `late`. */
export function mergePostings(early: Postings, late: Postings, isRemoved: (document: number) => boolean): Postings {
  const most = early.fingerprints.length + late.fingerprints.length;
  const all = { fingerprints: new Uint32Array(most), documents: new Uint32Array(most) };
  let length = 0;
  let left = 0;
  let right = 0;
  while (left + right < most) {
    const takesEarly = (early.fingerprints[left] ?? Infinity) <= (late.fingerprints[right] ?? Infinity);
    const from = takesEarly ? early : late;
    const at = takesEarly ? left++ : right++;
    const document = from.documents[at] ?? 0;
    if (isRemoved(document)) continue;
    all.fingerprints[length] = from.fingerprints[at] ?? 0;
    all.documents[length++] = document;
  }
  return length === most
    ? withDirectory(all.fingerprints, all.documents)
    : withDirectory(all.fingerprints.slice(0, length), all.documents.slice(0, length));
}

/** Restores what was sorted before, from a file. */
export function withDirectory(fingerprints: Uint32Array, documents: Uint32Array): Postings {
  const bits = directoryBits(fingerprints.length);
  const directory = new Uint32Array(2 ** bits + 1);
  const shift = 32 - bits;
  let bucket = 0;
  for (let at = 0; at < fingerprints.length; at++) {
    const own = bits === 0 ? 0 : (fingerprints[at] ?? 0) >>> shift;
    while (bucket <= own) directory[bucket++] = at;
  }
  while (bucket < directory.length) directory[bucket++] = fingerprints.length;
  return { fingerprints, documents, directory };
}

/** Index of the first posting of a fingerprint, and of the one after its last; equal where it does not occur. */
export function rangeOf(postings: Postings, fingerprint: number): readonly [from: number, to: number] {
  const { fingerprints, directory } = postings;
  const bits = Math.log2(directory.length - 1);
  const bucket = bits === 0 ? 0 : fingerprint >>> (32 - bits);
  const end = directory[bucket + 1] ?? 0;
  const from = firstNotBelow(fingerprints, fingerprint, directory[bucket] ?? 0, end);
  if (fingerprints[from] !== fingerprint || from === end) return [from, from];
  return [from, firstNotBelow(fingerprints, fingerprint + 1, from, end)];
}

/** Whether a document has a posting in a range that `rangeOf` gave. */
export function holds({ documents }: Postings, document: number, from: number, to: number): boolean {
  const at = firstNotBelow(documents, document, from, to);
  return at < to && documents[at] === document;
}

function firstNotBelow(sorted: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Some sixteen postings for an entry: a search ends in one line of the cache. */
function directoryBits(length: number): number {
  return Math.min(26, Math.max(0, Math.ceil(Math.log2(Math.max(1, length / 16)))));
}

const DIGIT_BITS = 11;
const DIGIT_VALUES = 2 ** DIGIT_BITS;

type Pairs = Pick<Postings, 'fingerprints' | 'documents'>;

/** Least significant digit first and stable, so that documents stay in order: three passes over 32 bits. */
function radixSort(pairs: Pairs): Pairs {
  const length = pairs.fingerprints.length;
  let from = pairs;
  let to: Pairs = { fingerprints: new Uint32Array(length), documents: new Uint32Array(length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    distribute(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

function distribute(from: Pairs, to: Pairs, shift: number): void {
  const mask = DIGIT_VALUES - 1;
  const places = new Uint32Array(DIGIT_VALUES + 1);
  for (const fingerprint of from.fingerprints) {
    const digit = (fingerprint >>> shift) & mask;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGIT_VALUES; digit++) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  for (let at = 0; at < from.fingerprints.length; at++) {
    const fingerprint = from.fingerprints[at] ?? 0;
    const digit = (fingerprint >>> shift) & mask;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to.fingerprints[place] = fingerprint;
    to.documents[place] = from.documents[at] ?? 0;
  }
}
