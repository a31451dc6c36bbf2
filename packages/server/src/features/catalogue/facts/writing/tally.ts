import type { facts } from '@qingzhuang/contract';
import type { RefusedWrite, WriteResult } from './writing.ts';

/** Counts what becomes of writes, while they are made in parts. */
export interface Tally {
  count(index: number, outcome: facts.WriteOutcome): void;
  refuse(index: number, reason: string): void;
  place(index: number, subject: number | null): void;
  addSubjects(made: number, moved: number): void;
  /** Rows have been written, so that there is a batch to tell of. */
  touch(): void;
  moved(): number;
  wasTouched(): boolean;
  result(): WriteResult;
}

export function createTally(writes: number): Tally {
  const counts = { created: 0, updated: 0, confirmed: 0, unchanged: 0, conflict: 0 };
  const refused: RefusedWrite[] = [];
  const subjects: (number | null)[] = Array.from({ length: writes }, () => null);
  const outcomes: (facts.WriteOutcome | null)[] = Array.from({ length: writes }, () => null);
  let made = 0;
  let moves = 0;
  let touched = false;
  return {
    count(index, outcome) {
      counts[outcome] += 1;
      outcomes[index] = outcome;
    },
    refuse(index, reason) {
      refused.push({ index, reason });
    },
    place(index, subject) {
      subjects[index] = subject;
    },
    addSubjects(ofPart, moved) {
      made += ofPart;
      moves += moved;
    },
    moved: () => moves,
    touch() {
      touched = true;
    },
    wasTouched: () => touched,
    result() {
      const { conflict: conflicts, ...others } = counts;
      return { ...others, conflicts, newSubjects: made, refused, subjects, outcomes };
    },
  };
}
