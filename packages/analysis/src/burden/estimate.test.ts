import { expect, test } from 'vitest';
import { ACTIVITIES, ACTIVITY_OF_ACTION, type ActivityKind } from './activities.ts';
import { assumptionOf, COSTS } from './costs.ts';
import { estimate, estimateMinutes, shrunk } from './estimate.ts';
import { total } from './intervals.ts';

test('every cost is an ordered interval and says where it comes from', () => {
  for (const [key, { minutes, source, meaning }] of Object.entries(COSTS)) {
    expect(minutes.low, key).toBeGreaterThanOrEqual(0);
    expect(minutes.likely, key).toBeGreaterThanOrEqual(minutes.low);
    expect(minutes.high, key).toBeGreaterThanOrEqual(minutes.likely);
    expect(['assumed', 'stated', 'house'], key).toContain(source);
    expect(meaning, key).toMatch(/\p{Script=Han}/u);
  }
});

test('reading takes time by length', () => {
  expect(estimateMinutes('read', { characters: 4000 })?.likely).toBeCloseTo(10);
  expect(estimateMinutes('read', { characters: 8000 })?.likely).toBeCloseTo(20);
});

test('a meeting on line costs no road', () => {
  const online = estimateMinutes('attend-meeting', { minutes: 90, trips: 0 });
  const onsite = estimateMinutes('attend-meeting', { minutes: 90, trips: 1 });

  expect(online).toEqual({ low: 90, likely: 100, high: 150 });
  expect(onsite).toEqual({ low: 110, likely: 160, high: 300 });
});

test('people and occurrences multiply the whole', () => {
  const once = estimateMinutes('attend-meeting', { minutes: 60 });
  const often = estimateMinutes('attend-meeting', { minutes: 60, people: 3, occurrences: 52 });

  expect(often?.likely).toBeCloseTo((once?.likely ?? 0) * 156);
});

test('a form costs its start, its fields by type and row, its signatures and its sending', () => {
  const minutes = estimateMinutes('fill-form', { numberFields: 4, knownFields: 10, rows: 2, signatures: 1 });

  expect(minutes?.likely).toBeCloseTo(5 + 2 * (4 * 0.5 + 10 * 0.05) + 10 + 3);
});

test('a known field costs a small part of one that is asked', () => {
  const asked = estimateMinutes('fill-form', { textFields: 100 });
  const known = estimateMinutes('fill-form', { knownFields: 100 });

  expect(known?.likely).toBeLessThan((asked?.likely ?? 0) / 3);
});

test.each([
  ['read', {}, ['字数']],
  ['read', { characters: null }, ['字数']],
  ['attend-meeting', { trips: 1 }, ['时长（分钟）']],
  ['attend-meeting', { minutes: 60, occurrences: null }, ['次数']],
  ['fill-form', { textFields: 3, rows: null }, ['行数']],
  ['visit', { people: null }, ['件数', '人数']],
  ['send-material', { items: -1 }, ['件数']],
  ['send-material', { items: Number.POSITIVE_INFINITY }, ['件数']],
] as const)('%s with %o has no estimate and names what is missing', (kind, factors, missing) => {
  expect(estimate(kind, factors)).toMatchObject({ minutes: null, missing });
});

test('an estimate tells its formula and only the assumptions that took part', () => {
  const { formula, assumptions } = estimate('attend-meeting', { minutes: 90, people: 2 });

  expect(formula).toBe('（每一分钟×90＋参会准备一次×1）×2人×1次');
  expect(assumptions).toEqual(['参会准备一次按10分钟（0秒至60分钟）估算，为假定值。']);
});

test('times under a minute are told in seconds', () => {
  expect(assumptionOf(COSTS.choiceField)).toBe('选一个选项字段按6秒（3秒至15秒）估算，为假定值。');
});

test('every action leads to a known activity or to none', () => {
  for (const kind of Object.values(ACTIVITY_OF_ACTION)) {
    if (kind !== null) expect(Object.keys(ACTIVITIES)).toContain(kind);
  }
});

test('every activity can be estimated once all its factors are given', () => {
  const factors = { characters: 100, minutes: 10, items: 1, days: 1, people: 1 };
  for (const kind of Object.keys(ACTIVITIES) as ActivityKind[]) {
    expect(estimateMinutes(kind, factors)?.likely, kind).toBeGreaterThan(0);
  }
});

test('a sum with an unknown part is unknown', () => {
  expect(total([{ low: 1, likely: 2, high: 3 }, null])).toBeNull();
  expect(total([])).toEqual({ low: 0, likely: 0, high: 0 });
});

test('measured times replace the assumption the more there are', () => {
  const cost = COSTS.visit;
  const measured = Array.from({ length: 5 }, () => 40);

  expect(shrunk(cost, [])).toEqual(cost.minutes);
  expect(shrunk(cost, measured).likely).toBeCloseTo(30);
  expect(
    shrunk(
      cost,
      Array.from({ length: 95 }, () => 40),
    ).likely,
  ).toBeCloseTo(39);
});
