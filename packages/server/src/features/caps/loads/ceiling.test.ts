import { expect, test } from 'vitest';
import { ceilingLeft } from './ceiling.ts';

test.each([
  [null, 'village', 600, null],
  [{ township: 40 }, 'village', 600, null],
  [{ village: 10 }, 'village', 0, { ceiling: 600, left: 600 }],
  [{ village: 10 }, 'village', 600, { ceiling: 600, left: 0 }],
  [{ village: 10 }, 'village', 601, { ceiling: 600, left: -1 }],
] as const)('of %j a %s with %i minutes has %j', (ceilings, nature, minutes, left) => {
  expect(ceilingLeft(ceilings, nature, minutes)).toEqual(left);
});
