import { describe, expect, test } from 'vitest';
import { dayFrom, fromTypedInstant, sayDay, sayInstant, toTypedInstant } from './dates.ts';

const TODAY = new Date('2026-11-20T02:00:00Z');

describe('dates', () => {
  test('are said with their weekday, in Beijing time', () => {
    expect(sayInstant('2026-11-20T10:00:00Z', 'zh', TODAY)).toBe('11月20日 周五 18:00');
    expect(sayInstant('2026-11-20T16:30:00Z', 'zh', TODAY)).toBe('11月21日 周六 00:30');
  });
  test('carry their year when it is another', () => {
    expect(sayDay('2027-01-04', 'zh', TODAY)).toBe('2027年1月4日 周一');
    expect(sayDay('2026-12-31', 'zh', TODAY)).toBe('12月31日 周四');
  });
  test('come back from a field as the instant they went in as', () => {
    const typed = toTypedInstant('2026-11-20T10:00:00Z');
    expect(typed).toBe('2026-11-20T18:00');
    expect(Date.parse(fromTypedInstant(typed) ?? '')).toBe(Date.parse('2026-11-20T10:00:00Z'));
    expect([toTypedInstant(null), fromTypedInstant('')]).toEqual(['', null]);
  });
  test('begin at midnight in Beijing, not in Greenwich', () => {
    expect(dayFrom(new Date('2026-11-20T16:30:00Z'), 0)).toBe('2026-11-21');
    expect(dayFrom(TODAY, 90)).toBe('2027-02-18');
  });
});
