import { plainSource } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import { zh } from '../../messages/zh.ts';
import { findingOf, resultOf } from './testing/results.ts';
import { judge } from './verdict.ts';

const SOURCE = plainSource('文字');

function saving(likely: number, demand: number | null) {
  return findingOf({ hoursSaved: { low: likely, likely, high: likely }, demand });
}

test('the first line says who pays how much and what can be saved', () => {
  const result = resultOf([saving(2.9, 0)], { recipients: ['各村民委员会'] });
  const verdict = judge(
    { ...result, burden: { ...result.burden, perBearerMinutes: { low: 100, likely: 210, high: 300 } } },
    SOURCE,
  );

  expect(zh.verdict.headline(verdict)).toBe('这份通知让每个村多花约 3.5\u00a0小时，可以省下 3\u00a0小时');
});

test('hours unknown are not invented', () => {
  expect(zh.verdict.headline(judge(resultOf([findingOf()]), SOURCE))).toBe('这份通知有 1 处会给基层添负担');
});

test('a text with unread pictures and no findings is never all-clear', () => {
  const unread = { ...SOURCE, unread: [{ kind: 'image', place: {} }] } as const;

  expect(judge(resultOf([]), unread)).toMatchObject({ tone: 'unknown', reason: 'partly-read' });
  expect(judge(resultOf([]), SOURCE)).toMatchObject({ tone: 'clear', reason: 'checked' });
  expect(judge(resultOf([findingOf()]), unread)).toMatchObject({ tone: 'alarm', reason: 'checked', unreadParts: 1 });
});

test('unreadable and secret texts have no verdict', () => {
  expect(judge(resultOf([], { unreadable: true }), SOURCE).reason).toBe('unreadable');
  expect(judge(resultOf([findingOf()], { secrecy: '机密' }), SOURCE)).toMatchObject({
    tone: 'unknown',
    reason: 'secret',
  });
});

test('when nearly all of it can be saved, the first line says so instead of repeating the number', () => {
  const result = resultOf([saving(4, 0)]);
  const verdict = judge(
    { ...result, burden: { ...result.burden, perBearerMinutes: { low: 100, likely: 240, high: 300 } } },
    SOURCE,
  );

  expect(zh.verdict.headline(verdict)).toBe('这份通知让每个单位多花约 4\u00a0小时，几乎都可以省下');
});

test('a chat without a 主送 line burdens whom its demands name', () => {
  const demand = {
    actor: '各村',
    action: 'submit',
    object: null,
    frequency: null,
    quantity: null,
    channel: null,
    proof: [],
    consequence: null,
    deadline: null,
    modality: 4,
    start: 0,
    end: 2,
  } as const;

  expect(judge(resultOf([], { demands: [demand] }), SOURCE).bearer).toBe('village');
});
