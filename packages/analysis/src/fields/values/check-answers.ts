/** The answers of one row or card against their types and against one another. */
import type { Day } from '../../schedule/local-time.ts';
import type { AnswerFault, CheckedField } from './answer-fault.ts';
import { senseFields, type SensedField } from './field-sense.ts';
import { checkPersons } from './person-checks.ts';
import { readValue } from './read-value.ts';
import { checkSingle } from './single-checks.ts';
import { checkTotals, relateTotals } from './total-checks.ts';
import { isValue } from './value-reading.ts';

/** Checks one row; `answers` as written, in the order of the fields. Empty answers are never faults. */
export type RowChecker = (answers: readonly string[]) => AnswerFault[];

/** Looks at the fields once, for the many rows of a list. Faults come in the order of the fields. */
export function createRowChecker(fields: readonly CheckedField[], today: Day): RowChecker {
  const senses = senseFields(fields);
  const relations = relateTotals(fields);
  return (answers) =>
    [
      ...fields.flatMap((field, at) => checkSingle(field, at, answers[at] ?? '', today)),
      ...checkPersons(senses, answers, today),
      ...checkTotals(relations, fields, answers),
      ...checkPeriods(senses, answers),
    ].toSorted((one, other) => one.field - other.field);
}

/** The faults of one row or card: types, ranges, checksums, and what contradicts itself. */
export function checkAnswers(fields: readonly CheckedField[], answers: readonly string[], today: Day): AnswerFault[] {
  return createRowChecker(fields, today)(answers);
}

/** An end before its start. */
function checkPeriods(senses: readonly SensedField[], answers: readonly string[]): AnswerFault[] {
  return senses
    .filter(({ sense }) => sense === 'end')
    .flatMap(({ at, about }) => {
      const start = senses.find((other) => other.sense === 'start' && other.about === about);
      const [from, to] = [dateIn(answers[start?.at ?? -1]), dateIn(answers[at])];
      if (from === null || to === null) return [];
      const exactness = Math.min(from.length, to.length);
      return to.slice(0, exactness) < from.slice(0, exactness) ? [endsTooEarly(at, from, to)] : [];
    });
}

function dateIn(answer = ''): string | null {
  const reading = readValue(answer, 'date');
  return isValue(reading) ? reading.value : null;
}

function endsTooEarly(field: number, from: string, to: string): AnswerFault {
  const message = `结束（${to}）早于开始（${from}），请核对这两格。`;
  return { field, code: 'against-order', severity: 'wrong', message, suggestion: null };
}
