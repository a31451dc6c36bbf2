/** Which statements each rule has to read: those that hold one of its cues. */
import type { Statement } from '../document/statements.ts';
import type { Rule } from './rule.ts';
import { groupOf, wordsOf } from './word-groups.ts';

/** For each rule, in order, the statements it reads. */
export type CandidateFinder = (statements: readonly Statement[]) => readonly (readonly Statement[])[];

/** Builds the finder once for a set of rules. A rule without cues reads every statement. */
export function createCandidateFinder(rules: readonly Rule[]): CandidateFinder {
  const cues = rules.map(({ cueWords }) => (cueWords.length === 0 ? null : groupOf(cueWords)));
  return (statements) => {
    const words = wordsOf(statements);
    return cues.map((group) => (group === null ? statements : words.holding(group)));
  };
}
