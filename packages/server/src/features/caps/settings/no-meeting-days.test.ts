import type { caps } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { findNoMeetingReason, type NoMeetingReason } from './no-meeting-days.ts';

const NONE: caps.NoMeetingRules = { weekdays: [], weeks: [], days: [], exceptions: [] };

// March 2026 begins on a Sunday: its first Monday is the 2nd, the second week from the 9th to the 15th.
describe('a day is free of meetings', () => {
  test.each<[string, Partial<caps.NoMeetingRules>, NoMeetingReason | null]>([
    ['2026-03-09', {}, null],
    ['2026-03-09', { weekdays: [1] }, 'weekday'],
    ['2026-03-10', { weekdays: [1] }, null],
    ['2026-03-15', { weekdays: [7] }, 'weekday'],
    ['2026-03-08', { weeks: [2] }, null],
    ['2026-03-09', { weeks: [2] }, 'week'],
    ['2026-03-15', { weeks: [2] }, 'week'],
    ['2026-03-16', { weeks: [2] }, null],
    // The Sunday still belongs to the last week of February.
    ['2026-03-01', { weeks: [4] }, 'week'],
    ['2026-03-01', { weeks: [1] }, null],
    ['2026-03-11', { days: ['2026-03-11'] }, 'day'],
    ['2026-03-09', { weekdays: [1], exceptions: [{ day: '2026-03-09', reason: '防汛调度' }] }, null],
    ['2026-03-16', { weekdays: [1], exceptions: [{ day: '2026-03-09', reason: '防汛调度' }] }, 'weekday'],
  ])('%s under %j: %s', (day, rules, reason) => {
    expect(findNoMeetingReason(day, { ...NONE, ...rules })).toBe(reason);
  });
});
