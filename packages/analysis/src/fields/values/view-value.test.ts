import { describe, expect, test } from 'vitest';
import type { Field, FieldType } from '../form.ts';
import { viewValue, type ViewedElement, type ViewedField } from './view-value.ts';

function field(label: string, more: Partial<ViewedField> = {}): ViewedField {
  return { label: label.split('/'), type: 'text', unit: null, options: null, ...more };
}

function element(type: FieldType, more: Partial<ViewedElement> = {}): ViewedElement {
  return { type, unit: null, options: null, ...more };
}

describe('dates', () => {
  test.each([
    ['出生日期', '1990-05-01'],
    ['出生年月日', '1990-05-01'],
    ['出生年月', '1990-05'],
    ['出生年月（如1985.06）', '1990.05'],
    ['出生年月（格式：198506）', '199005'],
    ['出生日期/YYYYMMDD', '19900501'],
    ['出生日期（例：1985.06.01）', '1990.05.01'],
    ['出生日期（1985/06/01）', '1990/05/01'],
    ['出生年月（XXXX年XX月）', '1990年5月'],
    ['出生日期（1985年6月1日）', '1990年5月1日'],
    ['出生年份', '1990'],
    ['参加工作时间', '1990-05-01'],
  ])('%s takes %s', (label, shown) => {
    expect(viewValue('1990-05-01', field(label), element('date'), null)).toBe(shown);
  });

  test('a date that is less exact stays so', () => {
    expect(viewValue('1990', field('出生年月（如1985.06）'), element('date'), null)).toBe('1990');
    expect(viewValue('不详', field('出生年月'), element('date'), null)).toBe('不详');
  });
});

describe('yes and no', () => {
  test.each([
    ['true', '是否参保', null, '是'],
    ['false', '是否参保', null, '否'],
    ['true', '有无劳动能力', null, '有'],
    ['false', '有无劳动能力', null, '无'],
    ['true', '低保（打√）', null, '√'],
    ['false', '低保（打√）', null, ''],
    ['true', '参保情况', ['已参保', '未参保'], '已参保'],
    ['false', '参保情况', ['已参保', '未参保'], '未参保'],
    ['true', '等级', ['甲', '乙'], '是'],
    ['true', '参保', ['有', '无'], '有'],
    ['false', '参保', ['是', '否'], '否'],
    ['true', '参保', ['1.是', '2.否'], '1.是'],
  ])('%s under %s with %j is %s', (value, label, options, shown) => {
    expect(viewValue(value, field(label, { type: 'boolean', options }), element('boolean'), null)).toBe(shown);
  });
});

test.each<[string, Partial<Field>, Partial<ViewedElement>, string]>([
  ['男', { options: ['1.男', '2.女'] }, { options: ['男', '女'] }, '1.男'],
  ['女', { options: ['男性', '女性'] }, { options: ['男', '女'] }, '女性'],
  ['大学本科', { options: ['本科及以上', '大专', '高中'] }, {}, '大学本科'],
  ['大学专科', { options: ['本科', '大专', '高中'] }, {}, '大专'],
])('the option %s is given in the words of the form', (value, ofField, ofElement, shown) => {
  expect(viewValue(value, field('栏', ofField), element('choice', ofElement), null)).toBe(shown);
});

test.each([
  ['15', '公顷', '亩', '1'],
  ['12000', '万元', '元', '1.2'],
  ['15', null, '亩', '15'],
  ['5', '所', '个', '5'],
])('%s goes into a column of %s as the element keeps %s: %s', (value, unit, stored, shown) => {
  const derivation = { from: ['plot.area'], how: 'unit', by: unit ?? '' } as const;
  expect(
    viewValue(value, field('面积', { type: 'number', unit }), element('number', { unit: stored }), derivation),
  ).toBe(shown);
});

test('a share is a percentage where one is asked', () => {
  const derivation = { from: ['a', 'b'], how: 'share' } as const;
  expect(viewValue('0.1234', field('参保率', { type: 'number' }), element('number'), derivation)).toBe('12.34');
  expect(viewValue('0.5', field('女性', { type: 'number', unit: '%' }), element('number'), derivation)).toBe('50');
  expect(viewValue('0.5', field('系数', { type: 'number' }), element('number'), derivation)).toBe('0.5');
});

describe('identity numbers', () => {
  const number = element('identity-number');
  const view = { from: ['person.identity-number'], how: 'identity-view', by: 'last-6' } as const;

  test('the derivation says which view, else the label', () => {
    expect(viewValue('11010519491231002X', field('身份证后四位'), number, view)).toBe('31002X');
    const asked = field('身份证号（隐藏中间8位）', { type: 'identity-number' });
    expect(viewValue('11010519491231002X', asked, number, null)).toBe('110105********002X');
  });

  test('what was viewed already stays', () => {
    expect(viewValue('31002X', field('身份证后6位'), number, view)).toBe('31002X');
  });

  test('who has no 15 digits is given all 18', () => {
    const asked = field('身份证号（15位）', { type: 'identity-number' });
    expect(viewValue('110105200503010008', asked, number, null)).toBe('110105200503010008');
  });
});

test('a derived sex, age and birth month are values of their own type', () => {
  const number = element('identity-number');
  const from = ['person.identity-number'];
  expect(viewValue('女', field('性别', { options: ['1男', '2女'] }), number, { from, how: 'sex' })).toBe('2女');
  expect(viewValue('76', field('年龄', { type: 'number', unit: '岁' }), number, { from, how: 'age' })).toBe('76');
  const birth = { from, how: 'birth-date', by: 'month' } as const;
  expect(viewValue('1949-12', field('出生年月（如1985.06）'), number, birth)).toBe('1949.12');
});
