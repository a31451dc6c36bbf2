import { describe, expect, test } from 'vitest';
import { burdenOf } from '../burden.ts';
import { cheaperWays } from './cheaper-ways.ts';
import { drafted, FORM, given, MEETING, neighbour, OTHER_BUREAU, TASK, TOWN, VILLAGES } from './example.ts';
import type { Alike, GateCase } from './gate-facts.ts';

const LONG = { ...MEETING, mode: 'video', endsAt: '2026-03-12T13:00:00+08:00' } as const;
const SAME: Alike = {
  id: '0198c0de-0000-7000-8000-000000000002',
  title: '小型水库清淤工作的通知',
  ask: '报名参加水库清淤',
  issuer: OTHER_BUREAU,
  day: '2026-02-20',
  shared: 2,
  isFromAbove: false,
};

/** As `given`, with the minutes of the details themselves. */
function costed(...[details, facts]: Parameters<typeof given>): GateCase {
  return { ...given(details, facts), perBearerMinutes: burdenOf(details, null).perBearerMinutes };
}

/** Proposal and hours, for the five villages of the plain case. */
function waysOf(...asked: Parameters<typeof cheaperWays>): readonly (readonly [string, number])[] {
  return cheaperWays(...asked).map(({ way, hoursSaved }) => [way, Math.round(hoursSaved.likely * 10) / 10]);
}

describe('a meeting', () => {
  test('on line for three hours may be shorter, or a page; the most hours first', () => {
    // 180 minutes and 10 of preparation, five times; a page takes two minutes.
    expect(waysOf(costed(LONG))).toEqual([
      ['send-as-text', 15.7],
      ['shorten', 10],
      ['shorten', 7.5],
    ]);
  });

  test.each([
    [60, []],
    [61, [60]],
    [90, [60]],
    [91, [60, 90]],
  ])('of %i minutes may be shortened to %j', (minutes, shorter) => {
    const endsAt = new Date(Date.parse(LONG.startsAt) + minutes * 60_000).toISOString();
    const ways = cheaperWays(costed({ ...LONG, endsAt })).filter(({ way }) => way === 'shorten');

    expect(ways.map(({ proposal }) => proposal)).toEqual(shorter.map((most) => `压缩到${most}分钟`));
  });

  test('to which everybody travels may be held on line, with the details to take over', () => {
    const [way] = cheaperWays(costed(MEETING)).filter((one) => one.way === 'hold-online');

    expect(way).toMatchObject({ details: { ...MEETING, mode: 'video' }, hoursSaved: { likely: 5 } });
  });

  test('at which somebody has to speak is not replaced by a page', () => {
    expect(waysOf(costed({ ...LONG, talks: 1 })).map(([way]) => way)).toEqual(['shorten', 'shorten']);
  });

  test('at the time of another may join it: the way and the preparation are saved', () => {
    const ways = cheaperWays(costed(MEETING, { neighbours: [neighbour()] }));

    expect(ways.find(({ way }) => way === 'merge')).toMatchObject({
      with: neighbour().id,
      hoursSaved: { likely: (5 * 70) / 60 },
    });
  });
});

test('what is asked already is merged: those who have it do it once', () => {
  const [way] = cheaperWays(given(TASK, { alike: [SAME] }));

  expect(way).toMatchObject({ way: 'merge', with: SAME.id, hoursSaved: { low: 2, likely: 4, high: 8 } });
});

test('nothing is merged into what is about something else, or asked of others', () => {
  const other = { ...SAME, title: '森林防火', ask: '清理可燃物' };

  expect(waysOf(given(TASK, { alike: [other, { ...SAME, shared: 0 }] }))).toEqual([]);
});

test('fields that are known are left out, and a form of nothing else is not sent', () => {
  const known = { ...FORM, fields: { ...FORM.fields, known: 8 }, rows: 100 };
  const onlyKnown = { ...known, fields: { text: 0, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 8 } };

  expect(cheaperWays(costed(known))).toMatchObject([
    {
      way: 'drop-known-fields',
      proposal: '删去已有数据的8个字段，由系统带出',
      details: { fields: { known: 0, text: 4 } },
    },
  ]);
  expect(cheaperWays(costed(onlyKnown))).toMatchObject([{ proposal: '8个字段都有数据，不发这张表', details: null }]);
});

test('villages of a township that is asked itself are left out, and those whose month is full', () => {
  const [first, second] = VILLAGES;
  const both = drafted({ bearers: [TOWN, ...VILLAGES] });

  expect(cheaperWays(both, [first, second]).map(({ way, leaveOut }) => [way, leaveOut])).toEqual([
    ['ask-fewer', VILLAGES],
    ['ask-fewer', [first, second]],
  ]);
});

test('that every bearer is full is no reason to ask nobody', () => {
  expect(waysOf(drafted({}), VILLAGES)).toEqual([]);
});

test('what is asked every week may be asked every month, or once', () => {
  const weekly = cheaperWays(costed({ ...TASK, timesPerYear: 52 }));

  expect(weekly.map(({ proposal, details }) => [proposal, details?.timesPerYear])).toEqual([
    ['一年52次改为一次', 1],
    ['改为每月一次', 12],
  ]);
  // Twelve visits of twenty minutes, by five villages, fifty-one times less.
  expect(weekly[0]?.hoursSaved.likely).toBeCloseTo((51 * 12 * 20 * 5) / 60, 6);
});
