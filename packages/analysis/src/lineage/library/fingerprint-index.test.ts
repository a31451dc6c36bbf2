import { describe, expect, test } from 'vitest';
import { FingerprintIndex } from './fingerprint-index.ts';
import { createFingerprinter, fingerprintPlaces, GUARANTEED } from './fingerprints.ts';
import { signsOf } from '../copying/signs.ts';

const fingerprint = createFingerprinter();

/** Numbers below `limit`, the same for the same seed. */
function draws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Han characters drawn from the first 3,000 of the block. */
function writeText(characters: number, draw: (limit: number) => number): string {
  return String.fromCharCode(...Array.from({ length: characters }, () => 0x4e00 + draw(3000)));
}

/** Each document shares its first half with the next two. */
function writeDocuments(count: number, seed: number): Map<string, Uint32Array> {
  const draw = draws(seed);
  const halves = Array.from({ length: count }, () => writeText(200, draw));
  return new Map(
    halves.map((half, at) => [`文件${at}`, fingerprint(half + (halves[at - (at % 3)] ?? '') + writeText(50, draw))]),
  );
}

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

describe('the index', () => {
  test.each([11, 12, 13])('answers alike whatever the order of additions (%i)', (seed) => {
    const documents = writeDocuments(60, seed);
    const draw = draws(seed);
    const shuffled = [...documents].toSorted(() => draw(3) - 1);
    const [one, other] = [fill(documents), fill(shuffled)];
    for (const fingerprints of documents.values()) {
      expect(other.nearest(fingerprints, 5)).toEqual(one.nearest(fingerprints, 5));
    }
  });

  test('finds a document first by its own fingerprints, and how many it shares', () => {
    const documents = writeDocuments(60, 2);
    const index = fill(documents);
    for (const [key, fingerprints] of documents) {
      const [first] = index.nearest(fingerprints, 1);

      expect(first).toEqual({ key, shared: new Set(fingerprints).size, asked: new Set(fingerprints).size });
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

  test('puts who took a rare paragraph before who writes the common phrases', () => {
    const draw = draws(4);
    const stock = writeText(300, draw);
    const rare = writeText(40, draw);
    const index = new FingerprintIndex();
    for (let at = 0; at < 500; at++) index.add(`${at}`, fingerprint(stock + writeText(100, draw)));
    index.add('出处', fingerprint(rare + writeText(300, draw)));

    expect(index.nearest(fingerprint(stock + rare), 1)[0]?.key).toBe('出处');
  });

  test('forgets what was removed and knows the new text of what was replaced', () => {
    const [old = EMPTY, next = EMPTY, other = EMPTY] = [...writeDocuments(9, 5).values()].filter(
      (_, at) => at % 3 === 0,
    );
    const index = fill([
      ['甲', old],
      ['乙', other],
    ]);
    index.add('甲', next);

    expect(index.nearest(old, 9)).toEqual([]);
    expect(index.nearest(next, 9).map(({ key }) => key)).toEqual(['甲']);
    expect(index.frequencies(old.slice(0, 1))).toEqual(Uint32Array.of(0));
    expect([index.remove('甲'), index.remove('甲'), index.size, index.has('甲')]).toEqual([true, false, 1, false]);
    expect(index.nearest(next, 9)).toEqual([]);
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

  test('of nothing answers nothing', () => {
    const index = new FingerprintIndex();
    index.add('空', EMPTY);

    expect(index.nearest(fingerprint(writeText(100, draws(1))), 5)).toEqual([]);
    expect(index.nearest(EMPTY, 5)).toEqual([]);
    expect(FingerprintIndex.fromParts(new FingerprintIndex().toParts()).size).toBe(0);
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

const EMPTY = new Uint32Array(0);
