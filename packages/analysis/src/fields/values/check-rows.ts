/** The rows of a list against one another. */
import type { Day } from '../../schedule/local-time.ts';
import type { AnswerFault, CheckedField } from './answer-fault.ts';
import { createRowChecker } from './check-answers.ts';
import { chooseOption } from './choice-value.ts';
import { readIdentityNumber } from './identity-number.ts';
import { readValue } from './read-value.ts';
import { isValue } from './value-reading.ts';

/** `row`: which of the rows, from 0. */
export interface RowFault extends AnswerFault {
  readonly row: number;
}

/**
 * Every row by itself, or only those that are looked at, identity numbers that stand twice, and household sizes that are not
 * the number of members.
 */
export function checkRows(
  fields: readonly CheckedField[],
  rows: readonly (readonly string[])[],
  today: Day,
  isLooked: (row: number) => boolean = () => true,
): RowFault[] {
  const check = createRowChecker(fields, today);
  return [
    ...rows.flatMap((answers, row) => (isLooked(row) ? check(answers).map((fault) => ({ row, ...fault })) : [])),
    ...checkRepeats(fields, rows),
    ...checkHouseholds(fields, rows),
  ].toSorted((one, other) => one.row - other.row || one.field - other.field);
}

/** Only the row's own number: the number of a head of household stands in the row of each member. */
function checkRepeats(fields: readonly CheckedField[], rows: readonly (readonly string[])[]): RowFault[] {
  const field = fields.findIndex(
    ({ type, label }) => type === 'identity-number' && !/户主|配偶|监护|负责|父|母|联系人|代/.test(label.join('')),
  );
  const firstRows = new Map<string, number>();
  return rows.flatMap((answers, row) => {
    const reading = readIdentityNumber(answers[field] ?? '');
    if (!isValue(reading)) return [];
    const first = firstRows.get(reading.value);
    if (first === undefined) firstRows.set(reading.value, row);
    return first === undefined ? [] : [repeated(row, field, first)];
  });
}

function repeated(row: number, field: number, first: number): RowFault {
  const message = `与第 ${first + 1} 行的身份证号相同，请看是否重复登记。`;
  return { row, field, code: 'repeated', severity: 'doubtful', message, suggestion: null };
}

/** Members stand below their head; the size stands in the head's row. */
function checkHouseholds(fields: readonly CheckedField[], rows: readonly (readonly string[])[]): RowFault[] {
  const relation = fields.findIndex(({ label }) => /与户主(?:的)?关系|家庭关系/.test(label.join('')));
  const size = fields.findIndex(({ label }) =>
    /(?:家庭|户籍|户内|全家)(?:总?人口|成员)数?|人口数/.test(label.join('')),
  );
  if (relation < 0 || size < 0) return [];
  const heads = rows.flatMap((answers, row) =>
    chooseOption(answers[relation] ?? '', ['户主']) === null ? [] : [{ row, answer: answers[size] ?? '' }],
  );
  const end = rows.findLastIndex((answers) => answers.some((answer) => answer.trim() !== '')) + 1;
  return heads.flatMap(({ row, answer }, at) => {
    const members = (heads[at + 1]?.row ?? end) - row;
    const reading = readValue(answer, 'number', null, { unit: '人' });
    return !isValue(reading) || Number(reading.value) === members ? [] : [otherSize(row, size, reading.value, members)];
  });
}

function otherSize(row: number, field: number, size: string, members: number): RowFault {
  const message = `家庭人口填了 ${size}，下面列出的成员（含户主）是 ${members} 人，请核对。`;
  return { row, field, code: 'against-household', severity: 'doubtful', message, suggestion: String(members) };
}
