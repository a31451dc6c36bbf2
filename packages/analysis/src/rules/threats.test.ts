import { describe, expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import { wordingOrThreat } from './threats.ts';
import { pattern } from './wording.ts';

const find = wordingOrThreat('打卡', { view: 'imposed', when: [pattern('须~打卡')], unless: [/打卡地/u] });

function reported(text: string): string[] {
  const document = readDocument(plainSource(text));
  return [...find({ statements: document.statements, document, superiors: [] })]
    .filter(({ cleared }) => cleared === undefined)
    .map(({ start, end }) => document.text.slice(start, end));
}

describe('a duty told by a threat', () => {
  test.each([
    ['没打卡的按缺勤处理。', '没打卡的按缺勤处理'],
    ['不打卡就是不在岗。', '不打卡就是不在岗'],
    ['打卡不得中断。', '打卡不得中断'],
    ['不得漏打卡。', '不得漏打卡'],
  ])('is heard in %s', (text, words) => {
    expect(reported(text)).toEqual([words]);
  });

  test.each(['不打卡不扣分。', '不得以未打卡为由扣发补助。', '不用打卡,办成了就算。', '未打卡地盖章的游客名单。'])(
    'is not heard in %s',
    (text) => {
      expect(reported(text)).toEqual([]);
    },
  );

  test('is not reported twice where the demand is told as well', () => {
    expect(reported('须每天打卡,没打卡的通报。')).toHaveLength(1);
  });
});
