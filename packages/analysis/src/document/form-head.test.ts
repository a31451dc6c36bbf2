import { describe, expect, test } from 'vitest';
import { readFormHeads, type FormHead } from './form-head.ts';
import { normalise } from './normalise.ts';
import { plainSource, type SourceText, type TableCell } from './source-text.ts';

function formsOf(source: SourceText): FormHead[] {
  return readFormHeads(normalise(source.text), source);
}

function labelsOf(text: string): string[] {
  return formsOf(plainSource(text)).flatMap(({ fields }) => fields.map(({ label }) => label.join('/')));
}

test('the head of a lawful form', () => {
  const text = [
    '农村住房调查表',
    '表　　号：农统１表',
    '制定机关：清河县农业农村局',
    '批准文号：清统制〔2026〕3号',
    '有效期至：2027年6月',
    '报送频率：季报',
    '户主\t房屋结构\t建成年份',
    '\t\t',
    '\t\t',
  ].join('\n');
  expect(formsOf(plainSource(text))).toMatchObject([
    {
      title: '农村住房调查表',
      formNo: '农统1表',
      maker: '清河县农业农村局',
      approvalNo: '清统制〔2026〕3号',
      validUntil: '2027年6月',
      frequency: '季报',
      blankCells: 6,
    },
  ]);
});

describe('fields', () => {
  test.each([
    ['户主\t结构\t年份\n\t\t\n\t\t', ['户主', '结构', '年份']],
    ['序号\t户主\t结构\n1\t\t\n2\t\t\n…\t\t', ['户主', '结构']],
    ['姓名\t\t性别\t\n住址\t\t电话\t', ['姓名', '性别', '住址', '电话']],
    ['指标\t本期\t同期\n产量\t\t\n面积\t\t', ['产量/本期', '产量/同期', '面积/本期', '面积/同期']],
  ])('of %j are %j', (text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });

  test('under merged headers have every header in their path', () => {
    const text = '户主\t房屋\t\n\t结构\t年份\n\t\t\n';
    function cell(start: number, words: string, place: Partial<TableCell>): TableCell {
      return {
        start,
        end: start + words.length,
        row: 1,
        column: 1,
        rowSpan: 1,
        columnSpan: 1,
        ...place,
      };
    }
    const cells = [
      cell(0, '户主', { rowSpan: 2 }),
      cell(3, '房屋', { column: 2, columnSpan: 2 }),
      cell(8, '结构', { row: 2, column: 2 }),
      cell(11, '年份', { row: 2, column: 3 }),
      cell(14, '', { row: 3 }),
      cell(15, '', { row: 3, column: 2 }),
      cell(16, '', { row: 3, column: 3 }),
    ];
    const forms = formsOf({ text, blocks: [], tables: [{ start: 0, end: 16, cells }], unread: [] });
    expect(forms.flatMap(({ fields }) => fields.map(({ label }) => label.join('/')))).toEqual([
      '户主',
      '房屋/结构',
      '房屋/年份',
    ]);
  });

  test('of a form without a grid are its open labels', () => {
    expect(labelsOf('危房统计表\n填报单位：\n填表人：____\n联系电话：\n填报日期：2026年3月')).toEqual([
      '填报单位',
      '填表人',
      '联系电话',
    ]);
  });
});

test.each(['姓名\t电话\n王某\t1\n李某\t2', '请各村报送名单。', ''])('%j is no form', (text) => {
  expect(formsOf(plainSource(text))).toEqual([]);
});
