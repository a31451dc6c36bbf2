import { expect, test } from 'vitest';
import type { Derivation } from '../../src/index.ts';
import { isSameAnswer, judgeField } from './field-verdicts.ts';
import { tallyMatches, tallyReliability } from './tallies.ts';
import type { LabelledField } from './workbook-set.ts';

const AGE: Derivation = { from: ['person.identity-number'], how: 'age' };
const LAST_FOUR: Derivation = { from: ['person.identity-number'], how: 'identity-view', by: 'last-4' };
const NUMBER = 'person.identity-number';

test.each([
  ['the element itself', { element: 'person.sex' }, { element: 'person.sex', derived: null }, true],
  ['another', { element: 'person.sex' }, { element: 'person.people', derived: null }, false],
  ['one that gives the same value', { element: 'a', alsoRight: ['b'] }, { element: 'b', derived: null }, true],
  ['an age of a birthday', { element: NUMBER, derived: AGE }, answer('person.birth-date', 'age'), true],
  ['the number where the age is meant', { element: NUMBER, derived: AGE }, { element: NUMBER, derived: null }, false],
  ['the age where the number is meant', { element: NUMBER }, { element: NUMBER, derived: AGE }, false],
  ['another view', { element: NUMBER, derived: LAST_FOUR }, answer(NUMBER, 'identity-view', 'last-6'), false],
  ['the same view', { element: NUMBER, derived: LAST_FOUR }, answer(NUMBER, 'identity-view', 'last-4'), true],
  [
    'sex out of the number',
    { element: 'person.sex' },
    { element: 'person.sex', derived: { from: [NUMBER], how: 'sex' } },
    true,
  ],
  ['anything where nothing is meant', { element: null }, { element: 'person.sex', derived: null }, false],
] as const)('%s', (_, expected, given, isRight) => {
  expect(isSameAnswer(expected, given)).toBe(isRight);
});

function answer(element: string, how: Derivation['how'], by?: string): { element: string; derived: Derivation } {
  return { element, derived: { from: [element], how, ...(by === undefined ? {} : { by }) } };
}

const FIELD = { cell: 'A1', row: 1, column: 1, unit: null, options: null, isComputed: false } as const;

function judged(element: string | null, named: string | null, confidence = 0.95): ReturnType<typeof judgeField> {
  const expected: LabelledField = { sheet: 's', cell: 'A1', label: ['姓 名'], type: 'text', element };
  return judgeField('w', expected, {
    sheet: 's',
    field: { ...FIELD, label: ['姓名'], type: 'text' },
    match: { element: named, confidence, derived: null, candidates: [] },
  });
}

test('precision is right of answered, recall is right of known, rightly unanswered fields count in neither', () => {
  const fields = [judged('a', 'a'), judged('a', 'b'), judged('a', null), judged(null, null), judged(null, 'a')];

  expect(tallyMatches(fields)).toMatchObject({ answered: 3, right: 1, known: 3, abstained: 1 });
  expect(tallyMatches(fields).precision).toBeCloseTo(1 / 3);
  expect(tallyMatches(fields).recall).toBeCloseTo(1 / 3);
});

test('a field that was not found is missing from what is read and from recall', () => {
  const expected: LabelledField = { sheet: 's', cell: 'B1', label: ['姓名'], type: 'text', element: 'a' };

  expect(tallyMatches([judgeField('w', expected)])).toMatchObject({ answered: 0, known: 1, recall: 0, precision: 1 });
});

test('spaces, 其中 and the head of the only column of values do not make another label', () => {
  const expected: LabelledField = {
    sheet: 's',
    cell: 'A1',
    label: ['耕地面积', '水 田'],
    type: 'number',
    element: null,
  };
  const match = { element: null, confidence: 1, derived: null, candidates: [] };
  const found = { ...FIELD, type: 'number' } as const;
  function read(label: readonly string[]): boolean {
    return judgeField('w', expected, { sheet: 's', field: { ...found, label }, match }).isLabelRight;
  }

  expect(read(['耕地面积', '其中：水田', '数量'])).toBe(true);
  expect(read(['水田', '数量'])).toBe(false);
});

test('answers are counted by their confidence, a sure one in the last bin', () => {
  const bins = tallyReliability([judged('a', 'a', 1), judged('a', 'b', 0.91), judged('a', 'a', 0.55)]);

  expect(bins[9]).toEqual({ from: 0.9, answered: 2, right: 1 });
  expect(bins[5]).toEqual({ from: 0.5, answered: 1, right: 1 });
});
