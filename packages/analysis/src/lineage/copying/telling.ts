/** How much an equal run tells: the words of the subject itself, which a text repeats all the time, tell nothing. */
import { COMMON_NAMES } from './common-names.ts';
import type { CommonRun } from './common-runs.ts';
import { signsOf } from './signs.ts';

const SEQUENCE = 3;
/** A sequence that a text uses more often than this is its subject: 人工智能, 人居环境. */
const OFTEN = 3;
/** Nobody hits upon so many equal signs alone, whatever their words. */
const LONG_RUN = 24;

/** Their sequences; those across the gaps between names are none that a text has. */
const NAMES = sequencesOf(signsOf(COMMON_NAMES, [{ start: 0, end: COMMON_NAMES.length }]).signs);

/** Judges runs by the text that they may have been taken from. */
export class TellingSigns {
  private readonly text: Uint16Array;
  private counted: SequenceCounts | null = null;

  constructor(text: Uint16Array) {
    this.text = text;
  }

  /** The signs of a run that belong to no word of the subject. */
  of({ right, length }: CommonRun): number {
    if (length >= LONG_RUN) return length;
    const { sequences, counts } = (this.counted ??= countSequences(this.text));
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

interface SequenceCounts {
  readonly sequences: Uint32Array;
  /** By the slot of a sequence how often it stands in the text, no further than it matters. */
  readonly counts: Uint8Array;
}

/** The sequences of the names count as standing in every text too often. */
function countSequences(text: Uint16Array): SequenceCounts {
  const sequences = sequencesOf(text);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(4 * (text.length + NAMES.length + SEQUENCE - 1))));
  for (const sequence of NAMES) counts[slotOf(sequence, counts)] = OFTEN + 1;
  for (const sequence of sequences) {
    const slot = slotOf(sequence, counts);
    if ((counts[slot] ?? 0) <= OFTEN) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return { sequences, counts };
}

/** A mixed value of the sequence at each place. */
function sequencesOf(text: Uint16Array): Uint32Array {
  const sequences = new Uint32Array(Math.max(0, text.length - SEQUENCE + 1));
  for (let at = 0; at < sequences.length; at++) {
    let value = 0;
    for (let step = 0; step < SEQUENCE; step++) value = Math.imul(value ^ (text[at + step] ?? 0), 0x9e3779b1);
    sequences[at] = value ^ (value >>> 15);
  }
  return sequences;
}

function slotOf(sequence: number | undefined, { length }: Uint8Array): number {
  return (sequence ?? 0) & (length - 1);
}
