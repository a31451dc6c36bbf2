/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every window of neighbouring
 * sequences one is kept, so that two texts with a common run of `GUARANTEED` signs always share a fingerprint.
 */
import type { Span } from '../../document/stance.ts';
import { SIGNS, signsOf } from '../copying/signs.ts';

/** Signs in a sequence: shorter ones meet by chance, longer ones break at every changed word. */
const SEQUENCE = 12;
/** Sequences in a window: a longer one keeps fewer fingerprints and misses shorter copies. */
const WINDOW = 12;
/** Signs of a common run that is found wherever it stands; with marks, numbers and particles some 30 characters. */
export const GUARANTEED: number = SEQUENCE + WINDOW - 1;

/** Rises with every change of the method or of `SIGNS`: fingerprints of two versions have nothing in common. */
export const FINGERPRINT_VERSION = 1;

const BASE = 0x01000193;
/** What the sign that leaves a sequence weighs by then. */
const LEAVING = power(BASE, SEQUENCE);

/**
 * A function from a text to its fingerprints, 32 bits each, in the order of the text; a short text has none, and equal
 * neighbours stand once. Its working memory is kept between calls: 6 bytes a character of the longest text.
 */
export function createFingerprinter(): (text: string) => Uint32Array {
  let signs = new Uint16Array(0);
  let values = new Uint32Array(0);
  return (text) => {
    if (text.length > signs.length) {
      signs = new Uint16Array(text.length);
      values = new Uint32Array(text.length);
    }
    const sequences = readSequences(text, signs, values);
    // The smallest of each window go where values that are no longer looked at stood: there are never more of them.
    return values.slice(0, winnow(values, sequences));
  };
}

/** A fingerprint and the characters it stands for, as offsets into the text. */
export interface FingerprintPlace extends Span {
  readonly fingerprint: number;
}

/** The fingerprints of a text with their places; slower than a fingerprinter, for the one text that is asked about. */
export function fingerprintPlaces(text: string, fingerprints: Uint32Array): FingerprintPlace[] {
  const { signs, offsets } = signsOf(text, [{ start: 0, end: text.length }]);
  const wanted = new Set(fingerprints);
  const places: FingerprintPlace[] = [];
  for (let at = 0; at + SEQUENCE <= signs.length; at++) {
    let sum = 0;
    for (let step = 0; step < SEQUENCE; step++) sum = (Math.imul(sum, BASE) + (signs[at + step] ?? 0)) | 0;
    const fingerprint = mix(sum);
    if (!wanted.has(fingerprint)) continue;
    places.push({ fingerprint, start: offsets[at] ?? 0, end: (offsets[at + SEQUENCE - 1] ?? 0) + 1 });
  }
  return places;
}

/** Writes the mixed value of each sequence of signs; returns how many there are. */
function readSequences(text: string, signs: Uint16Array, values: Uint32Array): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = SIGNS[text.charCodeAt(at)] ?? 0;
    signs[length] = sign;
    length += sign === 0 ? 0 : 1;
  }
  if (length < SEQUENCE) return 0;
  let rolling = 0;
  for (let at = 0; at < SEQUENCE; at++) rolling = (Math.imul(rolling, BASE) + (signs[at] ?? 0)) | 0;
  const last = length - SEQUENCE;
  for (let at = 0; at < last; at++) {
    values[at] = mix(rolling);
    const entering = signs[at + SEQUENCE] ?? 0;
    rolling = (Math.imul(rolling, BASE) + entering - Math.imul(signs[at] ?? 0, LEAVING)) | 0;
  }
  values[last] = mix(rolling);
  return last + 1;
}

/** Keeps the rightmost smallest value of each window, at the front of `values`; returns how many are kept. */
function winnow(values: Uint32Array, sequences: number): number {
  if (sequences === 0) return 0;
  let kept = 0;
  let smallestAt = rightmostSmallest(values, 0, Math.min(WINDOW, sequences));
  let smallest = values[smallestAt] ?? 0;
  let at = Math.min(WINDOW, sequences);
  for (;;) {
    if (kept === 0 || values[kept - 1] !== smallest) values[kept++] = smallest;
    const leaves = Math.min(sequences, smallestAt + WINDOW);
    at = firstNotAbove(values, smallest, at, leaves);
    if (at === sequences) return kept;
    smallestAt = at < leaves ? at : rightmostSmallest(values, smallestAt + 1, at + 1);
    smallest = values[smallestAt] ?? 0;
    at++;
  }
}

function firstNotAbove(values: Uint32Array, bound: number, from: number, to: number): number {
  let at = from;
  while (at < to && (values[at] ?? 0) > bound) at++;
  return at;
}

function rightmostSmallest(values: Uint32Array, from: number, to: number): number {
  let found = from;
  for (let at = from + 1; at < to; at++) if ((values[at] ?? 0) <= (values[found] ?? 0)) found = at;
  return found;
}

/** Neighbouring values of a rolling sum are alike in their high bits; the smallest of a window must be any of them. */
function mix(value: number): number {
  const half = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step++) result = Math.imul(result, base);
  return result;
}
