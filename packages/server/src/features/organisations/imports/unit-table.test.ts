import { describe, expect, test } from 'vitest';
import { readNature, readUnitLines, toCsv, toTable, type TableRow } from './unit-table.ts';

function table(...rows: string[][]): TableRow[] {
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}

describe('a table of units is read', () => {
  test('by its headings, wherever they stand and whatever stands beside them', () => {
    const rows = table(
      ['清河县单位名录'],
      ['序号', '单位名称（必填）', '备注', '单位代码', '性质'],
      ['1', '教育局', '老楼', '130102000001', '部门'],
      ['', '', '', '', ''],
      ['2', ' 卫健局 ', '', ' １３０１０２ 000002 ', ''],
      ['3'],
    );

    expect(readUnitLines(rows)).toEqual([
      { line: 3, code: '130102000001', name: '教育局', nature: '部门', parent: '' },
      { line: 5, code: '130102000002', name: '卫健局', nature: '', parent: '' },
    ]);
  });

  test('not at all without a heading for names', () => {
    expect(readUnitLines(table(['130102000001', '教育局']))).toBeUndefined();
    expect(readUnitLines([])).toBeUndefined();
  });

  test.each([
    ['部门', 'department'],
    ['department', 'department'],
    ['镇', 'township'],
    ['居委会', 'community'],
    ['县（市、区）', 'county'],
    ['县(市、区)', 'county'],
    ['constructor', undefined],
    ['公司', undefined],
  ])('with the nature %s as %s', (word, nature) => {
    expect(readNature(word)).toBe(nature);
  });
});

describe('a table of units is written', () => {
  test('so that it is read again as it was', () => {
    const rows = toTable([
      { code: '130102000000', name: '清河县', nature: 'county', parent: null },
      { code: '130102100201', name: '“老” 村,一组', nature: 'village', parent: '130102100000' },
    ]);

    expect(readUnitLines(table(...rows))).toEqual([
      { line: 2, code: '130102000000', name: '清河县', nature: '县（市、区）', parent: '' },
      { line: 3, code: '130102100201', name: '“老” 村,一组', nature: '村', parent: '130102100000' },
    ]);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['甲,乙', '"甲,乙"'],
    ['甲\n乙', '"甲\n乙"'],
    ['A=1', 'A=1'],
    ["'甲", "'甲"],
  ])('with the cell %j as %j, which no spreadsheet computes', (text, cell) => {
    expect(toCsv([[text]])).toBe(`\ufeff${cell}\r\n`);
  });

  test.each(['=1+1', "'=1", '@甲', "'甲", '甲'])('and the text %j comes back without its guard', (name) => {
    const cell = toCsv([[name]]).slice(1, -2);

    expect(readUnitLines(table(['名称'], [cell]))).toMatchObject([{ name }]);
  });
});
