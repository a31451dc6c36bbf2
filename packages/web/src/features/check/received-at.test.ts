import { expect, test } from 'vitest';
import { toLocalInput, toZonedTime } from './received-at.ts';

test('a time goes to the checker with its zone and comes back to the field unchanged', () => {
  const zoned = toZonedTime(new Date(2026, 2, 2, 9, 5));

  expect(zoned).toMatch(/^2026-03-02T09:05[+-]\d\d:\d\d$/u);
  expect(new Date(zoned)).toEqual(new Date(2026, 2, 2, 9, 5));
  expect(toLocalInput(zoned)).toBe('2026-03-02T09:05');
});
