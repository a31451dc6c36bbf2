/** How much an equal run tells: the words of the subject itself, which a text repeats all the time, tell nothing. */
import { COMMON_NAMES } from './common-names.ts';
import type { CommonRun } from './common-runs.ts';
import { type SequencedText, sequencesOf } from './sequences.ts';
import { signsOf } from './signs.ts';

/** Signs of the sequences that are counted. */
const SEQUENCE = 3;
/** A sequence that a text uses more often than this is its subject: 人工智能, 人居环境. */
const OFTEN = 3;
/** Nobody hits upon so many equal signs alone, whatever their words. */
const LONG_RUN = 24;

/** Their sequences; those across the gaps between names are none that a text has. */
const NAMES = sequencesOf(signsOf(COMMON_NAMES, [{ start: 0, end: COMMON_NAMES.length }]).signs, SEQUENCE);

/** Judges runs by the text that they may have been taken from. */
export class TellingSigns {
  private readonly text: SequencedText;
  private counted: Uint8Array | null = null;

  constructor(text: SequencedText) {
    this.text = text;
  }

  /** The signs of a run that belong to no word of the subject. */
  of({ right, length }: CommonRun): number {
    if (length >= LONG_RUN) return length;
    const sequences = this.text.sequences(SEQUENCE);
    const counts = (this.counted ??= countSequences(sequences));
    let told = 0;
    let toldUntil = right;
    for (let at = right; at + SEQUENCE <= right + length; at++) {
      if ((counts[slotOf(sequences[at], counts)] ?? 0) > OFTEN) continue;
      told += at + SEQUENCE - Math.max(at, toldUntil);
      toldUntil = at + SEQUENCE;
    }
    return told;
  }
}

/** How often each sequence stands in a text, by its slot and no further than it matters; those of the names too often. */
function countSequences(sequences: Uint32Array): Uint8Array {
  const signs = sequences.length + NAMES.length + 2 * (SEQUENCE - 1);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(4 * signs)));
  for (const sequence of NAMES) counts[slotOf(sequence, counts)] = OFTEN + 1;
  for (const sequence of sequences) {
    const slot = slotOf(sequence, counts);
    if ((counts[slot] ?? 0) <= OFTEN) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
}

function slotOf(sequence: number | undefined, { length }: Uint8Array): number {
  return (sequence ?? 0) & (length - 1);
}
