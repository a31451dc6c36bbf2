import { describe, expect, test } from 'vitest';
import type { FieldType } from '../form.ts';
import { readValue } from './read-value.ts';

describe('yes and no', () => {
  test.each([
    ...(
      [
        '是',
        '√',
        '有',
        '✓',
        'Y',
        '1',
        '已办理',
        '☑是 □否',
        '■ 有　□ 无',
        '1.是',
        '（是）',
        '是（2024年）',
        '有，两辆',
      ] as const
    ).map((raw) => [raw, 'true']),
    ...(['否', '否。', '×', '非', '无', 'N', '0', '未参保', '□是 ☑否'] as const).map((raw) => [raw, 'false']),
  ])('%s is %s', (raw, value) => {
    expect(readValue(raw, 'boolean')).toEqual({ value });
  });

  test.each([
    ['不详', 'not-of-type'],
    ['未知', 'not-of-type'],
    ['已故', 'not-of-type'],
    ['□是 □否', 'empty'],
    ['☑是 ☑否', 'several'],
  ])('%s is refused as %s', (raw, code) => {
    expect(readValue(raw, 'boolean')).toMatchObject({ fault: { code } });
  });
});

describe('choices', () => {
  const sexes = ['男', '女'];
  const coded = ['1.男', '2.女'];
  const schooling = ['研究生', '大学本科', '大学专科', '高中', '初中', '小学'];
  test.each([
    ['1', sexes, '男'],
    ['01.男', sexes, '男'],
    ['男性', sexes, '男'],
    ['☑男 □女', sexes, '男'],
    ['（2）女', sexes, '女'],
    ['1', coded, '1.男'],
    ['02', coded, '2.女'],
    ['女性', coded, '2.女'],
    ['汉', ['汉族', '壮族'], '汉族'],
    ['本科', schooling, '大学本科'],
    ['大专', schooling, '大学专科'],
    ['70', schooling, '初中'],
    ['党员', ['中共党员', '中共预备党员', '群众'], '中共党员'],
    ['中共党员（预备）', ['中共党员', '中共预备党员'], '中共预备党员'],
    ['妻', ['户主', '配偶', '之子'], '配偶'],
    ['C', ['A级', 'B级', 'C级', 'D级'], 'C级'],
    ['Ⅱ级', ['一级', '二级'], '二级'],
    ['2', ['一级', '二级'], '二级'],
    ['c级危房', ['A级', 'B级', 'C级', 'D级'], 'C级'],
    ['初中毕业', schooling, '初中'],
    ['砖混结构', ['钢筋混凝土', '砖混'], '砖混'],
    ['姐姐', ['户主', '之兄弟姐妹'], '之兄弟姐妹'],
  ])('%s among %j is %s', (raw, options, value) => {
    expect(readValue(raw, 'choice', options)).toEqual({ value });
  });

  test.each([
    ['3', schooling, 'not-an-option', '大学专科'],
    ['9', schooling, 'not-an-option', null],
    ['中共党员（预备）', ['中共党员', '群众'], 'not-an-option', null],
    ['其他（聋哑）', ['配偶', '其他'], 'not-an-option', '其他'],
    ['男女', sexes, 'not-an-option', null],
    ['☑男 ☑女', sexes, 'several', null],
    ['', sexes, 'empty', null],
  ])('%s among %j is refused as %s, with %s suggested', (raw, options, code, suggestion) => {
    expect(readValue(raw, 'choice', options)).toMatchObject({ fault: { code, suggestion } });
  });

  test('without options any words will do', () => {
    expect(readValue(' 砖混 ', 'choice')).toEqual({ value: '砖混' });
  });
});

test.each([
  ['  张　三 ', '张 三'],
  ['１２栋Ａ座', '12栋A座'],
  ['第一行\r\n第二行', '第一行\n第二行'],
  ['（甲）、乙', '（甲）、乙'],
])('the text %j is kept as %j', (raw, value) => {
  expect(readValue(raw, 'text')).toEqual({ value });
});

test.each<FieldType>(['text', 'long-text', 'file', 'number', 'date', 'choice', 'boolean', 'identity-number', 'phone'])(
  'an empty answer to %s is the fault empty',
  (type) => {
    expect(readValue(' \u3000', type, ['甲', '乙'])).toMatchObject({ fault: { code: 'empty' } });
  },
);

test('an answer of any length is read or refused', () => {
  const types: readonly FieldType[] = ['number', 'date', 'choice', 'boolean', 'identity-number', 'phone'];
  for (const sign of ['9', '1,', '-', '男', '☑', '零', '(', '1 ', '/', '年']) {
    for (const type of types) {
      expect(readValue(sign.repeat(200_000), type, ['男', '女'])).toMatchObject({ fault: { code: 'not-of-type' } });
    }
  }
  expect(readValue('长'.repeat(200_000), 'long-text')).toHaveProperty('value');
});
