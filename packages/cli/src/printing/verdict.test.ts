import type { CheckResult, Finding } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import type { CheckedFile } from '../checking/file-report.ts';
import { CHECKED, PENALTY, RUSH } from '../testing/reports.ts';
import { describeVerdict } from './verdict.ts';
import { describeMinutes } from './words.ts';

interface Case {
  readonly minutes?: number | null;
  readonly findings?: readonly Finding[];
  readonly document?: Partial<CheckResult['document']>;
  readonly unread?: CheckedFile['unread'];
}

const ANOTHER = { ...RUSH, demand: 1, hoursSaved: { low: 1, likely: 1, high: 1 } };
const SAME_DEMAND = { ...RUSH, hoursSaved: { low: 0.5, likely: 0.5, high: 0.5 } };

function fileWith({ minutes = 210, findings = [RUSH], document = {}, unread = [] }: Case): CheckedFile {
  const { result } = CHECKED;
  const perBearerMinutes = minutes === null ? null : { low: minutes, likely: minutes, high: minutes };
  return {
    ...CHECKED,
    unread,
    result: {
      ...result,
      document: { ...result.document, ...document },
      burden: { ...result.burden, perBearerMinutes },
      findings,
    },
  };
}

test.each<[Case, string]>([
  [{}, '这份任务通知让每个村多花 3.5 小时，可以省下 1 小时。'],
  [{ findings: [RUSH, SAME_DEMAND] }, '这份任务通知让每个村多花 3.5 小时，可以省下 1 小时。'],
  [{ findings: [RUSH, ANOTHER] }, '这份任务通知让每个村多花 3.5 小时，可以省下 2 小时。'],
  [{ minutes: 45 }, '这份任务通知让每个村多花 45 分钟，可以省下 45 分钟。'],
  [{ findings: [PENALTY] }, '这份任务通知让每个村多花 3.5 小时，没有发现需要修改的地方。'],
  [{ minutes: 0, findings: [] }, '这份任务通知没有给基层添事，没有发现需要修改的地方。'],
  [{ minutes: null }, '这份任务通知有 1 处需要修改；负担暂时算不出，缺少数量、频次或人数。'],
  [{ document: { recipients: ['各镇人民政府'] } }, '这份任务通知让每个乡镇（街道）多花 3.5 小时，可以省下 1 小时。'],
  [{ document: { recipients: ['各镇', '各村'] } }, '这份任务通知让每个承接单位多花 3.5 小时，可以省下 1 小时。'],
  [{ document: { kind: 'chat-message' } }, '这条群消息让每个村多花 3.5 小时，可以省下 1 小时。'],
  [{ document: { unreadable: true }, findings: [] }, '这份文件的文字无法辨认，不作结论。'],
  [
    { findings: [], unread: [{ kind: 'image', place: { page: 1 } }] },
    '这份任务通知让每个村多花 3.5 小时，没有发现需要修改的地方。还有 1 处图片没有读到，结论不完整。',
  ],
])('for %j the verdict is “%s”', (given, verdict) => {
  expect(describeVerdict(fileWith(given))).toBe(verdict);
});

test.each([
  [0.2, '1 分钟'],
  [4, '4 分钟'],
  [7.4, '5 分钟'],
  [57.4, '55 分钟'],
  [57.5, '1 小时'],
  [100, '1.5 小时'],
  [1199, '20 小时'],
  [1300, '22 小时'],
])('%d minutes read %s', (minutes, words) => {
  expect(describeMinutes(minutes)).toBe(words);
});
