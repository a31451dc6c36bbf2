import { expect, test } from 'vitest';
import { HOLIDAY_TABLES } from '../schedule/holidays.ts';
import { cite, citeAll, findInstrument, INSTRUMENTS } from './instruments.ts';
import { findProfile, PROFILES } from './profiles.ts';

const CONFIDENCE = ['verified', 'reported', 'unverified'];

test('no key stands twice, neither of an instrument nor of a clause within it', () => {
  const keys = INSTRUMENTS.map(({ key }) => key);

  expect(new Set(keys).size).toBe(keys.length);
  for (const { key, clauses } of INSTRUMENTS) {
    expect(new Set(clauses.map((clause) => clause.key)).size, key).toBe(clauses.length);
  }
});

test('every instrument and clause says what it is and how sure that is', () => {
  for (const { key, title, issuer, confidence, clauses } of INSTRUMENTS) {
    expect(CONFIDENCE, key).toContain(confidence);
    expect(title, key).toMatch(/\p{Script=Han}/u);
    expect(issuer, key).not.toBe('');
    for (const clause of clauses) {
      expect(CONFIDENCE, `${key}.${clause.key}`).toContain(clause.confidence);
      expect(clause.says, `${key}.${clause.key}`).toMatch(/\p{Script=Han}{4}/u);
    }
  }
});

test('no clause is surer than its instrument, except where only the clause was read', () => {
  for (const { key, confidence, clauses } of INSTRUMENTS.filter(({ confidence }) => confidence !== 'verified')) {
    for (const clause of clauses)
      expect(CONFIDENCE.indexOf(clause.confidence), `${key}.${clause.key}`).toBeGreaterThanOrEqual(
        CONFIDENCE.indexOf(confidence),
      );
  }
});

test('official pages and dates are well-formed', () => {
  for (const { key, officialPage, issued, inForce } of INSTRUMENTS) {
    if (officialPage !== null)
      expect(officialPage, key).toMatch(/^https:\/\/[a-z.]+\.(?:gov|org)\.cn\/|^https:\/\/www\.gov\.cn\//);
    for (const date of [issued, inForce]) {
      if (date !== null) expect(date, key).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);
    }
  }
});

test.each([
  ['provisions-2024.reports', '整治形式主义为基层减负若干规定', 'reported'],
  ['provisions-2024.length', '整治形式主义为基层减负若干规定', 'verified'],
  ['docs-2012.16', '党政机关公文处理工作条例', 'verified'],
  ['layout-2012.5.2.3', '党政机关公文格式', 'verified'],
  ['legality-2018.2-5', '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见', 'verified'],
])('%s cites %s, %s', (key, title, confidence) => {
  expect(cite(key)).toMatchObject({ key, title, confidence });
});

test.each([
  'provisions-2024.count',
  'provisions-2024.commands',
  'provisions-2024.evasion',
  'provisions-2024.style',
  'provisions-2024.copying',
  'provisions-2024.follow-up',
  'provisions-2024.reserved',
  'provisions-2024.meeting-length',
  'provisions-2024.meeting-scope',
  'provisions-2024.inspection-plan',
  'provisions-2024.principals',
  'provisions-2024.traces',
  'provisions-2024.secondment',
  'provisions-2024.duties',
  'docs-2012.17',
  'stat-post.ladder',
  'stat-post.17',
  'stat-law.15',
  'stat-reg.2',
  'app-2026.scope',
  'app-2026.filing',
  'app-2026.ban-1',
  'app-2026.ban-2',
  'app-2026.ban-3',
  'app-2026.ban-4',
  'fingertip-2023.groups',
  'fingertip-2023.traces',
  'fingertip-2023.one-form',
  'fingertip-2023.accounts',
  'inspect-2018.plan',
  'gansu-2018',
  'puer-2019',
  'chengdu-2025',
  'central-2025.signals',
  'duty-2024.lists',
  'cert-2020.list',
  'village-2022.plaques',
  'model-2022.4',
  'commend-2010.4',
])('the basis %s of the rulebook can be cited', (key) => {
  expect(cite(key).clause).not.toBe('');
});

test('an article is named before what it says, and an unconfirmed one is not', () => {
  expect(cite('docs-2012.17').clause).toMatch(/^第十七条：/);
  expect(cite('fingertip-2023.groups').clause).not.toMatch(/^：/);
});

test('an unknown key is a defect', () => {
  expect(() => cite('provisions-2024.nothing')).toThrow(RangeError);
  expect(() => cite('provisions-2024')).toThrow(RangeError);
});

test('house rules cite nothing', () => {
  expect(citeAll(['h/sp', 'provisions-2024.reports', 'h']).map(({ key }) => key)).toEqual(['provisions-2024.reports']);
});

test('every holiday table has its instrument', () => {
  for (const { source } of Object.values(HOLIDAY_TABLES)) expect(findInstrument(source)?.confidence).toBe('verified');
});

test('profiles are no laxer than the national limits', () => {
  for (const { key, options } of PROFILES) {
    const length = options['document/too-long'];
    expect(Number(length?.['general'] ?? 0), key).toBeLessThanOrEqual(5000);
    expect(Number(length?.['special'] ?? 0), key).toBeLessThanOrEqual(4000);
    expect(Number(options['meeting/too-long']?.['halfDayMinutes'] ?? 0), key).toBeLessThanOrEqual(240);
  }
});

test('a profile tells its place and how sure it is', () => {
  expect(findProfile('hangzhou-2014')).toMatchObject({
    place: '杭州市',
    confidence: 'verified',
    options: { 'meeting/no-meeting-day': { days: [3] } },
  });
  expect(findProfile('atlantis')).toBeNull();
});
