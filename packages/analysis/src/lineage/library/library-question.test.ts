import { describe, expect, test } from 'vitest';
import { chooseLists, tellingOf, weightOf } from './library-question.ts';

function lists(...postings: readonly number[]): { readonly fingerprint: number; readonly postings: number }[] {
  return postings.map((count, fingerprint) => ({ fingerprint, postings: count }));
}

describe('which lists are read', () => {
  test('the rarest first, those of equal length by their fingerprint, and none that is empty', () => {
    expect(chooseLists(lists(5, 0, 2, 5)).map(({ fingerprint }) => fingerprint)).toEqual([2, 0, 3]);
  });

  test('up to a million postings, and not one more', () => {
    expect(chooseLists(lists(400_000, 300_000, 300_000))).toHaveLength(3);
    expect(chooseLists(lists(400_001, 300_000, 300_000))).toHaveLength(2);
  });

  test('one at least, however long', () => {
    expect(chooseLists(lists(3_000_000, 2_000_000)).map(({ postings }) => postings)).toEqual([2_000_000]);
    expect(chooseLists([])).toEqual([]);
  });
});

test('a list weighs four more for every halving of its documents', () => {
  const [all, half, eighth] = [800, 400, 100].map((postings) => weightOf({ fingerprint: 1, postings }, 800));

  expect([all, half, eighth]).toEqual([1, 5, 13]);
});

describe('stock phrases', () => {
  test('stand in fifty documents and in five times as many as the rest of the text', () => {
    const fingerprints = Uint32Array.of(1, 2, 3, 4, 5);

    expect(tellingOf(fingerprints, Uint32Array.of(1, 1, 1, 49, 50))).toEqual(Uint32Array.of(1, 2, 3, 4));
    expect(tellingOf(fingerprints, Uint32Array.of(20, 20, 20, 99, 100))).toEqual(Uint32Array.of(1, 2, 3, 4));
  });
});
