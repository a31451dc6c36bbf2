/** What goes wrong inside a line on a text's way through scrapers, maskers and converters, and how it is mended. */
import { isDigit, isHan, isLatin } from './characters.ts';
import { NEWLINE, PLAIN, SPACE, UNKNOWN_CODE } from './folding.ts';
import { maskAt } from './masks.ts';
import type { Mending } from './mending.ts';

const COLON = 0x3a;
const FULL_STOP = 0x3002;
const ELLIPSIS = 0x2026;
const IDEOGRAPHIC_SPACE = 0x3000;
/** From this many columns on a gap is layout between two things, unless it pulls single characters apart (时　间). */
const WIDE_GAP_COLUMNS = 3;
const UNITS_AFTER_NUMBER = '年月日时点分秒号个人份次条户元万亿天周期名篇项村镇%';
const WORDS_BEFORE_NUMBER = '年月日时点午晚早第至到于在约共件';
const LONGEST_PINYIN = 12;
const LONGEST_ENTITY = 10;
const TONE_MARKS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ';
const PINYIN_LETTERS = `${TONE_MARKS}üêɡ' `;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['quot', '"'],
  ['lsquo', "'"],
  ['rsquo', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
]);

/** Looks at a suspicious code unit; undefined when nothing is wrong with it. */
export function mendingAt(text: string, at: number): Mending | undefined {
  switch (PLAIN[text.charCodeAt(at)] ?? 0) {
    case SPACE:
      return gapAt(text, at);
    case 0x28: // (
      return pinyinAt(text, at);
    case 0x26: // &
      return entityAt(text, at);
    case 0x3b: // ;
      return entityRemnantBefore(text, at);
    case ELLIPSIS:
      return elisionAt(text, at);
    case 0x0d: // carriage return
      return { start: at, end: at + 1, by: text.charCodeAt(at + 1) === NEWLINE ? 0 : NEWLINE };
    default:
      return maskAt(text, at);
  }
}

function gapAt(text: string, at: number): Mending | undefined {
  const before = text.charCodeAt(at - 1);
  // The second space of a run was seen with the first.
  if (at === 0 || before === NEWLINE || PLAIN[before] === SPACE) return undefined;
  let end = at;
  let columns = 0;
  while (end < text.length && PLAIN[text.charCodeAt(end)] === SPACE) {
    columns += text.charCodeAt(end) === IDEOGRAPHIC_SPACE ? 2 : 1;
    end++;
  }
  return isSpurious(text, at, end, columns) ? { start: at, end, by: 0 } : undefined;
}

function isSpurious(text: string, start: number, end: number, columns: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const wide = columns >= WIDE_GAP_COLUMNS;
  if (isHan(before) && PLAIN[after] === COLON) return true;
  if (isHan(before) && isHan(after)) return !wide || isPulledApart(text, start, end);
  return !wide && isInsideNumber(text, start, end);
}

/** Both sides are single characters: the parts of a word. */
function isPulledApart(text: string, start: number, end: number): boolean {
  return !isHan(text.charCodeAt(start - 2)) && !isHan(text.charCodeAt(end + 1));
}

function isInsideNumber(text: string, start: number, end: number): boolean {
  if (end >= text.length) return false;
  return isDigit(text.charCodeAt(start - 1))
    ? UNITS_AFTER_NUMBER.includes(text.charAt(end))
    : isDigit(text.charCodeAt(end)) && WORDS_BEFORE_NUMBER.includes(text.charAt(start - 1));
}

function pinyinAt(text: string, at: number): Mending | undefined {
  if (at === 0 || !isHan(text.charCodeAt(at - 1))) return undefined;
  const limit = Math.min(text.length, at + 1 + LONGEST_PINYIN);
  let toned = false;
  for (let index = at + 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (PLAIN[code] === 0x29) return toned ? { start: at, end: index + 1, by: 0 } : undefined;
    const character = text.charAt(index);
    if (TONE_MARKS.includes(character)) toned = true;
    else if (!(code >= 0x61 && code <= 0x7a) && !PINYIN_LETTERS.includes(character)) return undefined;
  }
  return undefined;
}

function entityAt(text: string, at: number): Mending | undefined {
  const name = /^&(?:amp;)?(?:#(\d{1,5})|#x([\da-f]{1,4})|([a-z]{2,8}));/iu.exec(text.slice(at, at + 16));
  if (!name) return undefined;
  const [whole, decimal, hexadecimal, word = ''] = name;
  const character = ENTITIES.get(word.toLowerCase());
  const code = character?.charCodeAt(0) ?? (decimal ? Number(decimal) : parseInt(hexadecimal ?? '', 16));
  return Number.isNaN(code) ? undefined : { start: at, end: at + whole.length, by: foldedCode(code) };
}

/** `ldquo;` without its ampersand, often with a stray question mark in place of it. */
function entityRemnantBefore(text: string, at: number): Mending | undefined {
  let start = at;
  while (start > 0 && at - start < LONGEST_ENTITY && isLatin(text.charCodeAt(start - 1))) start--;
  const character = ENTITIES.get(text.slice(start, at));
  if (character === undefined) return undefined;
  if (text.charAt(start - 1) === '?') start--;
  return { start, end: at + 1, by: foldedCode(character.charCodeAt(0)) };
}

function foldedCode(code: number): number {
  return code > 0 && code <= 0xffff ? (PLAIN[code] ?? code) : UNKNOWN_CODE;
}

/** `……略……`, or dots that close a line. */
function elisionAt(text: string, at: number): Mending | undefined {
  if (text.charCodeAt(at - 1) === ELLIPSIS) return undefined;
  const end = skip(text, at, ELLIPSIS);
  let next = skip(text, end, SPACE);
  if (text.charAt(next) === '略') {
    next = skip(text, next + 1, SPACE);
    const last = skip(text, next, ELLIPSIS);
    return { start: at, end: last, by: FULL_STOP };
  }
  const closesLine = next >= text.length || text.charCodeAt(next) === NEWLINE || text.charCodeAt(next) === 0x0d;
  return closesLine ? { start: at, end, by: FULL_STOP } : undefined;
}

function skip(text: string, from: number, code: number): number {
  let at = from;
  while (at < text.length && PLAIN[text.charCodeAt(at)] === code) at++;
  return at;
}
