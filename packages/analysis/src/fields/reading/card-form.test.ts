import { expect, test } from 'vitest';
import { gridSource, type GridDraft } from '../../testing/grid-source.ts';
import { readForms } from './read-forms.ts';

function rowsOf(text: string): string[][] {
  return text.split('\n').map((line) => line.split('|').map((words) => words.trim()));
}

/** `B1 姓名` of the only form, which is a card. */
function cardOf(draft: GridDraft): string[] {
  const forms = readForms(gridSource(draft));
  expect(forms.map(({ shape }) => shape)).toEqual(['card']);
  return forms.flatMap(({ fields }) => fields.map(({ cell, label }) => `${cell} ${label.join('/')}`));
}

const CARD = [
  '姓  名||性别||照片',
  '身份证号||||',
  '家庭成员|称谓|姓名|年龄|',
  '||||',
  '||||',
  '村委会意见|（盖章） 年 月 日|||',
].join('\n');
const MERGES = ['E1:E2', 'B2:D2', 'A3:A5', 'B6:E6'];

test('answers stand beside their labels, a list inside is asked once', () => {
  const expected = [
    'B1 姓名',
    'D1 性别',
    'E1 照片',
    'B2 身份证号',
    'B4 家庭成员/称谓',
    'C4 家庭成员/姓名',
    'D4 家庭成员/年龄',
    'B6 村委会意见',
  ];
  expect(cardOf({ rows: rowsOf(CARD), merges: MERGES })).toEqual(expected);
  // A workbook forgets the blanks behind the last word of a row.
  expect(cardOf({ sheet: '卡', rows: rowsOf(CARD), merges: MERGES })).toEqual(expected);
});

test.each([
  [
    'a merged group',
    '户主|姓名||性别|\n|电话||学历|',
    ['A1:A2'],
    ['C1 户主/姓名', 'E1 户主/性别', 'C2 户主/电话', 'E2 户主/学历'],
  ],
  [
    'a group above blanks',
    '户主|姓名||性别|\n|电话||学历|',
    [],
    ['C1 户主/姓名', 'E1 户主/性别', 'C2 户主/电话', 'E2 户主/学历'],
  ],
  [
    'labels above',
    '姓名|性别|民族\n||\n学历|专业|邮箱\n||',
    [],
    ['A2 姓名', 'B2 性别', 'C2 民族', 'A4 学历', 'B4 专业', 'C4 邮箱'],
  ],
  [
    'named rows',
    '姓名||性别|\n关系|姓名|年龄|职业\n父亲|||\n母亲|||',
    [],
    [
      'B1 姓名',
      'D1 性别',
      'B3 父亲/姓名',
      'C3 父亲/年龄',
      'D3 父亲/职业',
      'B4 母亲/姓名',
      'C4 母亲/年龄',
      'D4 母亲/职业',
    ],
  ],
  [
    'parts of an answer',
    '住址|县||村||组|\n电话||||||',
    ['B2:G2'],
    ['C1 住址/县', 'E1 住址/村', 'G1 住址/组', 'B2 电话'],
  ],
  ['labels with their blanks inside', '姓名：|性别：\n电话：|民族：', [], ['A1 姓名', 'B1 性别', 'A2 电话', 'B2 民族']],
  ['blanks within words', '家庭|人口____人，劳动力____人\n备注|', [], ['B1 家庭/人口', 'B1 家庭/劳动力', 'B2 备注']],
  ['some answers filled in', '姓名|张三|性别|男\n电话||学历|', [], ['B1 姓名', 'D1 性别', 'B2 电话', 'D2 学历']],
])('%s', (_, text, merges, expected) => {
  expect(cardOf({ rows: rowsOf(text), merges })).toEqual(expected);
});

test('sections are the outermost words, who signs is not asked', () => {
  const text = [
    '企业登记表',
    '一、基本信息',
    '企业名称||法人|',
    '二、经营情况（单位：万元）',
    '营业收入||从业人数|',
    '填表人：    联系电话：',
  ].join('\n');
  const draft = { sheet: '企业', rows: rowsOf(text), merges: ['A1:D1', 'A2:D2', 'A4:D4', 'A6:D6'] };
  const [form] = readForms(gridSource(draft));
  expect(form?.fields.map(({ label, unit }) => [...label, unit])).toEqual([
    ['基本信息', '企业名称', null],
    ['基本信息', '法人', null],
    ['经营情况', '营业收入', '万元'],
    ['经营情况', '从业人数', null],
  ]);
});

test('what may be chosen, units and dates stand in the space for the answer', () => {
  const text = '性别|□男 □女|出生日期|  年  月  日\n等级|1.一级 2.二级|收入|    元/年\n面积||亩|';
  const [form] = readForms(gridSource({ rows: rowsOf(text) }));
  expect(form?.fields.map(({ label, type, unit, options }) => [label.join(), type, unit, options])).toEqual([
    ['性别', 'choice', null, ['男', '女']],
    ['出生日期', 'date', null, null],
    ['等级', 'choice', null, ['一级', '二级']],
    ['收入', 'number', '元/年', null],
    ['面积', 'number', '亩', null],
  ]);
});
