import { describe, expect, test } from 'vitest';
import { plainSource } from '../../document/source-text.ts';
import { gridSource, type GridDraft } from '../../testing/grid-source.ts';
import type { Form } from '../form.ts';
import { readForms } from './read-forms.ts';

/** Rows as lines, their cells parted by strokes. */
function rowsOf(text: string): string[][] {
  return text.split('\n').map((line) => line.split('|').map((words) => words.trim()));
}

function sheet(text: string, merges: readonly string[] = []): GridDraft {
  return { sheet: '表一', rows: rowsOf(text), merges };
}

function tableOf(text: string, merges: readonly string[] = [], above: readonly string[] = []): GridDraft {
  return { rows: rowsOf(text), merges, above };
}

/** `B2 户主/姓名 text`, with unit and options behind. */
function fieldsOf(form: Form | undefined): string[] {
  return (form?.fields ?? []).map(({ cell, label, type, unit, options, isComputed }) =>
    [
      cell,
      label.join('/'),
      isComputed ? 'computed' : type,
      ...(unit === null ? [] : [unit]),
      ...(options === null ? [] : [options.join('|')]),
    ].join(' '),
  );
}

function readOne(...drafts: GridDraft[]): Form | undefined {
  const forms = readForms(gridSource(...drafts));
  expect(forms).toHaveLength(1);
  return forms[0];
}

describe('a list', () => {
  test('has a field for each column of its merged header and the rows up to its total', () => {
    const form = readOne(
      sheet(
        [
          '附件1',
          '清河县农村住房',
          '安全排查表',
          '填报单位：（盖章）      填报人：      单位：平方米',
          '序号|户主姓名|身份证号（18位）|住房情况|||联系电话*|是否低保（是/否）',
          '|||房屋结构|建筑面积|建成年份||',
          '1',
          '2',
          '合计',
          '填表说明：1.本表由各村填报。',
        ].join('\n'),
        ['A2:H2', 'A3:H3', 'A4:H4', 'A5:A6', 'B5:B6', 'C5:C6', 'D5:F5', 'G5:G6', 'H5:H6', 'A10:H10'],
      ),
    );
    expect(form).toMatchObject({
      sheet: '表一',
      table: 0,
      title: '清河县农村住房安全排查表',
      shape: 'list',
      rows: { first: 7, last: 8 },
    });
    expect(fieldsOf(form)).toEqual([
      'A7 序号 computed',
      'B7 户主姓名 text',
      'C7 身份证号 identity-number',
      'D7 住房情况/房屋结构 text',
      'E7 住房情况/建筑面积 number 平方米',
      'F7 住房情况/建成年份 date',
      'G7 联系电话 phone',
      'H7 是否低保 boolean 是|否',
    ]);
  });

  test.each([
    ['header left blank where a label reaches over', '姓名|住房|||备注\n|结构|面积（㎡）|年份', 3],
    ['column numbers', '姓名|住房|备注\n甲|1|2', 3],
    ['a row of units', '村名|面积|户数\n|亩|户', 3],
    ['an example', '序号|姓名|电话\n例|张三|138****0000\n1', 3],
    ['hints of a template', '*姓名|身份证号|民族\n必填|18位|下拉选择', 3],
    ['a total first', '单位|人数|金额\n合计||\n东村||', 3],
    ['filled rows', '台账登记表\n序号|户主|收入\n1|张三|300\n2|李四|', 3],
  ])('begins behind %s', (_, text, first) => {
    expect(readOne(sheet(text))?.rows?.first).toBe(first);
  });

  test('five levels of headers make five words of a label', () => {
    const text = ['序号|农业|||||工业', '|种植||养殖|||产值', '|粮食||猪|羊||', '|面积|产量|存栏|存栏|出栏|', '1'].join(
      '\n',
    );
    const merges = ['A1:A4', 'B1:F1', 'B2:C2', 'D2:F2', 'B3:C3', 'E3:F3', 'G2:G4'];
    expect(readOne(sheet(text, merges))?.fields.map(({ label }) => label.join('/'))).toEqual([
      '序号',
      '农业/种植/粮食/面积',
      '农业/种植/粮食/产量',
      '农业/养殖/猪/存栏',
      '农业/养殖/羊/存栏',
      '农业/养殖/羊/出栏',
      '工业/产值',
    ]);
  });

  test('names of villages are subjects, and the total below them is none', () => {
    const form = readOne(sheet('序号|村名|撂荒地面积（亩）|其中：可复耕\n1|东村\n2|西村\n合计'));
    expect(form).toMatchObject({ shape: 'list', rows: { first: 2, last: 3 } });
    expect(fieldsOf(form).slice(2)).toEqual(['C2 撂荒地面积 number 亩', 'D2 撂荒地面积/可复耕 number 亩']);
  });

  test('what a formula of the column numbers works out is computed', () => {
    const form = readOne(sheet('项目|下达资金|已支付|结余\n甲|1|2|3=1-2'));
    expect(form?.fields.map(({ isComputed }) => isComputed)).toEqual([false, false, false, true]);
  });
});

