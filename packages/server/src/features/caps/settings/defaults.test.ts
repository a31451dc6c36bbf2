import { caps } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTING_KEYS, sourceOfDefault } from './defaults.ts';

test('every default is a value that a county could set', () => {
  expect(caps.CountySettings.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test('every default says where it comes from', () => {
  expect(SETTING_KEYS.filter((key) => sourceOfDefault(key).length < 5)).toEqual([]);
  expect(sourceOfDefault('onlineMeetingMinutes')).toContain('视频会议不超过90分钟');
  expect(sourceOfDefault('rushFloorDays')).toBe('系统预设，没有文件依据');
});

test('what no document says is left to the county', () => {
  expect(SETTING_KEYS.filter((key) => DEFAULT_SETTINGS[key] === null)).toEqual([
    'onlineMeetingShare',
    'yearlyTotals',
    'reverseEvaluationWeight',
    'ceilingHours',
  ]);
});

describe('work hours', () => {
  test.each<[string, boolean]>([
    ['08:00-12:00,14:00-18:00', true],
    ['00:00-24:00', true],
    ['08:00-12:00,12:00-18:00', false],
    ['14:00-18:00,08:00-12:00', false],
    ['12:00-08:00', false],
    ['8:00-12:00', false],
    ['', false],
  ])('%s: %o', (value, isValid) => {
    expect(caps.CountySettings.shape.workHours.safeParse(value).success).toBe(isValid);
  });
});
