import { expect, test } from 'vitest';
import { findNearest } from './nearest.ts';

test.each([
  ['formt', 'format'],
  ['fail-leval', 'fail-level'],
  ['concurency', 'concurrency'],
  ['zzz', null],
])('the nearest option to %s is %s', (word, nearest) => {
  expect(findNearest(word, ['format', 'fail-level', 'concurrency', 'quiet'])).toBe(nearest);
});
