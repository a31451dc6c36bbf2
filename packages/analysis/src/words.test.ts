import { expect, test } from 'vitest';
import { speakMinutes } from './words.ts';

test.each([
  [0.2, 1, 'minute'],
  [4.4, 4, 'minute'],
  [12, 10, 'minute'],
  [57.4, 55, 'minute'],
  [57.5, 1, 'hour'],
  [174, 3, 'hour'],
  [100, 1.5, 'hour'],
  [1199, 20, 'hour'],
  [1250, 21, 'hour'],
] as const)('%d minutes are said as %d %ss', (minutes, value, unit) => {
  expect(speakMinutes(minutes)).toEqual({ value, unit });
});
