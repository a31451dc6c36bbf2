import { describe, expect, test } from 'vitest';
import type { TableRow } from '../../../platform/spreadsheets/worker.ts';
import { readNature, readUnitLines, toTable } from './unit-table.ts';

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
      ['2', '卫健局', '', '１３０１０２ 000002', ''],
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
});
