import { beforeEach, describe, expect, test } from 'vitest';
import { createFingerprinter } from '../lineage/library/fingerprints.ts';
import type { Nearest } from '../lineage/library/fingerprint-index.ts';
import { draws, keyOf, writeDocuments, writeText } from './written-texts.ts';

/** A library that is asked by fingerprints, wherever it keeps them. */
export interface AskedLibrary {
  /** Adds documents, or replaces those of these keys. */
  add(documents: Iterable<readonly [key: string, fingerprints: Uint32Array]>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  nearest(fingerprints: Uint32Array, top: number): Promise<readonly Nearest[]>;
  frequencies(fingerprints: Uint32Array): Promise<Uint32Array>;
}

/** What every library answers, in memory or in a database. `open` gives an empty one. */
export function describeLibrary(name: string, open: () => Promise<AskedLibrary> | AskedLibrary): void {
  const fingerprint = createFingerprinter();
  let library: AskedLibrary;
  beforeEach(async () => {
    library = await open();
  });

  describe(name, () => {
    test('finds a document first by its own fingerprints, and how many it shares', async () => {
      const documents = writeDocuments(60, 2);
      await library.add(documents);
      for (const [key, fingerprints] of documents) {
        const [first] = await library.nearest(fingerprints, 1);
        const all = new Set(fingerprints).size;

        expect(first).toEqual({ key, shared: all, asked: all });
      }
    });

    test('answers in the order of what is shared, then by key, and never who shares nothing', async () => {
      const documents = writeDocuments(60, 11);
      await library.add(documents);
      const nearest = await library.nearest(documents.get(keyOf(4)) ?? EMPTY, 9);

      expect(nearest.map(({ key }) => key)).toEqual([keyOf(4), keyOf(3), keyOf(5)]);
      const [own, ...others] = nearest;
      expect(others.every(({ shared, asked }) => shared < (own?.shared ?? 0) && asked === own?.asked)).toBe(true);
    });

    test('puts who took a rare paragraph before who writes the common phrases', async () => {
      const draw = draws(4);
      const stock = writeText(300, draw);
      const rare = writeText(40, draw);
      const common = Array.from({ length: 500 }, (_, at) => {
        return [keyOf(at), fingerprint(stock + writeText(100, draw))] as const;
      });
      await library.add([...common, [keyOf(999), fingerprint(rare + writeText(300, draw))]]);
      const [first] = await library.nearest(fingerprint(stock + rare), 1);

      expect(first?.key).toBe(keyOf(999));
    });

    test('forgets what was removed and knows the new text of what was replaced', async () => {
      const [old = EMPTY, , , next = EMPTY, , , other = EMPTY] = [...writeDocuments(9, 5).values()];
      await library.add([
        [keyOf(1), old],
        [keyOf(2), other],
      ]);
      await library.add([[keyOf(1), next]]);

      expect(await library.nearest(old, 9)).toEqual([]);
      expect((await library.nearest(next, 9)).map(({ key }) => key)).toEqual([keyOf(1)]);
      expect(await library.frequencies(old.slice(0, 1))).toEqual(Uint32Array.of(0));
      await library.remove([keyOf(1)]);
      expect(await library.nearest(next, 9)).toEqual([]);
    });

    test('says in how many documents each fingerprint stands, in the order in which it was asked', async () => {
      const documents = writeDocuments(6, 8);
      await library.add(documents);
      const [first = EMPTY] = documents.values();
      const own = first.slice(-1);
      const shared = first.slice(0, 1);
      const [unknown = EMPTY] = writeDocuments(1, 9).values();

      expect(await library.frequencies(Uint32Array.of(...own, ...unknown.slice(0, 1), ...shared, ...own))).toEqual(
        Uint32Array.of(1, 0, 3, 1),
      );
    });

    test('counts a fingerprint that stands twice in a text once', async () => {
      const [fingerprints = EMPTY] = writeDocuments(1, 3).values();
      const twice = Uint32Array.of(...fingerprints, ...fingerprints);
      await library.add([[keyOf(1), twice]]);
      const all = new Set(fingerprints).size;

      expect(await library.nearest(twice, 1)).toEqual([{ key: keyOf(1), shared: all, asked: all }]);
      expect(await library.frequencies(fingerprints.slice(0, 1))).toEqual(Uint32Array.of(1));
    });

    test('answers about many equal documents in the order of their keys', async () => {
      const fingerprints = fingerprint(writeText(400, draws(8)));
      const keys = Array.from({ length: 200 }, (_, at) => keyOf((at * 77) % 200));
      await library.add(keys.map((key) => [key, fingerprints] as const));

      expect((await library.nearest(fingerprints, 3)).map(({ key }) => key)).toEqual([0, 1, 2].map(keyOf));
    });

    test('of nothing answers nothing', async () => {
      expect(await library.nearest(fingerprint(writeText(100, draws(1))), 5)).toEqual([]);
      await library.add([[keyOf(1), EMPTY]]);

      expect(await library.nearest(fingerprint(writeText(100, draws(1))), 5)).toEqual([]);
      expect(await library.nearest(EMPTY, 5)).toEqual([]);
      expect(await library.frequencies(EMPTY)).toEqual(EMPTY);
    });
  });
}

const EMPTY = new Uint32Array(0);
