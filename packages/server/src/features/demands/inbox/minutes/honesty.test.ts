import { expect, test } from 'vitest';
import { honestyOf, type Measurement } from './honesty.ts';

const ISSUER = '130101000011';

function answers(...units: string[]): Measurement[] {
  return units.map((unit) => ({ unit, estimated: 10, measured: 20 }));
}

test('five different bearers make a ratio', () => {
  expect(honestyOf(ISSUER, answers('a', 'b', 'c', 'd', 'e'), [])).toMatchObject({
    count: 5,
    estimatedMinutes: 50,
    measuredMinutes: 100,
    ratio: 2,
  });
});

test.each<[string, Measurement[]]>([
  ['four bearers', answers('a', 'b', 'c', 'd')],
  ['one bearer often', answers('a', 'a', 'a', 'a', 'a', 'a')],
])('%s make none', (_, measurements) => {
  expect(honestyOf(ISSUER, measurements, [])).toMatchObject({ count: 0, ratio: null, measuredMinutes: null });
});

test('one more answer changes nothing until it is one of a group', () => {
  const five = answers('a', 'b', 'c', 'd', 'e');
  const more = honestyOf(ISSUER, [...five, { unit: 'f', estimated: 10, measured: 400 }], []);

  expect(more).toEqual(honestyOf(ISSUER, five, []));
});

test('a meeting counts for everybody who bore it', () => {
  const meetings = Array.from({ length: 5 }, () => ({ planned: 60, actual: 90, bearers: 20 }));

  expect(honestyOf(ISSUER, [], meetings)).toMatchObject({ count: 5, estimatedMinutes: 6000, ratio: 1.5 });
});
