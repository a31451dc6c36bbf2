import { dayParts, formatDay } from '@qingzhuang/analysis';
import { daysOf } from './day.ts';
import { given, MEETING, registered } from './example.ts';
import { defineGateRule } from './gate-rule.ts';

const UNDECIDED: readonly number[] = [];

const ON_MONDAY = { ...MEETING, startsAt: '2026-03-09T10:00:00+08:00', endsAt: '2026-03-09T11:00:00+08:00' } as const;
const OVER_MIDNIGHT = { ...MEETING, startsAt: '2026-03-08T22:00:00+08:00', endsAt: '2026-03-09T00:30:00+08:00' };
const UNTIL_MIDNIGHT = { ...OVER_MIDNIGHT, endsAt: '2026-03-09T00:00:00+08:00' };
const MONDAYS = { days: [1] };

export const noMeetingDay = defineGateRule({
  id: 'gate/no-meeting-day',
  title: '无会日开会',
  severity: 'error',
  basis: [],
  suggestion: '改到别的日子；确需当天召开的，先登记批准人和事由。',
  sameAs: ['meeting/no-meeting-day'],
  options: {
    days: { default: UNDECIDED, source: 'zhangjiajie-2022', meaning: '无会日（1 为周一，7 为周日）' },
    weeks: { default: UNDECIDED, source: 'xuancheng-2017', meaning: '无会周（当月第几周，周一起算）' },
  },
  kinds: ['meeting'],
  missing: ({ facts: { registers } }, { days, weeks }) =>
    registers.freeDates === null && days.length + weeks.length === 0 ? '无会日日历' : null,
  examples: {
    fires: [
      ['a Monday where Mondays are free', given(ON_MONDAY), MONDAYS],
      ['half an hour into Monday', given(OVER_MIDNIGHT), MONDAYS],
      ['the second week', given(ON_MONDAY), { weeks: [2] }],
      ['a date of the calendar', registered(ON_MONDAY, { freeDates: ['2026-03-09'] })],
      ['permission for another day', exceptOn('2026-03-10'), MONDAYS],
    ],
    passes: [
      ['a Thursday', given(MEETING), MONDAYS],
      ['until midnight before Monday', given(UNTIL_MIDNIGHT), MONDAYS],
      ['another week', given(ON_MONDAY), { weeks: [1, 3] }],
      ['another date', registered(ON_MONDAY, { freeDates: ['2026-03-10'] })],
      ['permission for the day', exceptOn('2026-03-09'), MONDAYS],
    ],
  },
  *find({ draft: { details }, facts: { registers } }, { days, weeks }) {
    if (details.kind !== 'meeting') return;
    const { first, last } = daysOf(details);
    for (let day = first; day <= last; day += 1) {
      const date = formatDay(day);
      const isFree = days.includes(dayParts(day).weekday) || weeks.includes(weekOfMonth(day));
      if (!isFree && registers.freeDates?.includes(date) !== true) continue;
      const exception = registers.meetingExceptions?.find((one) => one.day === date);
      const message = `${date} 在本县无会日日历上。`;
      yield exception === undefined
        ? { message }
        : { message, exemption: { class: 'MERGED', grade: 'shown', proof: exception.grounds } };
      return;
    }
  },
});

/** The week belongs to the month of its Monday. */
function weekOfMonth(day: number): number {
  const { weekday } = dayParts(day);
  return Math.ceil(dayParts(day - weekday + 1).date / 7);
}

function exceptOn(day: string): ReturnType<typeof given> {
  return registered(ON_MONDAY, { meetingExceptions: [{ day, grounds: '县委主要负责同志批准：防汛' }] });
}
