import { expect, test } from 'vitest';
import { plainSource } from '../document/source-text.ts';
import { readDocument } from '../document/read-document.ts';
import type { Statement } from '../document/statements.ts';
import { groupOf, wordsOf } from './word-groups.ts';

function statementsOf(text: string): readonly Statement[] {
  return readDocument(plainSource(text)).statements;
}

test('the same words are one group', () => {
  expect(groupOf(['渡口', '码头'])).toBe(groupOf(['渡口', '码头']));
  expect(groupOf(['渡口'])).not.toBe(groupOf(['码头']));
});

test('the statements that hold a word are found beyond the first 32', () => {
  const group = groupOf(['堤坝']);
  const statements = statementsOf(
    Array.from({ length: 70 }, (_, index) => `第${index}处${index % 33 === 0 ? '堤坝' : '水渠'}已修。`).join(''),
  );
  const found = wordsOf(statements).holding(group);
  expect(found.map(({ index }) => index)).toEqual([0, 33, 66]);
});

test('a list of groups asks for a word of each', () => {
  const [pump, gate, road] = [groupOf(['水泵']), groupOf(['闸门']), groupOf(['机耕路'])];
  const statements = statementsOf('水泵修好。水泵和闸门都修好。机耕路修好。');
  const words = wordsOf(statements);
  expect(statements.map((statement) => words.holdsAll(statement, [pump, gate]))).toEqual([false, true, false]);
  expect(words.holdingAny(statements, [[pump, gate], [road]]).map(({ raw }) => raw)).toEqual([
    '水泵和闸门都修好',
    '机耕路修好',
  ]);
  expect(words.mayHoldAll(statements, [pump, gate])).toBe(true);
  expect(words.mayHoldAll(statements, [gate, road])).toBe(false);
});

test('a few statements of a long text are asked one by one', () => {
  const [mill, cave] = [groupOf(['磨坊']), groupOf(['山洞'])];
  const statements = statementsOf(
    Array.from({ length: 100 }, (_, index) => (index === 90 ? '磨坊靠山洞。' : '磨坊已修。')).join(''),
  );
  const words = wordsOf(statements);
  expect(words.holdingAny(statements.slice(89, 91), [[mill, cave]])).toEqual([statements[90]]);
  expect(words.mayHoldAll(statements.slice(89, 91), [mill, cave])).toBe(true);
  expect(words.mayHoldAll(statements.slice(80, 82), [mill, cave])).toBe(false);
});

test('groups that come in later are looked for as well, in some statements of a text too', () => {
  const statements = statementsOf('渔船靠岸。渔网晒干。渔具入库。');
  wordsOf(statements);
  const group = groupOf(['渔具']);
  expect(wordsOf(statements.slice(1)).holding(group)).toEqual([statements[2]]);
});
