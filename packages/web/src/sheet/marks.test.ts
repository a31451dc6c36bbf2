import { expect, test } from 'vitest';
import { markEvidence, marksWithin, readingOrder } from './marks.ts';
import { findingOf } from '../features/check/testing/results.ts';

test('overlapping evidence is cut so that marks never overlap and the gravest finding comes first', () => {
  const findings = [
    findingOf({ start: 0, end: 6, severity: 'info' }),
    findingOf({ start: 4, end: 10, severity: 'error' }),
  ];

  expect(markEvidence(findings)).toEqual([
    { start: 0, end: 4, findings: [0], opens: [0] },
    { start: 4, end: 6, findings: [1, 0], opens: [1] },
    { start: 6, end: 10, findings: [1], opens: [] },
  ]);
});

test('two findings on the same words share one mark', () => {
  const findings = [findingOf({ start: 2, end: 5 }), findingOf({ start: 2, end: 5, severity: 'warning' })];

  expect(markEvidence(findings)).toEqual([{ start: 2, end: 5, findings: [0, 1], opens: [0, 1] }]);
});

test('touching findings stay apart', () => {
  const marks = markEvidence([findingOf({ start: 0, end: 3 }), findingOf({ start: 3, end: 5 })]);

  expect(marks.map(({ start, end }) => [start, end])).toEqual([
    [0, 3],
    [3, 5],
  ]);
});

test('a finding about the whole text or without evidence underlines nothing', () => {
  expect(markEvidence([findingOf({ start: 0, end: 5000 }), findingOf({ start: 7, end: 7 })])).toEqual([]);
});

test('marks are clipped to a paragraph, and only the first piece of a finding opens it', () => {
  const marks = markEvidence([findingOf({ start: 5, end: 15 })]);

  expect(marksWithin(marks, 0, 10)).toEqual([{ start: 5, end: 10, findings: [0], opens: [0] }]);
  expect(marksWithin(marks, 10, 20)).toEqual([{ start: 10, end: 15, findings: [0], opens: [] }]);
  expect(marksWithin(marks, 15, 30)).toEqual([]);
});

test('findings are read in the order of the text', () => {
  const findings = [
    findingOf({ start: 9, end: 10 }),
    findingOf({ start: 1, end: 3, severity: 'info' }),
    findingOf({ start: 1, end: 2 }),
  ];

  expect(readingOrder(findings)).toEqual([2, 1, 0]);
});
