import { expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import { compareChain } from './chain.ts';

const CITY = '各县要在汛前逐一排查病险水库和地质灾害点，列出清单。各村每季度走访一次独居老人，填写走访表。';
const COUNTY = '各镇要在汛前逐一排查病险水库和地质灾害点，列出清单。各村每月走访一次独居老人，填写走访表。';
const TOWN =
  '水务站5月10日前换好老街的水泵，钱从镇财政出。各村每周走访一次独居老人，填写走访表，每天在工作群上传照片。';

const levels = compareChain([CITY, COUNTY, TOWN].map((text) => readDocument(plainSource(text))));

test('the first level stands beside nothing', () => {
  expect(levels[0]).toMatchObject({ comparison: null, minutesAdded: null });
});

test('each further level is held against the one above it', () => {
  const raised = levels.map(({ comparison }) => comparison?.raised.map(({ superior }) => superior.quote) ?? []);

  expect(raised[1]?.join()).toContain('每季度');
  expect(raised[2]?.join()).toContain('每月');
  expect(levels[1]?.comparison?.copiedShare).toBeGreaterThan(0.8);
  expect(levels[2]?.comparison?.copiedShare).toBeLessThan(0.6);
});

test('what a level asks more often costs its bearers minutes', () => {
  expect(levels[1]?.minutesAdded).toBeGreaterThan(0);
  expect(levels[2]?.minutesAdded).toBeGreaterThan(0);
});

test('a measure with its own actor, day or money is value added', () => {
  expect(levels[1]?.valueAdded).toBe(0);
  expect(levels[2]?.valueAdded).toBeGreaterThan(0);
});
