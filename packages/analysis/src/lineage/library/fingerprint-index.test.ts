import { describe, expect, test } from 'vitest';
import { FingerprintIndex } from './fingerprint-index.ts';
import { describeLibrary } from '../../testing/library-suite.ts';
import { draws, keyOf, writeDocuments, writeText } from '../../testing/written-texts.ts';
import { createFingerprinter, FINGERPRINT_VERSION, fingerprintPlaces, GUARANTEED } from './fingerprints.ts';
import { signsOf } from '../copying/signs.ts';

const fingerprint = createFingerprinter();

function fill(documents: Iterable<readonly [string, Uint32Array]>): FingerprintIndex {
  const index = new FingerprintIndex();
  for (const [key, fingerprints] of documents) index.add(key, fingerprints);
  return index;
}

describe('fingerprints', () => {
  test('of two texts that have a run of guaranteed signs in common, one at least is common', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const draw = draws(seed);
      // The shortest run that is promised, with signs that are left out put between in one of the texts.
      const long = writeText(200, draw);
      const length = Array.from(long).findIndex((_, at) => signsIn(long.slice(0, at)) === GUARANTEED);
      const run = long.slice(0, length);
      const broken = Array.from(run).join(draw(2) === 0 ? '' : '，1 ');
      const one = new Set(fingerprint(writeText(draw(90), draw) + run + writeText(draw(90), draw)));
      const other = fingerprint(writeText(draw(90), draw) + broken + writeText(draw(90), draw));

      expect([seed, other.some((value) => one.has(value))]).toEqual([seed, true]);
    }
  });

  // What is kept of other fingerprints would find nothing any more: whoever changes this gives the version a new number.
  test('are those of version 1', () => {
    const everything = String.fromCharCode(...Array.from({ length: 0xd800 }, (_, code) => code));
    const sum = fingerprint(everything).reduce((before, value) => (Math.imul(before, 31) + value) >>> 0, 0);

    expect([FINGERPRINT_VERSION, sum]).toEqual([1, 3_227_420_780]);
  });

  test('do not depend on what was read before', () => {
    const draw = draws(7);
    const [short, long] = [writeText(60, draw), writeText(5000, draw)];
    const before = fingerprint(short);
    fingerprint(long);

    expect(fingerprint(short)).toEqual(before);
  });

  test('are found again where they stand', () => {
    const text = writeText(400, draws(3));
    const fingerprints = fingerprint(text);
    const places = fingerprintPlaces(text, fingerprints);

    expect(new Set(places.map((place) => place.fingerprint))).toEqual(new Set(fingerprints));
    expect(places.every(({ start, end }) => signsIn(text.slice(start, end)) === 12)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['marks and numbers only', '，。1234 …… 五、六'.repeat(100)],
    ['fewer signs than a sequence', '关于做好春季防火'],
  ])('there are none of %s', (_, text) => {
    expect(fingerprint(text)).toHaveLength(0);
  });

  test('of one character a million times there is one', () => {
    expect(fingerprint('报'.repeat(1_000_000))).toHaveLength(1);
  });

  test('of a paragraph of five million characters are made within two seconds of the processor', () => {
    const text = writeText(10_000, draws(5)).repeat(500);
    const before = process.cpuUsage();
    const { length } = fingerprint(text);
    const { user, system } = process.cpuUsage(before);

    expect(length).toBeGreaterThan(500_000);
    expect(user + system).toBeLessThan(2_000_000);
  });
});

function signsIn(text: string): number {
  return signsOf(text, [{ start: 0, end: text.length }]).signs.length;
}

describeLibrary('an index in memory', () => {
  const index = new FingerprintIndex();
  return {
    add(documents) {
      for (const [key, fingerprints] of documents) index.add(key, fingerprints);
      return Promise.resolve();
    },
    remove(keys) {
      for (const key of keys) index.remove(key);
      return Promise.resolve();
    },
    nearest: (fingerprints, top) => Promise.resolve(index.nearest(fingerprints, top)),
    frequencies: (fingerprints) => Promise.resolve(index.frequencies(fingerprints)),
  };
});

describe('the index', () => {
  test('knows what it has', () => {
    const index = fill(writeDocuments(2, 1));

    expect([index.size, index.has(keyOf(1)), index.has(keyOf(2))]).toEqual([2, true, false]);
    expect([index.remove(keyOf(1)), index.remove(keyOf(1)), index.size, index.has(keyOf(1))]).toEqual([
      ...[true, false, 1, false],
    ]);
    expect(FingerprintIndex.fromParts(new FingerprintIndex().toParts()).size).toBe(0);
  });

  test.each([11, 12, 13])('answers alike whatever the order of additions (%i)', (seed) => {
    const documents = writeDocuments(60, seed);
    const draw = draws(seed);
    const shuffled = [...documents].toSorted(() => draw(3) - 1);
    const [one, other] = [fill(documents), fill(shuffled)];
    for (const fingerprints of documents.values()) {
      expect(other.nearest(fingerprints, 5)).toEqual(one.nearest(fingerprints, 5));
    }
  });

  test('finds every fingerprint of a part, whatever its size', () => {
    for (let count = 1; count <= 40; count++) {
      const index = fill(writeDocuments(count, count));
      for (const fingerprints of writeDocuments(count, count).values()) {
        expect(index.frequencies(fingerprints)).not.toContain(0);
      }
    }
  });

  test('is the same after parts were merged, stored and restored, with removals', () => {
    const documents = [...writeDocuments(90, 6)];
    const whole = fill(documents.slice(30));
    const grown = new FingerprintIndex();
    for (const [at, [key, fingerprints]] of documents.entries()) {
      grown.add(key, fingerprints);
      // A question sorts in what waits: many small parts, merged as they grow alike.
      if (at % 4 === 0) grown.nearest(fingerprints, 1);
    }
    for (const [key] of documents.slice(0, 30)) grown.remove(key);
    const restored = FingerprintIndex.fromParts(grown.toParts());
    for (const [, fingerprints] of documents) {
      const expected = whole.nearest(fingerprints, 20);

      expect(grown.nearest(fingerprints, 20)).toEqual(expected);
      expect(restored.nearest(fingerprints, 20)).toEqual(expected);
      expect(restored.frequencies(fingerprints)).toEqual(whole.frequencies(fingerprints));
    }
    expect(restored.toParts().keys).toEqual(documents.slice(30).map(([key]) => key));
  });

  test('answers about five thousand equal documents in order of their keys, within a second of the processor', () => {
    const fingerprints = fingerprint(writeText(1000, draws(8)));
    const index = fill(Array.from({ length: 5000 }, (_, at) => [String(at).padStart(4, '0'), fingerprints] as const));
    index.nearest(fingerprints, 1);
    const before = process.cpuUsage();
    const found = index.nearest(fingerprints, 3);
    const { user, system } = process.cpuUsage(before);

    expect(found.map(({ key }) => key)).toEqual(['0000', '0001', '0002']);
    expect(user + system).toBeLessThan(1_000_000);
  });
});
