import { describe, expect, test } from 'vitest';
import { isBelow } from './unit-code.ts';

describe('a unit is below another', () => {
  test.each([
    ['130101000120', '130101000000', true],
    ['130101100000', '130101000000', true],
    ['130101100201', '130101000000', true],
    ['130101100201', '130101100000', true],
    ['130101000000', '130101000000', false],
    ['130101100000', '130101100000', false],
    ['130101000000', '130101100000', false],
    ['130101101201', '130101100000', false],
    ['130101000121', '130101000120', false],
    ['130101100202', '130101100201', false],
    ['130102000120', '130101000000', false],
  ])('%s below %s: %s', (code, of, below) => {
    expect(isBelow(code, of)).toBe(below);
  });
});
