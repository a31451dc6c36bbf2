import { describe, expect, test } from 'vitest';
import { copyFormula, growFormula } from './formula.ts';
import { Growth } from './growth.ts';

/** Three rows below row 10 of a list in rows 5 to 10. */
const GROWTHS = new Map([['表 一', new Growth([{ first: 5, last: 10, at: 11, count: 3 }])]]);
const TOTAL = { sheet: '表 一', row: 11 };

describe('rows are put in below a list', () => {
  test.each([
    ['SUM(C5:C10)', 'SUM(C5:C13)'],
    ['SUM($C$5:$C$10)', 'SUM($C$5:$C$13)'],
    ['SUM(C4:C9)', 'SUM(C4:C9)'],
    ['SUM(C1:C11)', 'SUM(C1:C14)'],
    ['C10+C11', 'C10+C14'],
    ['SUM(C:C)+SUM(5:10)', 'SUM(C:C)+SUM(5:13)'],
    ['SUM(C11:C1048576)', 'SUM(C14:C1048576)'],
    ['LOG10(C12)', 'LOG10(C15)'],
    ['TAX_C11+C11.x+_C11', 'TAX_C11+C11.x+_C11'],
    ['R11C3+RC', 'R11C3+RC'],
    ['XFE11+A1048577', 'XFE11+A1048577'],
    ['"C11"&C11&"A""C11"', '"C11"&C14&"A""C11"'],
    ["'表 一'!C11+'表 二'!C11", "'表 一'!C14+'表 二'!C11"],
    ["SUM('表 一'!$C$5:$C$10)", "SUM('表 一'!$C$5:$C$13)"],
    ["[1]Sheet1!C11+'[1]表 一'!C11", "[1]Sheet1!C11+'[1]表 一'!C11"],
    ['SUM(一月:三月!C11)', 'SUM(一月:三月!C11)'],
    ['表1[[#This Row],[C11]]+表1[C11]', '表1[[#This Row],[C11]]+表1[C11]'],
    ['IF(#REF!,#N/A,1.5E+11)', 'IF(#REF!,#N/A,1.5E+11)'],
    ['SUM(C5:C10,E5:E10 E11:E12)', 'SUM(C5:C13,E5:E13 E14:E15)'],
    ['c11', 'C14'],
  ])('%s becomes %s', (formula, expected) => {
    expect(growFormula(formula, TOTAL, GROWTHS)).toBe(expected);
  });

  test.each([
    ['its own row', 10, 'SUM(C10:E10)', 'SUM(C10:E10)'],
    ['a running total', 10, 'SUM(C$5:C10)', 'SUM(C$5:C10)'],
    ['a rank among all', 10, 'RANK(C10,C$5:C$10)', 'RANK(C10,C$5:C$13)'],
    ['a share of the total', 6, 'C6/SUM(C$5:C$10)', 'C6/SUM(C$5:C$13)'],
  ])('%s, in row %i: %s becomes %s', (_, row, formula, expected) => {
    expect(growFormula(formula, { sheet: '表 一', row }, GROWTHS)).toBe(expected);
  });

  test('a formula of another sheet means its own cells unless it names the sheet', () => {
    expect(growFormula("SUM(C5:C10)+'表 一'!C11", { sheet: '别的', row: 11 }, GROWTHS)).toBe("SUM(C5:C10)+'表 一'!C14");
  });

  test('the sum over a single row grows, the sum within it does not', () => {
    const growths = new Map([['a', new Growth([{ first: 5, last: 5, at: 6, count: 2 }])]]);

    expect(growFormula('SUM(C5:C5)', { sheet: 'A', row: 6 }, growths)).toBe('SUM(C5:C7)');
    expect(growFormula('SUM(A5:C5)', { sheet: 'A', row: 5 }, growths)).toBe('SUM(A5:C5)');
  });

  test('rows put in before a closing row stretch what covers both sides', () => {
    const growths = new Map([['a', new Growth([{ first: 5, last: 10, at: 10, count: 3 }])]]);

    expect(growFormula('SUM(C5:C10)+C10', { sheet: 'A', row: 11 }, growths)).toBe('SUM(C5:C13)+C13');
    expect(growFormula('SUM(C5:C9)', { sheet: 'A', row: 11 }, growths)).toBe('SUM(C5:C9)');
  });
});

test.each([
  ['B5*$C$1', 'B8*$C$1'],
  ["SUM('表 一'!A$5:A5)", "SUM('表 一'!A$5:A8)"],
  ['SUM(A:A)+5:5', 'SUM(A:A)+8:8'],
  ['"B5"&B1048574', '"B5"&#REF!'],
])('copied three rows down, %s reads %s', (formula, expected) => {
  expect(copyFormula(formula, 3)).toBe(expected);
});
