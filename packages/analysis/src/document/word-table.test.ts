import { expect, test } from 'vitest';
import { createWordTable } from './word-table.ts';

const table = createWordTable([
  ['不', 'not'],
  ['不得', 'ban'],
  ['不得不', 'must'],
  ['报送', 'send'],
]);

function scan(text: string, from = 0, to = text.length): string[] {
  const found: string[] = [];
  table.scan(text, from, to, (value, start, end) => found.push(`${value}@${start}-${end}`));
  return found;
}

function scanAll(text: string): string[] {
  const found: string[] = [];
  table.scanAll(text, 0, text.length, (value, start) => found.push(`${value}@${start}`));
  return found;
}

test('the longest word at a position wins', () => {
  expect(scan('不得不报送')).toEqual(['must@0-3', 'send@3-5']);
});

test('a word of one character is found where no longer one begins', () => {
  expect(scan('不报送')).toEqual(['not@0-1', 'send@1-3']);
});

test('no word reaches past the end of the range', () => {
  expect(scan('不得不', 0, 2)).toEqual(['ban@0-2']);
  expect(scan('报送', 0, 1)).toEqual([]);
});

test('scanning all finds words inside words', () => {
  expect(scanAll('不得不')).toEqual(['not@0', 'ban@0', 'must@0', 'not@2']);
});

test('the last of two values of one word is kept', () => {
  const found: number[] = [];
  createWordTable([
    ['群', 1],
    ['群', 2],
  ]).scan('群', 0, 1, (value) => found.push(value));
  expect(found).toEqual([2]);
});
