/** What of a text is compared when it is asked who copied whom: its words without what each level puts in its own way. */
import { isHan, isLatin } from '../../document/characters.ts';
import { PLAIN } from '../../document/folding.ts';
import type { Span } from '../../document/stance.ts';

/** Numbers, however written: targets are compared by `raised.ts`, and a changed number makes no new sentence. */
const NUMERALS = '〇零一二两三四五六七八九十百千万亿廿卅';
/** The letter that a level changes in every sentence it hands down: 全省 becomes 全市 becomes 全县. */
const LEVELS = '省市县区旗州镇乡村';
/** Come and go when a sentence is touched up. */
const PARTICLES = '的地得了和与及或并等';

const CODE_UNITS = 65_536;
const LOWER_CASE = 0x20;

/**
 * For each code unit its sign, 0 for what is not compared: marks, spaces, numbers, levels and particles. Scripts and
 * widths are one; capitals are small.
 */
export const SIGNS: Uint16Array = createSigns();

/** The signs of a text and where each stood. */
export interface SignedText {
  readonly signs: Uint16Array;
  /** Offset of each sign in the text. */
  readonly offsets: Int32Array;
}

/** The signs of some stretches of a text, one after the other; offsets are into the whole text. */
export function signsOf(text: string, stretches: readonly Span[]): SignedText {
  const most = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const signs = new Uint16Array(most);
  const offsets = new Int32Array(most);
  let length = 0;
  for (const { start, end } of stretches) {
    for (let at = start; at < end; at++) {
      const sign = SIGNS[text.charCodeAt(at)] ?? 0;
      if (sign === 0) continue;
      signs[length] = sign;
      offsets[length++] = at;
    }
  }
  return { signs: signs.subarray(0, length), offsets: offsets.subarray(0, length) };
}

function createSigns(): Uint16Array {
  const signs = new Uint16Array(CODE_UNITS);
  const left = new Set(Array.from(NUMERALS + LEVELS + PARTICLES, (character) => character.charCodeAt(0)));
  for (let code = 0; code < CODE_UNITS; code++) {
    const plain = PLAIN[code] ?? code;
    if (isLatin(plain)) signs[code] = plain | LOWER_CASE;
    else if (isHan(plain) && !left.has(plain)) signs[code] = plain;
  }
  return signs;
}
