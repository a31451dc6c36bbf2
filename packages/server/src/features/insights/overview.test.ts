import { describe, expect, test } from 'vitest';
import {
  firstMonday,
  issuersOf,
  kindsOf,
  sameDayIn,
  weeksOf,
  yearFacts,
  type Grant,
  type IssuerSum,
  type WeekSum,
  type YearSum,
} from './overview.ts';

const WATER = '130101000011';
const SCHOOLS = '130101000012';

function ofWeek(changes: Partial<WeekSum>): WeekSum {
  return { week: 12, kind: 'form', demands: 1, minutes: 60, ...changes };
}

function ofIssuer(changes: Partial<IssuerSum>): IssuerSum {
  return { issuer: WATER, kind: 'form', times: 1, minutes: 60, over: 0, ...changes };
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
    const weeks = weeksOf('2025-12-08', [ofWeek({}), ofWeek({ kind: 'task', week: 0 })], new Map([[12, 30.4]]));

    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toEqual({ monday: '2025-12-08', minutes: 60, offGateMinutes: 0, demands: 1 });
    expect(weeks[1]).toEqual({ monday: '2025-12-15', minutes: 0, offGateMinutes: 0, demands: 0 });
    expect(weeks[12]).toEqual({ monday: '2026-03-02', minutes: 60, offGateMinutes: 30, demands: 1 });
  });

  test('give the kinds, the most minutes first', () => {
    const uses = [ofWeek({}), ofWeek({ kind: 'meeting', minutes: 500 })];

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
    const uses = [ofIssuer({ minutes: 600, times: 1 }), ofIssuer({ issuer: SCHOOLS, minutes: 60, times: 2, over: 1 })];

    expect(issuersOf(uses, grants)).toEqual([
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
      ofIssuer({ issuer: 'small', minutes: 10 }),
      ofIssuer({ issuer: 'large', minutes: 9000 }),
      ofIssuer({ issuer: SCHOOLS, times: 1 }),
    ];
    const none: Grant[] = [
      { issuer: SCHOOLS, measure: 'form', granted: 0 },
      { issuer: WATER, measure: 'form', granted: 5 },
    ];

    expect(issuersOf(uses, none).map(({ issuer }) => issuer)).toEqual([SCHOOLS, WATER, 'large', 'small']);
  });
});

test('the year is forecast from what was used up to today and in earlier years', () => {
  const years: YearSum[] = [
    { year: 2026, soFar: true, minutes: 100, squares: 5000 },
    { year: 2026, soFar: false, minutes: 40, squares: 1600 },
    { year: 2025, soFar: true, minutes: 200, squares: 9000 },
    { year: 2025, soFar: false, minutes: 700, squares: 9000 },
  ];

  expect(yearFacts(2026, years)).toEqual({ used: 100, squares: 5000, past: [{ soFar: 200, total: 900 }] });
});

test.each([
  [2025, '2026-03-05', '2025-03-05'],
  [2027, '2028-02-29', '2027-02-28'],
  [2024, '2028-02-29', '2024-02-29'],
])('in %d the day %s is %s', (year, day, same) => {
  expect(sameDayIn(year, day)).toBe(same);
});
