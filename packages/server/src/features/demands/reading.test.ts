import { createChecker, plainSource } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { readDraft } from './reading.ts';

const TODAY = '2026-11-22';
const checker = createChecker();

/** As it is read when somebody drops it on that day. */
function detailsOf(text: string): demands.DemandDetails {
  const { document } = checker.check(plainSource(text), { today: TODAY, receivedAt: `${TODAY}T10:00:00+08:00` });
  return readDraft({ document, text }, { issuer: '139901000011', units: [], today: TODAY }).draft.details;
}

const DATE = '\n\n清河县水利局\n2026年11月20日';

describe('a meeting that also orders a daily report', () => {
  test.each([
    `关于召开防汛工作会议的通知\n各乡镇：\n定于12月10日9时至12时召开防汛工作会议。会后每日报送防汛进展情况。${DATE}`,
    '关于召开防汛工作会议的通知\n各乡镇：\n一、会议时间：12月10日9时至12时\n二、会议地点：县政府三楼会议室\n三、每日17时前报送防汛日报。',
    '会议通知\n各乡镇：\n12月10日9时至12时在县政府三楼会议室召开安全生产会。会后每天报送一次工作进展。',
    `关于召开冬修水利会的通知\n各乡镇：\n定于12月10日9时至12时召开全县冬修水利会，各乡镇每天上报进度日报表。${DATE}`,
    `关于举办统计培训会议的通知\n各乡镇：\n培训时间：12月10日上午9:00—12:00\n培训地点：县党校\n参训人员：统计员\n其他要求：实行日报告，每日上报。${DATE}`,
  ])('is held once, at its own time: %j', (text) => {
    expect(detailsOf(text)).toMatchObject({
      kind: 'meeting',
      startsAt: '2026-12-10T01:00:00.000Z',
      endsAt: '2026-12-10T04:00:00.000Z',
      timesPerYear: 1,
    });
  });
});

describe('the time of a meeting', () => {
  test.each([
    ['定于12月10日9时至12时召开推进会。', '2026-12-10T01:00:00.000Z', '2026-12-10T04:00:00.000Z'],
    ['会议时间：12月10日（周四）下午2:30—5:00', '2026-12-10T06:30:00.000Z', '2026-12-10T09:00:00.000Z'],
    ['会议时间：1月8日上午10点，会议地点：县党校，时长90分钟', '2027-01-08T02:00:00.000Z', '2027-01-08T03:30:00.000Z'],
    ['会议拟于2026年12月3日15时至16时30分举行。', '2026-12-03T07:00:00.000Z', '2026-12-03T08:30:00.000Z'],
    ['时间：12月1日9:30-11:00\n地点：三楼会议室', '2026-12-01T01:30:00.000Z', '2026-12-01T03:00:00.000Z'],
  ])('without a date of the text is the next such day: %j', (words, startsAt, endsAt) => {
    expect(detailsOf(`关于召开冬修水利推进会的通知\n各乡镇：\n${words}`)).toMatchObject({ startsAt, endsAt });
  });
});

describe('how often', () => {
  test.each<[string, string, number]>([
    ['a meeting that is itself weekly', '关于召开工作例会的通知\n各乡镇：\n每周一上午9时召开工作例会。', 52],
    ['a task ordered daily', '防汛任务单\n各村：\n每日报送巡查情况。', 248],
  ])('%s keeps its rhythm', (_, text, times) => {
    expect(detailsOf(text).timesPerYear).toBe(times);
  });
});
