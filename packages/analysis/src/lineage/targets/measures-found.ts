/** What the readers of measures are given and what they find. */
import type { Deadline } from '../../document/deadlines.ts';
import type { Span } from '../../document/stance.ts';
import type { Rhythm } from './measures-rhythm.ts';
import type { Metric, MeasureUnit } from './measures-units.ts';
import type { Comparator } from './measures-words.ts';
import type { BodySentence } from './subject-sentences.ts';

/** What a sentence is read from. */
export interface Heard {
  readonly sentence: BodySentence;
  /** The sentence with what demands nothing silenced; offset 0 is `start` of the statement. */
  readonly text: string;
  readonly start: number;
  readonly deadlines: readonly Deadline[];
}

export interface Quantity extends Span {
  readonly metric: Metric;
  readonly value: number;
  readonly upper: number;
  readonly unit: MeasureUnit;
  readonly family: string;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly comparator: Comparator | null;
  readonly lessIsStricter: boolean;
  /** Of an amount that is owed again and again. */
  readonly rhythm: Rhythm | null;
}

/** A number found, before what stands around it is read. Offsets are into the normalised text. */
export type Found = Quantity | Rhythm;