describe('several tables', () => {
  test('one below another are forms of their own', () => {
    const text = '表一 耕地情况表\n序号|地块|面积\n1\n\n表二 农机情况表\n序号|名称|台数\n1\n注：按实填写。';
    const forms = readForms(gridSource(sheet(text, ['A1:C1', 'A5:C5'])));
    expect(forms.map(({ title, rows }) => [title, rows?.first, rows?.last])).toEqual([
      ['耕地情况表', 3, 3],
      ['农机情况表', 7, 7],
    ]);
  });

  test('side by side keep the line over each of them', () => {
    const text = '救助对象公示登记表\n低保对象|||特困人员|\n姓名|保障金额||姓名|供养方式\n||||';
    const forms = readForms(gridSource(sheet(text, ['A1:E1', 'A2:B2', 'D2:E2'])));
    expect(forms.map((form) => form.fields.map(({ cell, label }) => `${cell} ${label.join('/')}`))).toEqual([
      ['A4 低保对象/姓名', 'B4 低保对象/保障金额'],
      ['D4 特困人员/姓名', 'E4 特困人员/供养方式'],
    ]);
  });

  test('on several sheets say which sheet and table they are', () => {
    const forms = readForms(gridSource({ ...sheet('户主|电话'), sheet: '甲' }, { ...sheet('地块|面积'), sheet: '乙' }));
    expect(forms.map(({ sheet: name, table }) => [name, table])).toEqual([
      ['甲', 0],
      ['乙', 1],
    ]);
  });
});

describe('a matrix', () => {
  test('has a field for each value, with what stands over its row and the unit of the row', () => {
    const text = [
      '农业生产情况',
      '指标名称|计量单位|代码|本期|上年同期',
      '甲|乙|丙|1|2',
      '一、播种面积|亩|01',
      '其中：稻谷|亩|02|—',
      '二、产量|吨|03',
    ].join('\n');
    const form = readOne(sheet(text, ['A1:E1']));
    expect(form).toMatchObject({ shape: 'matrix', rows: null });
    expect(fieldsOf(form)).toEqual([
      'D4 播种面积/本期 number 亩',
      'E4 播种面积/上年同期 number 亩',
      'E5 播种面积/稻谷/上年同期 number 亩',
      'D6 产量/本期 number 吨',
      'E6 产量/上年同期 number 吨',
    ]);
  });

  test('numbered rows stand under the rows that their numbers belong to', () => {
    const text = '指标|单位|数量\n一、人口|—|—\n（一）户籍人口|人|\n1.男性|人|\n（二）常住人口|人|';
    expect(readOne(sheet(text))?.fields.map(({ label }) => label.join('/'))).toEqual([
      '人口/户籍人口',
      '人口/户籍人口/男性',
      '人口/常住人口',
    ]);
  });

  test('two panels each have their own names', () => {
    const text = '项目|计量单位|数量|项目|计量单位|数量\n耕地|亩||农户|户|\n水田|亩||人口|人|';
    expect(fieldsOf(readOne(sheet(text)))).toEqual([
      'C2 耕地 number 亩',
      'F2 农户 number 户',
      'C3 水田 number 亩',
      'F3 人口 number 人',
    ]);
  });

  test('totals are computed', () => {
    const form = readOne(tableOf('疫苗|应种数|实种数\n乙肝疫苗||\n合计||', [], ['接种情况报表']));
    expect(form?.fields.filter(({ isComputed }) => isComputed).map(({ cell }) => cell)).toEqual(['B3', 'C3']);
  });
});

describe('a text without a form', () => {
  test.each([
    ['a schedule', tableOf('时间|内容|地点|备注\n9:00|开幕|三楼|', [], ['会议议程'])],
    ['data of a report', tableOf('村名|户数|人口\n东村|120|430\n合计|120|430')],
    ['tasks that are given out', tableOf('任务|责任单位|时限|备注\n排查|住建局|3月底|', [], ['任务分解表'])],
    ['the line of a printing body', tableOf('清河县人民政府办公室|2026年3月1日印发')],
    ['a card that is filled', tableOf('联系人|张三\n电话|0838-1234567')],
    ['old words beside new ones', tableOf('原条款|现条款|理由\n第一条|第一条 为了|完善\n第二条|第二条 本法|')],
    ['a sheet of data', sheet('空气质量\n镇|优良率\n清河镇|98%\n平安镇|96%')],
    ['nothing', tableOf('|\n|')],
  ])('%s', (_, draft) => {
    expect(readForms(gridSource(draft))).toEqual([]);
  });

  test.each([
    '请各村报送名单。',
    '关于开会的通知\n各乡镇：\n一、时间：3月1日\n附件：',
    '姓名\t电话\n王某\t1\n李某\t2',
    '',
  ])('%j', (text) => {
    expect(readForms(plainSource(text))).toEqual([]);
  });
});
