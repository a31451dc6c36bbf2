/** How much an equal run tells: the words of the subject itself, which a text repeats all the time, tell nothing. */
import { COMMON_NAMES } from './common-names.ts';
import type { CommonRun } from './common-runs.ts';
import { signsOf } from './signs.ts';

const SEQUENCE = 3;
/** A sequence that a text uses more often than this is its subject: 人工智能, 人居环境. */
const OFTEN = 3;
/** Nobody hits upon so many equal signs alone, whatever their words. */
const LONG_RUN = 24;

/** Their sequences across the gaps between names are none that a text has. */
const NAMES = signsOf(COMMON_NAMES, [{ start: 0, end: COMMON_NAMES.length }]).signs;

/** Judges runs by the text that they may have been taken from. */
export class TellingSigns {
  private readonly text: Uint16Array;
  private counted: Uint8Array | null = null;

  constructor(text: Uint16Array) {
    this.text = text;
  }

  /** The signs of a run that belong to no word of the subject. */
  of({ right, length }: CommonRun): number {
    if (length >= LONG_RUN) return length;
    const counts = (this.counted ??= countSequences(this.text));
    let told = 0;
    let toldUntil = right;
    for (let at = right; at + SEQUENCE <= right + length; at++) {
      if ((counts[slotAt(counts, this.text, at)] ?? 0) > OFTEN) continue;
      told += at + SEQUENCE - Math.max(at, toldUntil);
      toldUntil = at + SEQUENCE;
    }
    return told;
  }
}

/** How often each sequence stands in a text, no further than it matters; more than often for those of the names. */
function countSequences(text: Uint16Array): Uint8Array {
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(4 * (text.length + NAMES.length))));
  for (let at = 0; at + SEQUENCE <= NAMES.length; at++) counts[slotAt(counts, NAMES, at)] = OFTEN + 1;
  for (let at = 0; at + SEQUENCE <= text.length; at++) {
    const slot = slotAt(counts, text, at);
    if ((counts[slot] ?? 0) <= OFTEN) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

function slotAt({ length }: Uint8Array, text: Uint16Array, at: number): number {
  let value = 0;
  for (let step = 0; step < SEQUENCE; step++) value = Math.imul(value ^ (text[at + step] ?? 0), 0x9e3779b1);
  return (value ^ (value >>> 15)) & (length - 1);
}
