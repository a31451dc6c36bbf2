/** Which statements each rule has to read: one pass over the text finds the cues of all rules. */
import type { Statement } from '../document/statements.ts';
import { createWordTable, type WordTable } from '../document/word-table.ts';
import type { Rule } from './rule.ts';

/** For each rule, in order, the statements it reads. */
export type CandidateFinder = (statements: readonly Statement[]) => readonly (readonly Statement[])[];

/** Builds the finder once for a set of rules. A rule without cues reads every statement. */
export function createCandidateFinder(rules: readonly Rule[]): CandidateFinder {
  const table = cueTable(rules);
  return (statements) => {
    const candidates: Statement[][] = rules.map(() => []);
    for (const statement of statements) {
      const { raw } = statement;
      table.scanAll(raw, 0, raw.length, (indexes) => {
        for (const index of indexes) {
          const list = candidates[index];
          if (list && list.at(-1) !== statement) list.push(statement);
        }
      });
    }
    return rules.map((rule, index) => (rule.cueWords.length === 0 ? statements : (candidates[index] ?? [])));
  };
}

function cueTable(rules: readonly Rule[]): WordTable<readonly number[]> {
  const readers = new Map<string, number[]>();
  for (const [index, { cueWords }] of rules.entries()) {
    for (const word of cueWords) {
      const list = readers.get(word) ?? [];
      list.push(index);
      readers.set(word, list);
    }
  }
  return createWordTable(readers);
}
