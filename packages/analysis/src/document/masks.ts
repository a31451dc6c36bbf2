/** Words and figures that somebody made illegible before the text reached us: `**余块`, `X%`, `××县`, `贯彻_精神`. */
import { isDigit, isHan, isLatin } from './characters.ts';
import { NEWLINE, PLAIN, UNKNOWN_CODE } from './folding.ts';
import type { Mending } from './mending.ts';

const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const LOWER_X = 0x78;
const UPPER_X = 0x58;
const TIMES = 0xd7;
const PERCENT = 0x25;
const LONGEST_EMPHASIS = 60;
const LONGEST_ISSUER_CODE = 9;
/** What follows a masked figure or name; emphasised words do not begin like this. */
const AFTER_MASK = '年月日号时个次余多块名户人元万亿亩项条篇份期场家所处座件同县区市省镇乡村街局建';
/** X光, X线 … are words. */
const AFTER_LATIN_X = '光射线轴片染型';
const DIMENSIONS = '长宽高厚深底面边量价数率';

/** The masked token that starts at `at`, or Markdown emphasis to strip; undefined when the character means itself. */
export function maskAt(text: string, at: number): Mending | undefined {
  const code = plainCode(text, at);
  if (isSameMask(code, plainCode(text, at - 1))) return undefined;
  let end = at + 1;
  while (isSameMask(code, plainCode(text, end))) end++;
  const verdict = code === STAR ? starVerdict(text, at, end) : isMask(text, code, at, end) ? 'mask' : 'keep';
  return verdict === 'keep' ? undefined : { start: at, end, by: verdict === 'mask' ? UNKNOWN_CODE : 0 };
}

function isMask(text: string, code: number, start: number, end: number): boolean {
  const before = plainCode(text, start - 1);
  const after = plainCode(text, end);
  if (code === UNDERSCORE) return end - start === 1 && isHan(before) && !isLatinOrDigit(after);
  if (isLatinOrDigit(before) || isLatinOrDigit(after) || isIssuerCode(text, end)) return false;
  if (end - start > 1 || after === PERCENT) return true;
  return isHan(after) && !isWord(text, code, start, end);
}

/** A single cross before a Chinese character that masks nothing: 长×宽, X光, x光. */
function isWord(text: string, code: number, start: number, end: number): boolean {
  if (code === TIMES) return DIMENSIONS.includes(text.charAt(start - 1)) && DIMENSIONS.includes(text.charAt(end));
  return AFTER_LATIN_X.includes(text.charAt(end)) || (code === LOWER_X && !isHan(plainCode(text, start - 1)));
}

function isLatinOrDigit(code: number): boolean {
  return isLatin(code) || isDigit(code);
}

/** The place in `×政阅〔2026〕3号` is masked on purpose, but the number is whole. */
function isIssuerCode(text: string, from: number): boolean {
  return /^[\u4e00-\u9fff]{1,7}[〔［[(（【](?:19|20)/u.test(text.slice(from, from + LONGEST_ISSUER_CODE + 3));
}

function starVerdict(text: string, start: number, end: number): 'keep' | 'mask' | 'strip' {
  const stars = text.slice(start, end);
  if (isPaired(text, start, end)) return 'strip';
  const touchesBefore = isHanOrDigit(plainCode(text, start - 1));
  const touchesAfter = isHan(plainCode(text, end));
  if (stars.length > 2) return touchesBefore || touchesAfter ? 'mask' : 'keep';
  const counts = stars.length === 2 || touchesBefore || AFTER_MASK.includes(text.charAt(end));
  return touchesAfter && counts ? 'mask' : 'keep';
}

function isHanOrDigit(code: number): boolean {
  return isHan(code) || isDigit(code);
}

function isPaired(text: string, start: number, end: number): boolean {
  const stars = text.slice(start, end);
  return stars.length <= 2 && (closesEmphasis(text, start, stars) || opensEmphasis(text, end, stars));
}

function opensEmphasis(text: string, from: number, stars: string): boolean {
  const close = text.slice(from, from + LONGEST_EMPHASIS).indexOf(stars);
  return close > 0 && isEmphasis(text, from - stars.length, from, from + close);
}

function closesEmphasis(text: string, to: number, stars: string): boolean {
  const from = Math.max(0, to - LONGEST_EMPHASIS);
  const open = text.slice(from, to).lastIndexOf(stars);
  return open >= 0 && isEmphasis(text, from + open, from + open + stars.length, to);
}

function isEmphasis(text: string, open: number, from: number, to: number): boolean {
  const inner = text.slice(from, to);
  if (inner.length < 2 || inner.trim() !== inner || inner.includes('\n')) return false;
  return !AFTER_MASK.includes(inner.charAt(0)) || !isHan(plainCode(text, open - 1));
}

function isSameMask(code: number, other: number): boolean {
  return code === other || (isCross(code) && isCross(other));
}

function isCross(code: number): boolean {
  return code === TIMES || code === UPPER_X || code === LOWER_X;
}

/** Beyond the text a newline, so that nothing adjoins there. */
function plainCode(text: string, at: number): number {
  return at < 0 || at >= text.length ? NEWLINE : (PLAIN[text.charCodeAt(at)] ?? NEWLINE);
}
