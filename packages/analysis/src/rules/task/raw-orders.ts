/** For rules that read sentences as written, since a negation is the very fault: 不在清单内, 概不负责. */
import type { Statement } from '../../document/statements.ts';
import type { Match, Reading } from '../rule.ts';
import { matchesIn, type Wording } from '../wording.ts';

/** Makes a `find` that leaves out what a sentence tells of others: that is no order in any view. */
export function rawOrders(table: Omit<Wording, 'view'>): (reading: Reading) => Iterable<Match> {
  return ({ statements }) => matchesIn(statements.filter(isOrder), { ...table, view: 'raw' });
}

function isOrder({ clauses }: Statement): boolean {
  return clauses.every(({ stance }) => stance !== 'describe');
}
