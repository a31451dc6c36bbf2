import { caps } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { shapeOf, typedOf, valueOf } from './setting-value.ts';

describe('a setting', () => {
  test.each<[caps.SettingKey, unknown]>([
    ['onlineMeetingMinutes', 90],
    ['speechParadeShare', 0.35],
    ['onlineMeetingShare', null],
    ['workHours', '08:00-12:00,14:00-18:00'],
    ['ceilingHours', { township: 160, village: 40 }],
    ['ceilingHours', null],
    ['yearlyTotals', { meeting: 120, minutes: 6000 }],
    [
      'noMeetingRules',
      { weekdays: [1], weeks: [2], days: ['2026-07-01'], exceptions: [{ day: '2026-07-06', reason: '汛期会商' }] },
    ],
    ['noMeetingRules', { weekdays: [], weeks: [], days: [], exceptions: [] }],
  ])('%s comes out of its fields as it went in', (key, value) => {
    const shape = shapeOf(key);
    const back = valueOf(shape, typedOf(shape, value));

    expect(back).toEqual(value);
    expect(caps.CountySettings.shape[key].safeParse(back).success).toBe(true);
  });

  test('is typed in per cent and in hours', () => {
    expect(typedOf('share', 1 / 3)).toEqual({ value: '33.33' });
    expect(valueOf('totals', { minutes: '10', meeting: '' })).toEqual({ minutes: 600 });
  });

  test.each(Object.keys(caps.CountySettings.shape) as caps.SettingKey[])('%s has fields of its shape', (key) => {
    const shape = shapeOf(key);
    const one = { number: '5', share: '50', text: '08:00-12:00' } as const;
    const typed = shape in one ? { value: one[shape as keyof typeof one] } : {};

    expect(caps.CountySettings.shape[key].safeParse(valueOf(shape, typed)).success).toBe(true);
  });
});
