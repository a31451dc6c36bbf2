import { describe, expect, test } from 'vitest';
import { clashesOf, layOutWeek, mergesOf, weekOf, type DayRules, type WeekRow } from './week.ts';

const meeting: WeekRow = {
  demand: 'a',
  kind: 'meeting',
  title: '春耕生产会',
  ask: '参加春耕生产会',
  issuer: '130101000011',
  issuerName: '农业农村局',
  startsAt: '2026-03-10T01:00:00.000Z',
  endsAt: '2026-03-10T03:00:00.000Z',
  dueAt: null,
  totalMinutes: { low: 200, likely: 400, high: 800 },
  bearerCount: 4,
  timesPerYear: 1,
  waiting: false,
  units: ['130101101000', '130101101201'],
};

const NO_RULES: DayRules = { monthMinutes: null, noMeeting: () => null };

test('a week runs from Monday to Sunday in China', () => {
  expect(weekOf('2026-03-15')).toEqual({
    from: '2026-03-09',
    until: '2026-03-15',
    begins: '2026-03-08T16:00:00.000Z',
    ends: '2026-03-15T16:00:00.000Z',
  });
});

test('what lasts several days stands on each, and its minutes count once', () => {
  const visit = { ...meeting, startsAt: '2026-03-07T16:00:00.000Z', endsAt: '2026-03-10T15:59:59.000Z' };

  const { days } = layOutWeek('130101101000', weekOf('2026-03-09'), [visit], NO_RULES);

  expect(days.map(({ items }) => items.length)).toEqual([1, 1, 0, 0, 0, 0, 0]);
  expect(days.map(({ minutes }) => minutes)).toEqual([200, 0, 0, 0, 0, 0, 0]);
  expect(days[0]?.dayText).toBe('3月9日（周一）');
});

test('a month’s ceiling is spread over its working days; a day off allows nothing', () => {
  // March 2026 has 22 working days.
  const rules: DayRules = { monthMinutes: 22_000, noMeeting: (day) => (day === '2026-03-11' ? 'weekday' : null) };

  const { days } = layOutWeek('130101101000', weekOf('2026-03-09'), [meeting], rules);

  expect(days.map(({ ceilingMinutes }) => ceilingMinutes)).toEqual([1000, 1000, 1000, 1000, 1000, 0, 0]);
  expect(days.map(({ noMeeting }) => noMeeting)).toEqual([null, null, 'weekday', null, null, null, null]);
});

test('what waits stands on its day without hours: they are not asked yet', () => {
  const { days } = layOutWeek('130101101000', weekOf('2026-03-09'), [{ ...meeting, waiting: true }], NO_RULES);

  expect(days[1]).toMatchObject({ items: [{ demand: 'a', waiting: true }], minutes: 0 });
});

describe('a merge', () => {
  const waits: WeekRow = {
    ...meeting,
    demand: 'b',
    waiting: true,
    title: '关于春耕生产的会',
    ask: '参加春耕生产调度会',
  };

  test.each<[string, Partial<WeekRow>, Partial<WeekRow>, number]>([
    ['is offered for the same matter and a shared bearer', {}, {}, 1],
    ['is none between two that have passed', { waiting: false }, {}, 0],
    ['is none for another kind', { kind: 'task' }, {}, 0],
    ['is none for another matter', { title: '森林防火演练', ask: '组织森林防火演练' }, {}, 0],
    ['is none for other bearers', { units: ['130101102000'] }, {}, 0],
    ['is offered one way where both wait', {}, { waiting: true }, 1],
  ])('%s', (_, changes, others, count) => {
    expect(
      mergesOf([
        { ...meeting, ...others },
        { ...waits, ...changes },
      ]),
    ).toHaveLength(count);
  });

  test('goes into the most alike', () => {
    const near = { ...meeting, demand: 'c', title: waits.title, ask: waits.ask };
    const far = { ...meeting, title: '春耕生产备种会' };

    expect(mergesOf([far, near, waits])).toEqual([{ demand: 'b', into: 'c', bearers: 2 }]);
  });
});

describe('a clash', () => {
  test.each<[string, Partial<WeekRow>, number]>([
    ['of two that share an hour and a bearer', { startsAt: '2026-03-10T02:00:00.000Z' }, 1],
    ['is none when one begins as the other ends', { startsAt: '2026-03-10T03:00:00.000Z' }, 0],
    ['is none for different villages', { startsAt: '2026-03-10T02:00:00.000Z', units: ['130101101202'] }, 0],
    ['is none with what may take place on any of several days', { startsAt: '2026-03-09T00:00:00.000Z' }, 0],
    ['is none with what is only due', { startsAt: null, endsAt: null, dueAt: '2026-03-10T02:00:00.000Z' }, 0],
  ])('%s', (_, changes, count) => {
    const other = { ...meeting, demand: 'b', endsAt: '2026-03-10T05:00:00.000Z', ...changes };

    expect(clashesOf([other, meeting])).toHaveLength(count);
  });

  test('says who, when and for how many', () => {
    const other = { ...meeting, demand: 'b', startsAt: '2026-03-10T02:00:00.000Z', endsAt: '2026-03-10T04:00:00.000Z' };

    expect(clashesOf([meeting, other])).toEqual([
      { demands: ['a', 'b'], from: '2026-03-10T02:00:00.000Z', until: '2026-03-10T03:00:00.000Z', bearers: 2 },
    ]);
  });
});
