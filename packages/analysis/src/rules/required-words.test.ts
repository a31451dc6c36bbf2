import { describe, expect, test } from 'vitest';
import { splitAlternatives } from './required-words.ts';

function required(source: string): string[][][] {
  return splitAlternatives(source).map((part) => part.required.map((clause) => [...clause].toSorted()));
}

describe('what a pattern needs', () => {
  test.each([
    ['截图', [[['截图']]]],
    ['(?:截|抓)图', [[['截图', '抓图'].toSorted()]]],
    ['[截抓]图', [[['截图', '抓图'].toSorted()]]],
    ['截屏?图', [[['截图', '截屏图'].toSorted()]]],
    ['每天[^□。;]{0,12}?报送', [[['每天'], ['报送']].toSorted()]],
    ['(?:每天|天天)[^。]{0,9}(?:照片|视频)', [[['天天', '每天'], ['照片', '视频'].toSorted()]]],
    ['(?<!不)打卡(?!地)', [[['打卡']]]],
    ['\\d+分', [[['分']]]],
    ['\\p{Script=Han}{1,4}群', [[['群']]]],
    ['(?:不得)?请假', [[['请假']]]],
    ['\\d{2}', [[]]],
    ['.*', [[]]],
  ])('%s', (source, expected) => {
    expect(required(source).map((clauses) => clauses.toSorted())).toEqual(
      expected.map((clauses) => clauses.toSorted()),
    );
  });
});

test('alternatives at the top are told apart, with and without brackets around them', () => {
  expect(splitAlternatives('(?:打卡|签到[^。]{0,4}定位)').map(({ source }) => source)).toEqual([
    '打卡',
    '签到[^。]{0,4}定位',
  ]);
  expect(splitAlternatives('打卡|签到').map(({ source }) => source)).toEqual(['打卡', '签到']);
  expect(splitAlternatives('(?:打卡)(?:签到)').map(({ source }) => source)).toEqual(['(?:打卡)(?:签到)']);
});

test('a word inside another is the only one asked for', () => {
  expect(required('开(?:会议|会)')).toEqual([[['开会']]]);
});

test('a pattern that may match nothing needs nothing', () => {
  expect(required('(?:截图)?')).toEqual([[]]);
});
