import type { Interval } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { FORM, INSPECTION, MEETING, neighbour, PLATFORM, TASK, TOWN, VILLAGES } from './gate/example.ts';
import { NO_FACTS } from './gate/gate-facts.ts';
import { screen, type ScreeningFacts } from './screening.ts';

type Draft = Parameters<typeof screen>[0];
type Way = ReturnType<typeof screen>['cheaperWays'][number];

const LONG = { ...MEETING, endsAt: '2026-03-12T13:00:00+08:00', levels: ['township'] } satisfies demands.DemandDetails;
const DETAILS: readonly demands.DemandDetails[] = [
  MEETING,
  LONG,
  { ...LONG, mode: 'video', people: 3 },
  { ...LONG, levels: ['township', 'village'], timesPerYear: 248 },
  { ...LONG, talks: 2, otherMinutes: 45, timesPerYear: 12 },
  INSPECTION,
  { ...TASK, timesPerYear: 52 },
  { ...TASK, reports: 2, photos: 30, days: 3, timesPerYear: 365 },
  { ...FORM, fields: { ...FORM.fields, known: 8 }, rows: 100, timesPerYear: 4 },
  { ...PLATFORM, entries: 5, checkIns: 1, timesPerYear: 248 },
];
const BEARERS: readonly (readonly string[])[] = [VILLAGES, [TOWN, ...VILLAGES], [TOWN]];
const TEXTS: readonly (Interval | null)[] = [
  null,
  { low: 10, likely: 20, high: 90 },
  { low: 100, likely: 300, high: 320 },
  { low: 9_000, likely: 20_000, high: 50_000 },
];

function factsFor(perBearerMinutes: Interval | null): ScreeningFacts {
  return {
    document: perBearerMinutes && { findings: [], perBearerMinutes },
    gate: { ...NO_FACTS, neighbours: [neighbour()] },
    ...{ settings: {}, isOffice: false, now: '2026-03-05T02:00:00.000Z', today: '2026-03-05' },
  };
}

function drafted(details: demands.DemandDetails, bearers: readonly string[]): Draft {
  const words = { title: '关于小型水库清淤的通知', ask: '报名参加水库清淤' };
  return { ...words, issuer: '130101000011', bearers, dueAt: null, expiresOn: '2026-06-30', planItem: null, details };
}

/** The draft once the drafter has taken the way. */
function taken(draft: Draft, { details, leaveOut }: Way): Draft {
  const bearers = draft.bearers.filter((unit) => !leaveOut.includes(unit));
  return { ...draft, bearers, details: details ?? draft.details };
}

test.each(TEXTS)('each way saves what it promises, under a text that orders %j', (text) => {
  const facts = factsFor(text);
  const measured = DETAILS.flatMap((details) => BEARERS.map((bearers) => drafted(details, bearers))).flatMap(
    (draft) => {
      const { totalMinutes, cheaperWays } = screen(draft, facts);
      return cheaperWays
        .filter(({ details, leaveOut }) => details !== null || leaveOut.length > 0)
        .map((way) => {
          const saved = totalMinutes.likely - screen(taken(draft, way), facts).totalMinutes.likely;
          return { way, hours: saved / 60 };
        });
    },
  );

  expect(measured.length).toBeGreaterThan(0);
  for (const { way, hours } of measured) expect(way.hoursSaved.likely, way.proposal).toBeCloseTo(hours, 6);
});

test('no way saves more than the whole demand costs', () => {
  for (const details of DETAILS) {
    const { totalMinutes, cheaperWays } = screen(drafted(details, VILLAGES), factsFor(null));
    for (const { hoursSaved } of cheaperWays) {
      expect(hoursSaved.likely).toBeLessThanOrEqual(totalMinutes.likely / 60);
      expect([hoursSaved.low, hoursSaved.likely, hoursSaved.high]).toEqual(
        [hoursSaved.low, hoursSaved.likely, hoursSaved.high].toSorted((one, other) => one - other),
      );
    }
  }
});

test('nobody is left out whom a meeting calls in by its levels', () => {
  function leftOutOf(details: demands.DemandDetails): readonly string[] {
    const { cheaperWays } = screen(drafted(details, [TOWN, ...VILLAGES]), factsFor(null));
    return cheaperWays.flatMap(({ leaveOut }) => leaveOut);
  }

  expect(leftOutOf({ ...LONG, levels: ['township', 'village'] })).toEqual([]);
  expect(leftOutOf(LONG)).toEqual(VILLAGES);
});
