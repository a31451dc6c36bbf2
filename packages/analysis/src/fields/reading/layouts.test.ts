import { expect, test } from 'vitest';
import { gridSource, type GridDraft } from '../../testing/grid-source.ts';
import { readForms } from './read-forms.ts';

function sheet(lines: readonly string[], merges: readonly string[] = []): GridDraft {
  return { sheet: '表', rows: lines.map((line) => line.split('|')), merges };
}

/** `B3 户主/姓名 元` of all forms. */
function fieldsOf(draft: GridDraft): string[] {
  const fields = readForms(gridSource(draft)).flatMap((form) => form.fields);
  return fields.map(({ cell, label, unit }) => [cell, label.join('/'), ...(unit === null ? [] : [unit])].join(' '));
}

test('two lines of labels over blanks are one subject of two rows', () => {
  const draft = sheet(
    ['高龄津贴花名册', '序号|姓名|性别|身份证号', '|住址||联系电话', '1|||'],
    ['A1:D1', 'A2:A3', 'B3:C3', 'A4:A5', 'B5:C5'],
  );
  expect(readForms(gridSource(draft))[0]?.rows).toEqual({ first: 4, last: 4, each: 2 });
  expect(fieldsOf(draft)).toEqual(['A4 序号', 'B4 姓名', 'C4 性别', 'D4 身份证号', 'B5 住址', 'D5 联系电话']);
});

test('a header printed again on the next page opens no other form', () => {
  const page = ['防汛责任人登记表', '部位|责任人|', '|姓名|电话'];
  const draft = sheet(
    [...page, '', '', ...page, '', '填表人：'],
    ['A1:C1', 'A2:A3', 'B2:C2', 'A6:C6', 'A7:A8', 'B7:C7'],
  );
  expect(fieldsOf(draft)).toEqual(['A4 部位', 'B4 责任人/姓名', 'C4 责任人/电话']);
});

test('what stands above the numbers of the columns is header, and above that head', () => {
  const draft = sheet([
    '从业人员情况|||',
    '单位详细名称：||2025年　季|',
    '指标名称|代码|单位|本季',
    '甲|乙|丙|1',
    '一、从业人员|—|—|',
    '期末人数|01|人|',
    '其中：女性|02|人|',
  ]);
  expect(fieldsOf(draft)).toEqual(['D6 从业人员/期末人数 人', 'D7 从业人员/期末人数/女性 人']);
});

test('lines over a matrix and its groups go before the names of the rows', () => {
  const parted = ['指标|单位|数量', '一、人口', '总户数|户|', '二、土地', '耕地面积|亩|'];
  expect(fieldsOf(sheet(['村情统计表', ...parted], ['A1:C1', 'A3:C3', 'A5:C5']))).toEqual([
    'C4 人口/总户数 户',
    'C6 土地/耕地面积 亩',
  ]);
  const grouped = ['收支统计表', '收入||支出|', '项目|金额|项目|金额', '经营收入||管理费用|', '补助收入||公益支出|'];
  expect(fieldsOf(sheet(grouped, ['A1:D1', 'A2:B2', 'C2:D2']))).toEqual([
    'B4 收入/经营收入',
    'D4 支出/管理费用',
    'B5 收入/补助收入',
    'D5 支出/公益支出',
  ]);
});

test('rows set in further are parts of the row above', () => {
  const { text, tables, ...rest } = gridSource(
    sheet(['农业统计表', '指标|单位|数量', '耕地面积|亩|', '水田|亩|', '旱地|亩|', '农户数|户|'], ['A1:C1']),
  );
  const setIn = new Set(['水田', '旱地']);
  const [table] = tables;
  const cells = (table?.cells ?? []).map((cell) =>
    setIn.has(text.slice(cell.start, cell.end)) ? { ...cell, indent: 2 } : cell,
  );
  const [form] = readForms({ text, tables: [{ start: 0, end: text.length, sheet: '表', cells }], ...rest });
  expect(form?.fields.map(({ label }) => label.join('/'))).toEqual([
    '耕地面积',
    '耕地面积/水田',
    '耕地面积/旱地',
    '农户数',
  ]);
});

test('sections of a card stand below or beside each other, and one without labels is itself a field', () => {
  const below = ['生活状况调查卡', '个人情况', '姓名||党龄|', '帮扶意见', '', '填表人：    填表日期：'];
  expect(fieldsOf(sheet(below, ['A1:D1', 'A2:D2', 'A4:D4', 'A5:D5', 'A6:D6']))).toEqual([
    'B3 个人情况/姓名',
    'D3 个人情况/党龄',
    'A5 帮扶意见',
  ]);
  const beside = ['创业人员信息表', '基本信息||创业信息|', '姓名：||企业名称：|', '电话：||创业时间：|'];
  expect(fieldsOf(sheet(beside, ['A1:D1', 'A2:B2', 'C2:D2']))).toEqual([
    'B3 基本信息/姓名',
    'D3 创业信息/企业名称',
    'B4 基本信息/电话',
    'D4 创业信息/创业时间',
  ]);
});

test('below the blanks of a card an inspection is a matrix of its own', () => {
  const lines = [
    '安全检查表',
    '被检查单位|||检查时间|',
    '序号|检查内容|结果|备注|',
    '1|制度是否建立||',
    '2|器材是否完好||',
  ];
  expect(fieldsOf(sheet(lines, ['A1:E1', 'B2:C2', 'D3:E3']))).toEqual([
    'B2 被检查单位',
    'E2 检查时间',
    'C4 制度是否建立/结果',
    'D4 制度是否建立/备注',
    'C5 器材是否完好/结果',
    'D5 器材是否完好/备注',
  ]);
});

test('a lone title needs no 表 at its end, months and 合计 may head columns', () => {
  expect(fieldsOf(sheet(['全县农贸市场摸排情况', '市场名称|地址|1月|2月|10月']))).toEqual([
    'A3 市场名称',
    'B3 地址',
    'C3 1月',
    'D3 2月',
    'E3 10月',
  ]);
  expect(fieldsOf(sheet(['村名|死亡人数|', '|合计|其中党员'], ['A1:A2', 'B1:C1'])).slice(1)).toEqual([
    'B3 死亡人数/合计',
    'C3 死亡人数/合计/党员',
  ]);
});

test('a tall label at the left names its rows and heads no list', () => {
  const lines = ['自建房登记表', '基本情况|房屋地址|', '|产权人|', '结论|□安全 □不安全|'];
  expect(fieldsOf(sheet(lines, ['A1:D1', 'A2:A3', 'C2:D2', 'C3:D3', 'B4:D4']))).toEqual([
    'C2 基本情况/房屋地址',
    'C3 基本情况/产权人',
    'B4 结论',
  ]);
});
