import { expect, test } from 'vitest';
import { formMinutes, reuseOf, type Reuse } from './reuse.ts';

function valuesOf(reuse: Reuse): Record<string, number | null> {
  return Object.fromEntries(Object.entries(reuse).map(([name, { value }]) => [name, value]));
}

test('a form is accounted for cell by cell', () => {
  const fields = [
    { type: 'text', isKnown: true, isFresh: true },
    { type: 'number', isKnown: true, isFresh: false },
    { type: 'date', isKnown: false, isFresh: false },
  ] as const;
  const cells = [
    { type: 'text', prefilled: '张三', answer: '张三' },
    { type: 'text', prefilled: '李四', answer: '李思思' },
    { type: 'number', prefilled: null, answer: '12' },
    { type: 'number', prefilled: '5', answer: '' },
    { type: 'date', prefilled: null, answer: '' },
  ] as const;

  expect(valuesOf(reuseOf(fields, cells))).toEqual({
    fields: 3,
    known: 2,
    fresh: 1,
    prefilledCells: 3,
    unchangedCells: 1,
    correctedCells: 2,
    typedCells: 2,
    typedCharacters: 5,
    // 5 + 3 for opening and sending, 2 texts at 0.35, 2 numbers at 0.5.
    minutesWithout: 9.7,
    // 5 + 3, 3 cells looked at for 0.05, 1 text at 0.35, 2 numbers at 0.5.
    minutesWith: 9.5,
    minutesSaved: 0.2,
    wrongPrefillShare: 2 / 3,
  });
});

test('a form of a hundred known persons saves what typing them costs', () => {
  const cells = Array.from({ length: 1000 }, () => ({ type: 'text', prefilled: '甲', answer: '甲' }) as const);
  const reuse = reuseOf([{ type: 'text', isKnown: true, isFresh: true }], cells);
  expect(reuse.minutesWithout.value).toBe(358);
  expect(reuse.minutesWith.value).toBe(58);
  expect(reuse.minutesSaved).toEqual({ value: 300, explanation: '全部由人填 358 分钟－实际 58 分钟。' });
  expect(reuse.wrongPrefillShare.value).toBe(0);
});

test('without prefilled cells no share of wrong ones is made up', () => {
  expect(reuseOf([], []).wrongPrefillShare.value).toBeNull();
});

test('every figure says in Chinese how it came about', () => {
  for (const { explanation } of Object.values(reuseOf([], []))) {
    expect(explanation).toMatch(/\p{Script=Han}.*。$/u);
  }
});

test('the cost at the gate falls by what need not be typed', () => {
  const typed = [{ type: 'text', isPrefilled: false } as const, { type: 'number', isPrefilled: false } as const];
  const known = typed.map(({ type }) => ({ type, isPrefilled: true }));
  expect(formMinutes(typed, 100).likely).toBeCloseTo(8 + 35 + 50);
  expect(formMinutes(known, 100).likely).toBeCloseTo(8 + 10);
  expect(formMinutes([], 0).likely).toBe(8);
});
