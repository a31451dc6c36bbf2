/**
 * The public code of an admitted demand, such as `QH26-7K3F-9D`: two letters for the county, two digits of the year,
 * four random characters, two check characters. The ten characters are a word of a Reed–Solomon code over GF(32)
 * (Reed and Solomon, "Polynomial Codes over Certain Finite Fields", 1960) shortened from 31, with the roots α and α².
 * Its words differ in three characters at least: no two wrong ones and no two neighbours exchanged yield another code.
 */
import { CROCKFORD } from './base32.ts';

export interface ControlCodeParts {
  /** Two of the letters A–Z without I and O, which look like digits. */
  readonly county: string;
  /** 2000 to 2099. */
  readonly year: number;
  /** Four bytes of chance; five bits of each are used. */
  readonly random: Uint8Array;
}

export type ControlCodeFault =
  /** Not ten characters, separators apart. */
  | 'length'
  /** A character that cannot stand in its place. */
  | 'characters'
  /** Every character can stand there, but some are wrong. */
  | 'checksum';

/**
 * `suggestion` is the one code that differs from what was typed in one character. It may be the wrong one if more than
 * one character is wrong: show it, never act on it.
 */
export type ControlCodeReading =
  { readonly code: string } | { readonly fault: ControlCodeFault; readonly suggestion?: string };

interface Place {
  readonly alphabet: string;
  /** What people type for a character of the alphabet that it looks like, where it can mean no other. */
  readonly lookalikes: ReadonlyMap<string, string>;
}

// In the place of a letter 0 and O stay wrong: they might be D or Q.
const LETTER: Place = {
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ',
  lookalikes: new Map([
    ['1', 'L'],
    ['I', 'L'],
  ]),
};
const DIGIT_LOOKALIKES = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);
const DIGIT: Place = { alphabet: '0123456789', lookalikes: DIGIT_LOOKALIKES };
const CHARACTER: Place = { alphabet: CROCKFORD, lookalikes: DIGIT_LOOKALIKES };
const COUNTY: readonly Place[] = [LETTER, LETTER];
const YEAR: readonly Place[] = [DIGIT, DIGIT];
const RANDOM: readonly Place[] = [CHARACTER, CHARACTER, CHARACTER, CHARACTER];
const CHECK: readonly Place[] = [CHARACTER, CHARACTER];
const PLACES: readonly Place[] = [...COUNTY, ...YEAR, ...RANDOM, ...CHECK];

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
const FIVE_BITS = 31;
/** In UTF-16 units. What is longer is no code, however many of them are spaces. */
const LONGEST_TYPED = 100;
/** Spaces, dashes of all scripts, the minus sign and what is invisible. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}\u2212_]/gu;
const UNKNOWN = -1;

/** GF(32) over x⁵ + x² + 1: the powers of α = x, twice round so that sums of two logarithms need no reduction. */
const ORDER = 31;
const POWERS = listPowers();
const LOGARITHMS: readonly number[] = Array.from({ length: ORDER + 1 }, (_, element) => POWERS.indexOf(element));
const ALPHA = power(1);

/** The code of these parts. Throws `RangeError` if one of them is not as described. */
export function makeControlCode({ county, year, random }: ControlCodeParts): string {
  const letters = Array.from(county, (letter) => LETTER.alphabet.indexOf(letter));
  if (letters.length !== COUNTY.length || letters.includes(UNKNOWN)) {
    throw new RangeError('A county has two letters, neither I nor O.');
  }
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError('No year of a code.');
  if (random.length < RANDOM.length) throw new RangeError('A code needs four bytes of chance.');
  const digits = [Math.floor((year % 100) / 10), year % 10];
  const drawn = Array.from(random.subarray(0, RANDOM.length), (byte) => byte & FIVE_BITS);
  return spell(appendChecks([...letters, ...digits, ...drawn]));
}

/**
 * The code that a person typed, or why it is none. Lower case, full-width characters, O for 0 and I or L for 1, and
 * missing or other separators are read as meant.
 */
export function readControlCode(text: string): ControlCodeReading {
  const typed = foldTyped(text);
  if (typed.length !== PLACES.length) return { fault: 'length' };
  const symbols = PLACES.map((place, index) => readSymbol(place, typed[index] ?? ''));
  const strange = symbols.flatMap((symbol, index) => (symbol === UNKNOWN ? [index] : []));
  const known = symbols.map((symbol) => Math.max(symbol, 0));
  if (strange.length > 1) return { fault: 'characters' };
  if (strange.length === 1) return { fault: 'characters', ...suggest(known, strange[0]) };
  return isWord(known) ? { code: spell(known) } : { fault: 'checksum', ...suggest(known) };
}

function foldTyped(text: string): readonly string[] {
  if (text.length > LONGEST_TYPED) return [];
  return Array.from(text.normalize('NFKC').toUpperCase().replace(SEPARATORS, ''));
}

function readSymbol({ alphabet, lookalikes }: Place, character: string): number {
  return alphabet.indexOf(lookalikes.get(character) ?? character);
}

function spell(symbols: readonly number[]): string {
  const characters = PLACES.map(({ alphabet }, index) => alphabet.charAt(symbols[index] ?? UNKNOWN)).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}

/** The two checks c, d for which both syndromes vanish: cα + d and cα² + d are what the rest leaves. */
function appendChecks(symbols: readonly number[]): readonly number[] {
  const [first, second] = syndromes([...symbols, 0, 0]);
  const check = divide(first ^ second, ALPHA ^ power(2));
  return [...symbols, check, first ^ multiply(check, ALPHA)];
}

function isWord(symbols: readonly number[]): boolean {
  return syndromes(symbols).every((syndrome) => syndrome === 0);
}

/** The word that differs in one place, which must be `strange` if that is known; a symbol there stands as 0. */
function suggest(symbols: readonly number[], strange?: number): { readonly suggestion?: string } {
  const [first, second] = syndromes(symbols);
  if (first === 0 && second === 0) return { suggestion: spell(symbols) };
  if (first === 0 || second === 0) return {};
  // One error e at the power p leaves eα^p and eα^2p.
  const locator = divide(second, first);
  const wrong = PLACES.length - 1 - logarithm(locator);
  const place = PLACES[wrong];
  if (place === undefined || (strange !== undefined && strange !== wrong)) return {};
  const right = (symbols[wrong] ?? 0) ^ divide(first, locator);
  return right < place.alphabet.length ? { suggestion: spell(symbols.with(wrong, right)) } : {};
}

/** The word as a polynomial, its last symbol the constant, at α and at α². */
function syndromes(symbols: readonly number[]): readonly [atAlpha: number, atAlphaSquared: number] {
  return [evaluate(symbols, ALPHA), evaluate(symbols, power(2))];
}

function evaluate(symbols: readonly number[], element: number): number {
  return symbols.reduce((sum, symbol) => multiply(sum, element) ^ symbol, 0);
}

function multiply(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : power(logarithm(one) + logarithm(other));
}

/** The divisor is not 0. */
function divide(dividend: number, divisor: number): number {
  return dividend === 0 ? 0 : power(logarithm(dividend) + ORDER - logarithm(divisor));
}

function power(exponent: number): number {
  return POWERS[exponent] ?? 0;
}

/** Of an element that is not 0. */
function logarithm(element: number): number {
  return LOGARITHMS[element] ?? 0;
}

function listPowers(): readonly number[] {
  const powers = [1];
  for (let element = 2; powers.length < 2 * ORDER; element = element & 16 ? (element << 1) ^ 0b100101 : element << 1) {
    powers.push(element);
  }
  return powers;
}
