/** What cannot be gamed: whatever shape the same work is asked in, at least as many minutes are counted. */
import { estimateDemandBurden } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activitiesOf } from './activities.ts';

type Details = demands.DemandDetails;
type DetailsOf<Kind extends demands.DemandKind> = Extract<Details, { readonly kind: Kind }>;

const count = fc.integer({ min: 0, max: 50 });
const people = fc.integer({ min: 1, max: 20 });
const timesPerYear = fc.integer({ min: 1, max: 60 });
const otherMinutes = fc.integer({ min: 0, max: 2000 });
const shared = { timesPerYear, otherMinutes };

const STARTS = Date.parse('2026-03-12T01:00:00Z');

const meeting = fc
  .record({ ...shared, minutes: fc.integer({ min: 2, max: 2000 }), mode: modes(), people, talks: count })
  .map(({ minutes, ...rest }): DetailsOf<'meeting'> => ({
    kind: 'meeting',
    ...session(0, minutes),
    ...LOOSE,
    ...rest,
  }));
const LOOSE: Pick<DetailsOf<'meeting'>, 'levels' | 'venues' | 'series'> = {
  levels: ['village'],
  venues: [],
  series: null,
};
const form: fc.Arbitrary<DetailsOf<'form'>> = fc.record({
  ...shared,
  kind: fc.constant('form' as const),
  fields: fc.record({
    text: count,
    number: count,
    choice: count,
    date: count,
    longText: count,
    file: count,
    known: count,
  }),
  rows: fc.integer({ min: 1, max: 100 }),
  signatures: count,
  prints: count,
});
const document: fc.Arbitrary<DetailsOf<'document'>> = fc.record({
  ...shared,
  kind: fc.constant('document' as const),
  genre: fc.constantFrom('通知', '便函', '工作提示', null),
  docNumber: fc.constantFrom('县农发〔2026〕1号', null),
  parent: fc.constant(null),
  characters: fc.integer({ min: 0, max: 20_000 }),
  reports: count,
  plans: count,
});
const task: fc.Arbitrary<DetailsOf<'task'>> = fc.record({
  ...shared,
  kind: fc.constant('task' as const),
  duty: fc.constant(null),
  ...{ reports: count, visits: count, photos: count, people },
  days: fc.integer({ min: 0, max: 200 }),
});
const inspection: fc.Arbitrary<DetailsOf<'inspection'>> = fc.record({
  ...shared,
  kind: fc.constant('inspection' as const),
  object: fc.constant('水库'),
  sites: fc.constant<string[]>([]),
  from: fc.constant('2026-03-12'),
  until: fc.constant('2026-03-12'),
  filingNo: fc.constant(null),
  ...{ people, items: count },
});
const campaign: fc.Arbitrary<DetailsOf<'campaign'>> = fc.record({
  ...shared,
  kind: fc.constant('campaign' as const),
  name: fc.constant('示范村'),
  directoryNo: fc.constant(null),
  ...{ items: count, reports: count, plaques: count },
});
const platform: fc.Arbitrary<DetailsOf<'platform'>> = fc.record({
  ...shared,
  kind: fc.constant('platform' as const),
  name: fc.constant('巡塘通'),
  ...{ installs: count, entries: count, checkIns: count, people },
});
const plaque: fc.Arbitrary<DetailsOf<'plaque'>> = fc.record({
  ...shared,
  kind: fc.constant('plaque' as const),
  name: fc.constant('助餐点'),
  directoryNo: fc.constant(null),
  plaques: people,
});
const anything: fc.Arbitrary<Details> = fc.oneof(meeting, form, document, task, inspection, campaign, platform, plaque);

describe('splitting', () => {
  test('a demand among two lots of bearers changes nothing', () => {
    fc.assert(
      fc.property(anything, people, people, (details, some, others) => {
        expect(total(details, some) + total(details, others)).toBeCloseTo(total(details, some + others), 6);
      }),
    );
  });

  test('what recurs into single ones never lowers the total', () => {
    fc.assert(
      fc.property(anything, (details) => {
        const single = { ...details, timesPerYear: 1 };
        expect(minutes(single) * details.timesPerYear).toBeGreaterThanOrEqual(minutes(details) - TINY);
      }),
    );
  });

  test('a weekly task sent as fifty-two single ones is the same', () => {
    fc.assert(
      fc.property(task, (details) => {
        const [weekly, single] = [
          { ...details, timesPerYear: 52 },
          { ...details, timesPerYear: 1 },
        ];
        expect(52 * minutes(single)).toBeCloseTo(minutes(weekly), 4);
      }),
    );
  });

  test('a meeting into sessions never lowers the total', () => {
    fc.assert(
      fc.property(meeting, share(), share(), (details, talks, part) => {
        const whole = (Date.parse(details.endsAt) - Date.parse(details.startsAt)) / 60_000;
        const first = Math.min(whole - 1, Math.max(1, Math.round(whole * part)));
        const [here, there] = parted(details.talks, talks);
        const sessions = [
          { ...details, ...session(0, first), talks: here },
          { ...details, ...session(first, whole), talks: there, otherMinutes: 0 },
        ];
        expectNoLess(sessions, details);
      }),
    );
  });

  test('the fields of a form into two forms never lowers the total', () => {
    fc.assert(
      fc.property(form, share(), (details, part) => {
        const fields = Object.entries(details.fields) as [keyof typeof details.fields, number][];
        const [one, other] = [0, 1].map((side) =>
          Object.fromEntries(fields.map(([name, number]) => [name, parted(number, part)[side]])),
        ) as [typeof details.fields, typeof details.fields];
        const [signatures, others] = parted(details.signatures, part);
        const [prints, otherPrints] = parted(details.prints, part);
        const parts = [
          { ...details, fields: one, signatures, prints },
          { ...details, fields: other, signatures: others, prints: otherPrints, otherMinutes: 0 },
        ];
        expectNoLess(parts, details);
      }),
    );
  });

  test('the rows of a form into two forms never lowers the total', () => {
    fc.assert(
      fc.property(form, fc.integer({ min: 1, max: 100 }), (details, rows) => {
        const whole = { ...details, rows: details.rows + rows };
        expectNoLess([details, { ...details, rows, signatures: 0, prints: 0, otherMinutes: 0 }], whole);
      }),
    );
  });

  test.each<[string, fc.Arbitrary<Details>]>([
    ['task', task],
    ['document', document],
    ['inspection', inspection],
    ['campaign', campaign],
    ['platform', platform],
  ])('a %s into two parts that share out its counts never lowers the total', (_, kind) => {
    fc.assert(
      fc.property(kind, share(), (details, part) => {
        expectNoLess(halves(details, part), details);
      }),
    );
  });
});

