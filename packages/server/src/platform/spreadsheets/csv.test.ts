import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';
import { readTables } from './read-tables.ts';

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['\n=1', `"'\n=1"`],
    ["'=1", "''=1"],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['甲,乙', '"甲,乙"'],
    ['甲\n乙', '"甲\n乙"'],
    ['A=1', 'A=1'],
    ["'甲", "'甲"],
  ])('with the cell %j as %j, which no spreadsheet computes', (text, cell) => {
    expect(toCsv([[text]])).toBe(`\ufeff${cell}\r\n`);
  });

  test('comes back without its guard and the spaces around it', async () => {
    const texts = ['=1+1', "'=1", '@甲', "'甲", '甲'];
    const [rows] = await readTables(`${toCsv([texts])} 乙 ,丙`);

    expect(rows).toEqual([
      { line: 1, cells: texts },
      { line: 2, cells: ['乙', '丙'] },
    ]);
  });
});
