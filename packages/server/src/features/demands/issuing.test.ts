import { expect, test } from 'vitest';
import { assertMayBurden, mayBurden } from './issuing.ts';

const [COUNTY, BUREAU] = ['130101000000', '130101000011'];
const [TOWN, VILLAGE] = ['130101101000', '130101101201'];
const [OTHER_TOWN, OTHER_VILLAGE] = ['130101102000', '130101102201'];

test.each([
  [COUNTY, VILLAGE, true],
  [BUREAU, TOWN, true],
  [BUREAU, OTHER_VILLAGE, true],
  [TOWN, TOWN, true],
  [TOWN, VILLAGE, true],
  [TOWN, OTHER_VILLAGE, false],
  [TOWN, OTHER_TOWN, false],
  [TOWN, BUREAU, false],
  [VILLAGE, VILLAGE, true],
  [VILLAGE, TOWN, false],
  [VILLAGE, '130101101202', false],
])('whether %s may burden %s: %s', (issuer, bearer, may) => {
  expect(mayBurden(issuer, bearer)).toBe(may);
});

test('whoever may not be burdened is named', () => {
  expect(() => {
    assertMayBurden(TOWN, [VILLAGE, OTHER_VILLAGE]);
  }).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      facts: { errors: [{ pointer: '/bearers', detail: expect.stringContaining(OTHER_VILLAGE) as string }] },
    }),
  );
});
