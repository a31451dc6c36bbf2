import { createChecker, plainSource } from '@qingzhuang/analysis';
import { describe, expect, test } from 'vitest';
import type { CheckedDocument } from './demand.ts';
import { NO_FACTS } from './gate/gate-facts.ts';
import { readDraft } from './reading.ts';
import { screen } from './screening.ts';
import { asksOf } from './text-asks.ts';

const TODAY = '2026-11-22';
const VILLAGES = ['139901101201', '139901101202'];
const checker = createChecker();

type Draft = ReturnType<typeof readDraft>['draft'];
type Way = ReturnType<typeof screen>['cheaperWays'][number];

const MEETING = `关于召开冬修水利推进会的通知
各乡镇：
定于12月10日9时至12时在县政府三楼会议室召开冬修水利推进会。请各乡镇分管负责人参加。会后每日17时前报送冬修进度。

清河县水利局
2026年11月20日`;
const TASKS = `关于开展人居环境整治的通知
各镇：
一、每周五下班前报送工作进展和照片。
二、各村每天在微信群打卡。
三、各镇要成立工作专班。

清河县农业农村局
2026年11月20日`;
const WEEKLY = '防汛任务单\n各村：\n每周报送巡查情况。';
const VIDEO = `关于召开春耕生产视频会议的通知
各乡镇：
定于12月10日9时至11时召开全县春耕生产视频会议。会后各村上传现场照片。

清河县农业农村局
2026年11月20日`;

/** As the gate reads a text that is dropped. */
function read(text: string): { draft: Draft; document: CheckedDocument } {
  const result = checker.check(plainSource(text), { today: TODAY, receivedAt: `${TODAY}T10:00:00+08:00` });
  const { document, findings, burden } = result;
  const { draft } = readDraft({ document, text }, { issuer: '139901000011', units: [], today: TODAY });
  return {
    draft: { ...draft, bearers: VILLAGES },
    document: {
      findings,
      perBearerMinutes: burden.perBearerMinutes,
      asks: asksOf({ result, document, text }, draft.details),
    },
  };
}

function screened(draft: Parameters<typeof screen>[0], document: CheckedDocument): ReturnType<typeof screen> {
  const moment = { now: `${TODAY}T02:00:00.000Z`, today: TODAY };
  return screen(draft, { document, gate: NO_FACTS, settings: {}, isOffice: false, ...moment });
}

function waysOf(text: string): readonly Way[] {
  const { draft, document } = read(text);
  return screened(draft, document).cheaperWays;
}

describe.each([
  ['a meeting with a daily report', MEETING],
  ['several reports', TASKS],
  ['a weekly report', WEEKLY],
  ['a meeting on line', VIDEO],
])('%s', (_, text) => {
  test('may be had for less, and each way names the sentences that have to change', () => {
    const ways = waysOf(text);

    expect(ways.length).toBeGreaterThan(0);
    for (const { textToAlter, hoursSaved } of ways) {
      expect(hoursSaved.likely).toBeGreaterThan(0);
      expect(textToAlter?.length).toBeGreaterThan(0);
      for (const sentence of textToAlter ?? []) expect(text).toContain(sentence);
    }
  });

  test('costs no less when only the fields are changed: the text still asks it', () => {
    const { draft, document } = read(text);
    const before = screened(draft, document);
    for (const { details, proposal } of before.cheaperWays) {
      if (details === null) continue;
      const after = screened({ ...draft, details }, document);

      expect(after.totalMinutes.likely, proposal).toBe(before.totalMinutes.likely);
      expect(
        after.register.map(({ ruleId }) => ruleId),
        proposal,
      ).toContain('gate/differs-from-text');
    }
  });

  test('begins without that finding', () => {
    const { draft, document } = read(text);

    expect(screened(draft, document).register.map(({ ruleId }) => ruleId)).not.toContain('gate/differs-from-text');
  });
});

const PAGE: Draft['details'] = {
  ...{ kind: 'document', genre: null, docNumber: null, parent: null },
  ...{ characters: 800, reports: 0, plans: 0, timesPerYear: 1 },
};

/** Way, what it proposes, and the words of the text before and after. */
const ALTERED: readonly (readonly [string, string, string, readonly [string, string][]])[] = [
  ['shorten', '压缩到60分钟', MEETING, [['9时至12时', '9时至10时']]],
  ['ask-less-often', '正文里一年248次的，改为每月一次', MEETING, [['每日17时前', '每月']]],
  ['ask-less-often', '正文里一年52次的，改为每月一次', TASKS, [['每周五下班前', '每月']]],
  ['ask-less-often', '一年52次改为一次', WEEKLY, [['每周报送', '报送']]],
  [
    'send-as-text',
    '不开会，改发一页要点',
    VIDEO,
    [
      ['定于12月10日9时至11时召开全县春耕生产视频会议。会后', ''],
      ['关于召开春耕生产视频会议的通知', '关于春耕生产的通知'],
    ],
  ],
];

test.each(ALTERED)(
  '%s (%s): once the text says so, the hours fall by what was promised',
  (kind, proposal, text, words) => {
    const { draft, document } = read(text);
    const before = screened(draft, document);
    const way = before.cheaperWays.find((one) => one.way === kind && one.proposal === proposal);
    const altered = words.reduce((said, [from, to]) => said.replace(from, to), text);
    const corrected = read(altered);
    const details = way?.details ?? (kind === 'send-as-text' ? PAGE : draft.details);
    const after = screened({ ...draft, details }, corrected.document);

    expect(way).toBeDefined();
    expect(after.register.map(({ ruleId }) => ruleId)).not.toContain('gate/differs-from-text');
    const saved = (before.totalMinutes.likely - after.totalMinutes.likely) / 60;
    // Fewer words are read a little faster.
    expect(Math.abs(saved - (way?.hoursSaved.likely ?? 0))).toBeLessThan(0.1);
  },
);

test('a text that was recorded before it was asked so is counted as it was', () => {
  const { draft, document } = read(MEETING);
  const { findings, perBearerMinutes } = document;
  const recorded = screened(draft, { findings, perBearerMinutes });

  expect(recorded.perBearerMinutes).toEqual(perBearerMinutes);
  expect(recorded.cheaperWays.flatMap(({ textToAlter = [] }) => textToAlter)).toEqual([]);
});
