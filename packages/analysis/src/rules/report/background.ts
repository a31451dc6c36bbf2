/** Demands that only the words beside them make a burden: 系统里已有的, 仍请填报. */
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { evidenceIn, findEvidence, type Evidence } from '../evidence.ts';
import type { Match, Reading } from '../rule.ts';
import { clearedBy, wholeClauses, type Wording } from '../wording.ts';

export interface Burdened {
  /** What makes the demand a burden; tried on the sentence as written, since it only tells how things stand. */
  readonly background: readonly Evidence[];
  /** What bearers must do about it; tried on what is imposed. */
  readonly demand: readonly Evidence[];
  /** Demands that are a burden in themselves, likewise tried on what is imposed. */
  readonly alone?: readonly Evidence[];
  readonly unless?: Wording['unless'];
}

/** The farthest that the demand may stand from its background, in characters. */
const REACH = 40;

/** Makes the `find` of a rule whose evidence is a demand together with its background. */
export function burdened(table: Burdened): (reading: Reading) => Iterable<Match> {
  const imposed = [...table.demand, ...(table.alone ?? [])];
  return function* find({ statements }) {
    for (const { statement } of evidenceIn(statements, 'imposed', imposed)) {
      const span = burdenIn(statement, table);
      if (!span) continue;
      const cleared = clearedBy(statement.raw, table.unless ?? []);
      const match = { start: statement.start + span.start, end: statement.start + span.end };
      yield cleared ? { ...match, cleared } : match;
    }
  };
}

function burdenIn(statement: Statement, { background, demand, alone = [] }: Burdened): Span | null {
  const { raw, imposed } = statement;
  const plain = findEvidence(statement, imposed, alone);
  if (plain) return wholeClauses(imposed, plain);
  const wanted = findEvidence(statement, imposed, demand);
  const known = wanted && findEvidence(statement, raw, background);
  if (!known || gapBetween(known, wanted) > REACH) return null;
  const joined = { start: Math.min(known.start, wanted.start), end: Math.max(known.end, wanted.end) };
  return wholeClauses(raw, joined);
}

function gapBetween(one: Span, other: Span): number {
  return Math.max(one.start - other.end, other.start - one.end);
}