describe('another shape', () => {
  test('a task of four hours counts four hours as a document, a meeting, a form or whatever else', () => {
    fc.assert(
      fc.property(anything, (details) => {
        const bare = { ...details, otherMinutes: 0 };
        const withWork = { ...details, otherMinutes: 240 };
        expect(minutes(withWork) - minutes(bare)).toBeCloseTo(240 * details.timesPerYear, 4);
      }),
    );
  });

  test('reports, plaques and material cost the same under every kind that asks for them', () => {
    fc.assert(
      fc.property(count, task, document, campaign, inspection, (more, ...kinds) => {
        const [asTask, asDocument, asCampaign, asInspection] = kinds;
        const reports = [asTask, asDocument, asCampaign].map((details) =>
          added(details, { reports: details.reports + more }),
        );
        const items = [asCampaign, asInspection].map((details) => added(details, { items: details.items + more }));
        for (const costs of [reports, items]) for (const cost of costs) expect(cost).toBeCloseTo(costs[0] ?? NaN, 4);
      }),
    );
  });

  test('neither the name, the number nor the channel of a document changes its minutes', () => {
    fc.assert(
      fc.property(document, (details) => {
        const note: Details = { ...details, genre: '便函', docNumber: null };
        expect(minutes(note)).toBe(minutes({ ...details, genre: '通知', docNumber: '县府发〔2026〕1号' }));
      }),
    );
  });

  test('a meeting that only some attend by line counts as one with a way to go', () => {
    fc.assert(
      fc.property(meeting, (details) => {
        expect(minutes({ ...details, mode: 'mixed' })).toBe(minutes({ ...details, mode: 'onsite' }));
      }),
    );
  });

  test('a session hung on another meeting adds at least its own time', () => {
    fc.assert(
      fc.property(meeting, meeting, (host, nested) => {
        const time = (Date.parse(nested.endsAt) - Date.parse(nested.startsAt)) / 60_000;
        const own = time * nested.people * nested.timesPerYear;
        expect(minutes(host) + minutes(nested)).toBeGreaterThanOrEqual(minutes(host) + own - TINY);
      }),
    );
  });

  test('passing it on adds what those who pass it on have to do to what those below have', () => {
    fc.assert(
      fc.property(anything, people, people, (details, townships, villages) => {
        const direct = total(details, villages);
        expect(total(details, townships) + total(details, villages)).toBeGreaterThanOrEqual(direct);
      }),
    );
  });

  test('nothing that is asked more of costs less', () => {
    fc.assert(
      fc.property(anything, otherMinutes, timesPerYear, (details, more, times) => {
        const larger = {
          ...details,
          otherMinutes: (details.otherMinutes ?? 0) + more,
          timesPerYear: details.timesPerYear + times,
        };
        expect(minutes(larger)).toBeGreaterThanOrEqual(minutes(details));
      }),
    );
  });
});

/** What rounding leaves. */
const TINY = 1e-4;

function minutes(details: Details): number {
  return total(details, 1);
}

function total(details: Details, bearers: number): number {
  return estimateDemandBurden(activitiesOf(details), bearers).totalMinutes.likely;
}

function expectNoLess(parts: readonly Details[], whole: Details): void {
  const sum = parts.reduce((before, part) => before + minutes(part), 0);
  expect(sum).toBeGreaterThanOrEqual(minutes(whole) - TINY);
}

function added<Kind extends Details>(details: Kind, more: Partial<Kind>): number {
  const once = { ...details, timesPerYear: 1 };
  return minutes({ ...once, ...more }) - minutes(once);
}

/** Each count, and the other minutes, shared out between two parts; people and frequency are those of the whole. */
function halves(details: Details, part: number): [Details, Details] {
  const sides = [0, 1].map((side) => {
    const counts = Object.entries(details).map(([name, value]: [string, unknown]) =>
      SHARED_OUT.includes(name) && typeof value === 'number' ? [name, parted(value, part)[side]] : [name, value],
    );
    return Object.fromEntries(counts) as Details;
  });
  return sides as [Details, Details];
}

const SHARED_OUT: readonly string[] = [
  ...['reports', 'plans', 'characters', 'visits', 'photos', 'days', 'items', 'plaques', 'installs', 'entries'],
  ...['checkIns', 'otherMinutes'],
];

function parted(number: number, part: number): readonly [number, number] {
  const one = Math.floor(number * part);
  return [one, number - one];
}

function session(from: number, until: number): { startsAt: string; endsAt: string } {
  return { startsAt: at(from), endsAt: at(until) };
}

function at(minute: number): string {
  return new Date(STARTS + minute * 60_000).toISOString();
}

function share(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, noNaN: true });
}

function modes(): fc.Arbitrary<'onsite' | 'video' | 'mixed'> {
  return fc.constantFrom('onsite', 'video', 'mixed');
}
