import { expect, test } from 'vitest';
import { changesOf, changesWithin, editsOf, isBlocked, revise, rewritesOf, takeAll, takenFrom } from './revision.ts';
import { findingOf } from './testing/results.ts';

const TEXT = '请于今天报送。\n每周报表。\n完毕';
const today = findingOf({ start: 2, end: 4, rewrite: '三日内' });
const weekly = findingOf({ start: 8, end: 13, rewrite: '', severity: 'warning' });
const whole = findingOf({ start: 0, end: 7, rewrite: '', severity: 'warning' });

test('accepted rewrites replace their words, and an empty rewrite deletes', () => {
  const edits = editsOf(
    TEXT,
    [weekly, today],
    new Map([
      [0, ''],
      [1, '三日内'],
    ]),
  );

  expect(
    changesOf(TEXT, edits)
      .map(({ after }) => after)
      .join(''),
  ).toBe('请于三日内报送。\n\n完毕');
});

test('a rewrite that touches accepted words is blocked until that one is undone', () => {
  expect(isBlocked([today, whole], new Map([[0, '改']]), 1)).toBe(true);
  expect(isBlocked([today, whole], new Map(), 1)).toBe(false);
  expect(isBlocked([today, whole], new Map([[0, '改']]), 0)).toBe(false);
});

test('accepting all takes the gravest of overlapping rewrites and leaves out findings without one', () => {
  expect(takeAll([whole, today, weekly, findingOf()], new Map())).toEqual(
    new Map([
      [1, '三日内'],
      [2, ''],
    ]),
  );
});

test('a finding is known again by rule and place when the indexes have shifted', () => {
  const kept = rewritesOf([today, weekly], new Map([[1, '每年']]));

  expect(takenFrom([weekly, today], kept)).toEqual(new Map([[0, '每年']]));
  expect(takenFrom([today], kept)).toEqual(new Map());
});

test('blocks and cells move with the words of the revised text', () => {
  const source = {
    text: TEXT,
    blocks: [
      { start: 0, end: 7, kind: 'paragraph', place: { paragraph: 1 } },
      { start: 8, end: 13, kind: 'paragraph', place: { paragraph: 2 } },
      { start: 14, end: 16, kind: 'heading', place: { paragraph: 3 } },
    ],
    tables: [],
    unread: [],
  } as const;

  const { text, blocks } = revise(
    source,
    editsOf(
      TEXT,
      [today, weekly],
      new Map([
        [0, '三日内'],
        [1, ''],
      ]),
    ),
  );

  expect(blocks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ['请于三日内报送。', 'paragraph'],
    ['完毕', 'heading'],
  ]);
});

test('a change across two paragraphs puts its new words into the first', () => {
  const edits = [{ start: 4, end: 10, text: '改' }];

  expect(changesWithin(TEXT, edits, 0, 7).map(({ after }) => after)).toEqual(['请于今天', '改']);
  expect(changesWithin(TEXT, edits, 8, 13)).toEqual([
    { kind: 'changed', before: '每周', after: '' },
    { kind: 'kept', before: '报表。', after: '报表。' },
  ]);
});
