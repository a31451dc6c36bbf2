import { describe, expect, test } from 'vitest';
import { firstMonday, issuersOf, kindsOf, sameDayIn, weeksOf, yearFacts, type Grant, type UseSum } from './overview.ts';

const WATER = '130101000011';
const SCHOOLS = '130101000012';

function use(changes: Partial<UseSum>): UseSum {
  const sums = { demands: 1, times: 1, minutes: 60, squares: 3600, over: 0 };
  return { year: 2026, issuer: WATER, kind: 'form', week: 12, soFar: true, ...sums, ...changes };
}

describe('the thirteen weeks', () => {
  test.each([
    ['2026-03-05', '2025-12-08'],
    ['2026-03-02', '2025-12-08'],
    ['2026-03-01', '2025-12-01'],
  ])('up to %s begin on %s', (today, monday) => {
    expect(firstMonday(today)).toBe(monday);
  });

  test('are all there, whether or not anything happened in them', () => {
    const weeks = weeksOf('2025-12-08', [use({}), use({ kind: 'task', week: 0 })], new Map([[12, 30.4]]));

    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toEqual({ monday: '2025-12-08', minutes: 60, offGateMinutes: 0, demands: 1 });
    expect(weeks[1]).toEqual({ monday: '2025-12-15', minutes: 0, offGateMinutes: 0, demands: 0 });
    expect(weeks[12]).toEqual({ monday: '2026-03-02', minutes: 60, offGateMinutes: 30, demands: 1 });
  });

  test('give the kinds, the most minutes first; what lies before them is not in', () => {
    const uses = [use({}), use({ kind: 'meeting', minutes: 500 }), use({ kind: 'task', week: null, minutes: 9000 })];

    expect(kindsOf(uses).map(({ kind }) => kind)).toEqual(['meeting', 'form']);
  });
});

describe('issuers', () => {
  const grants: Grant[] = [
    { issuer: WATER, measure: 'minutes', granted: 1000 },
    { issuer: WATER, measure: 'form', granted: 4 },
    { issuer: SCHOOLS, measure: 'form', granted: 2 },
  ];

  test('are compared with their own caps, not with each other', () => {
    const uses = [use({ minutes: 600, times: 1 }), use({ issuer: SCHOOLS, minutes: 60, times: 2, over: 1 })];

    expect(issuersOf(2026, uses, grants)).toEqual([
      {
        issuer: SCHOOLS,
        usedMinutes: 60,
        grantedMinutes: null,
        fullest: { kind: 'form', used: 2, granted: 2 },
        overCap: 1,
      },
      {
        issuer: WATER,
        usedMinutes: 600,
        grantedMinutes: 1000,
        fullest: { kind: 'form', used: 1, granted: 4 },
        overCap: 0,
      },
    ]);
  });

  test('without a cap stand behind, by minutes; a cap of none that is used comes first', () => {
    const uses = [
      use({ issuer: 'small', minutes: 10 }),
      use({ issuer: 'large', minutes: 9000 }),
      use({ issuer: SCHOOLS, times: 1 }),
    ];
    const none: Grant[] = [
      { issuer: SCHOOLS, measure: 'form', granted: 0 },
      { issuer: WATER, measure: 'form', granted: 5 },
    ];

    expect(issuersOf(2026, uses, none).map(({ issuer }) => issuer)).toEqual([SCHOOLS, WATER, 'large', 'small']);
  });

  test('of an earlier year are not shown', () => {
    expect(issuersOf(2026, [use({ year: 2025, issuer: null })], [])).toEqual([]);
  });
});

test('the year is forecast from what was used up to today and in earlier years', () => {
  const uses = [
    use({ minutes: 100, squares: 5000 }),
    use({ minutes: 40, soFar: false }),
    use({ year: 2025, issuer: null, minutes: 200, soFar: true }),
    use({ year: 2025, issuer: null, minutes: 700, soFar: false }),
  ];

  expect(yearFacts(2026, uses)).toEqual({ used: 100, squares: 5000, past: [{ soFar: 200, total: 900 }] });
});

test.each([
  [2025, '2026-03-05', '2025-03-05'],
  [2027, '2028-02-29', '2027-02-28'],
  [2024, '2028-02-29', '2024-02-29'],
])('in %d the day %s is %s', (year, day, same) => {
  expect(sameDayIn(year, day)).toBe(same);
});
