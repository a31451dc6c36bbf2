import { describe, expect, test } from 'vitest';
import { sha256 } from '../../testing/ed25519.ts';
import {
  appendLeaf,
  consistencyPlaces,
  EMPTY_FRONTIER,
  frontierPlaces,
  hashLeaf,
  hashNode,
  inclusionPlaces,
  proveConsistency,
  proveInclusion,
  readFrontier,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type Frontier,
  type InclusionClaim,
  type NodePlace,
  type NodeSource,
} from './merkle.ts';

/** The reference tree of certificate-transparency: entries, the root after each, proofs (index and sizes from 0). */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAF_1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const NODE_2_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const NODE_4_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const LEAF_4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const NODE_6_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const NODE_0_3 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';
const NODE_4_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const LEAF_6 = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f';

const REFERENCE = grow(ENTRIES.map(fromHex));
const MOST = 70;
const GROWN = grow(Array.from({ length: MOST }, (_, index) => new Uint8Array([index])));

describe('the reference tree', () => {
  test('a leaf and a node of the same bytes have different hashes', () => {
    const [left, right] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];

    expect(hashLeaf(new Uint8Array([...left, ...right]), sha256)).not.toEqual(hashNode(left, right, sha256));
  });

  test('every size has the known root', () => {
    expect(toHex(rootOf(EMPTY_FRONTIER, sha256))).toBe(EMPTY_ROOT);
    expect(REFERENCE.frontiers.slice(1).map((frontier) => toHex(rootOf(frontier, sha256)))).toEqual(ROOTS);
  });

  test.each([
    [0, 1, []],
    [0, 8, [LEAF_1, NODE_2_3, NODE_4_7]],
    [5, 8, [LEAF_4, NODE_6_7, NODE_0_3]],
    [2, 3, [ROOTS[1]]],
    [1, 5, [ROOTS[0], NODE_2_3, LEAF_4]],
  ])('leaf %i of %i has the known proof', (index, size, proof) => {
    expect(proveInclusion(index, size, REFERENCE.nodeAt, sha256).map(toHex)).toEqual(proof);
    expect(verifyInclusion(inclusionClaim(REFERENCE, index, size), sha256)).toBe(true);
  });

  test.each([
    [1, 1, []],
    [1, 8, [LEAF_1, NODE_2_3, NODE_4_7]],
    [6, 8, [NODE_4_5, NODE_6_7, NODE_0_3]],
    [2, 5, [NODE_2_3, LEAF_4]],
    [6, 7, [NODE_4_5, LEAF_6, NODE_0_3]],
  ])('%i leaves are shown to begin %i by the known proof', (earlierSize, size, proof) => {
    expect(proveConsistency(earlierSize, size, REFERENCE.nodeAt, sha256).map(toHex)).toEqual(proof);
    expect(verifyConsistency(consistencyClaim(REFERENCE, earlierSize, size), sha256)).toBe(true);
  });
});

describe(`all trees up to ${MOST} leaves, against the recursive definitions of RFC 9162`, () => {
  test('roots agree, and the frontier holds one hash for each 1 in the size', () => {
    for (const [size, frontier] of GROWN.frontiers.entries()) {
      expect(rootOf(frontier, sha256)).toEqual(naiveRoot(GROWN.leaves.slice(0, size)));
      expect(frontier.peaks).toHaveLength(size.toString(2).replaceAll('0', '').length);
    }
  });

  test('a frontier read from the stored nodes is the one that was held', () => {
    for (const [size, frontier] of GROWN.frontiers.entries()) {
      expect(readFrontier(size, only(GROWN.nodeAt, frontierPlaces(size)))).toEqual(frontier);
    }
  });

  test('inclusion proofs agree, verify, and ask for no other nodes than announced', () => {
    for (const [index, size] of pairs(0, MOST)) {
      const proof = proveInclusion(index, size, only(GROWN.nodeAt, inclusionPlaces(index, size)), sha256);

      expect(proof).toEqual(naivePath(index, GROWN.leaves.slice(0, size)));
      expect(verifyInclusion(inclusionClaim(GROWN, index, size), sha256)).toBe(true);
    }
  });

  test('consistency proofs agree, verify, and ask for no other nodes than announced', () => {
    for (const [earlier, size] of pairs(1, MOST)) {
      const proof = proveConsistency(earlier, size, only(GROWN.nodeAt, consistencyPlaces(earlier, size)), sha256);

      expect(proof).toEqual(naiveSubproof(earlier, GROWN.leaves.slice(0, size), true));
      expect(verifyConsistency(consistencyClaim(GROWN, earlier, size), sha256)).toBe(true);
    }
  });

  test('the empty tree and the tree itself need no proof, and take none', () => {
    for (const size of GROWN.frontiers.keys()) {
      const fromNothing = consistencyClaim(GROWN, 0, size);
      const toItself = consistencyClaim(GROWN, size, size);

      expect([fromNothing.proof, toItself.proof]).toEqual([[], []]);
      expect([fromNothing, toItself].map((claim) => verifyConsistency(claim, sha256))).toEqual([true, true]);
      const padded = [fromNothing, toItself].map((claim) => ({ ...claim, proof: [claim.root] }));
      expect(padded.map((claim) => verifyConsistency(claim, sha256))).toEqual([false, false]);
    }
  });
});

describe('tampering', () => {
  test('a leaf proves nothing at another place', () => {
    for (const [index, size] of pairs(0, MOST)) {
      const claim = inclusionClaim(GROWN, index, size);
      const elsewhere = [index - 1, index + 1, index ^ 2, index + size, size, -1, 0.5, NaN, Infinity, 2 ** 53];

      expect(elsewhere.filter((other) => verifyInclusion({ ...claim, index: other }, sha256))).toEqual([]);
    }
  });

  test('every bit of leaf, root and inclusion proof counts', () => {
    for (const [index, size] of [
      [0, 1],
      [5, 8],
      [2, 5],
      [69, 70],
      [33, 67],
    ] as const) {
      const claim = inclusionClaim(GROWN, index, size);
      const hashes = [claim.leaf, claim.root, ...claim.proof];

      for (const changed of flipEveryBit(hashes)) {
        const [leaf = claim.leaf, root = claim.root, ...proof] = changed;
        expect(verifyInclusion({ ...claim, leaf, root, proof }, sha256)).toBe(false);
      }
    }
  });

  test('every bit of both roots and of the consistency proof counts', () => {
    for (const [earlierSize, size] of [
      [1, 1],
      [6, 8],
      [64, 70],
      [33, 67],
    ] as const) {
      const claim = consistencyClaim(GROWN, earlierSize, size);

      for (const changed of flipEveryBit([claim.earlierRoot, claim.root, ...claim.proof])) {
        const [earlierRoot = claim.earlierRoot, root = claim.root, ...proof] = changed;
        expect(verifyConsistency({ ...claim, earlierRoot, root, proof }, sha256)).toBe(false);
      }
    }
  });

  test('a proof with a hash more, less, cut or out of order proves nothing', () => {
    const inclusion = inclusionClaim(GROWN, 33, 67);
    const consistency = consistencyClaim(GROWN, 33, 67);

    for (const proof of mangle(inclusion.proof)) expect(verifyInclusion({ ...inclusion, proof }, sha256)).toBe(false);
    for (const proof of mangle(consistency.proof)) {
      expect(verifyConsistency({ ...consistency, proof }, sha256)).toBe(false);
    }
  });

  test('a history that was changed, cut or swapped is not consistent', () => {
    const claim = consistencyClaim(GROWN, 33, 67);
    const wrong: readonly Partial<ConsistencyClaim>[] = [
      { earlierSize: 32 },
      { earlierSize: 34 },
      { earlierSize: 0 },
      { earlierSize: 67 },
      { earlierSize: 68 },
      { earlierSize: -1 },
      { earlierSize: 0.5 },
      { size: 64 },
      { size: 134 },
      { size: 32 },
      { size: NaN },
      { earlierRoot: claim.root, root: claim.earlierRoot },
      { proof: [] },
    ];

    expect(wrong.filter((change) => verifyConsistency({ ...claim, ...change }, sha256))).toEqual([]);
  });

  test('the empty tree counts with its own root only', () => {
    const claim = consistencyClaim(GROWN, 0, 5);

    expect(verifyConsistency({ ...claim, earlierRoot: claim.root }, sha256)).toBe(false);
  });
});

describe('a log that outgrows 32 bits', () => {
  const SIZE = 5_000_000_001;
  // All leaves are alike, so a full subtree depends on its level only.
  const levels = Array.from({ length: 40 }, () => hashLeaf(new Uint8Array(), sha256));
  for (let level = 1; level < levels.length; level += 1) {
    levels[level] = hashNode(at(levels, level - 1), at(levels, level - 1), sha256);
  }
  const root = rootOf(
    readFrontier(SIZE, (level) => at(levels, level)),
    sha256,
  );

  test('is proved in some thirty hashes', () => {
    const index = 4_999_999_998;
    const proof = proveInclusion(index, SIZE, (level) => at(levels, level), sha256);

    expect(proof.length).toBeLessThan(40);
    expect(verifyInclusion({ leaf: at(levels, 0), index, size: SIZE, root, proof }, sha256)).toBe(true);
  });

  test('is continued from its stored nodes', () => {
    const { frontier, nodes } = appendLeaf(
      readFrontier(SIZE - 1, (level) => at(levels, level)),
      at(levels, 0),
      sha256,
    );

    expect(rootOf(frontier, sha256)).toEqual(root);
    expect(nodes).toEqual([{ level: 0, index: SIZE - 1, hash: levels[0] }]);
  });
});

describe('what the log itself got wrong', () => {
  test.each([
    ['a leaf beyond the end', () => inclusionPlaces(8, 8)],
    ['a leaf before the beginning', () => inclusionPlaces(-1, 8)],
    ['half a leaf', () => frontierPlaces(0.5)],
    ['a tree that cannot be counted', () => frontierPlaces(2 ** 53)],
    ['an earlier tree that is larger', () => consistencyPlaces(9, 8)],
    ['a frontier without its hashes', () => appendLeaf({ size: 1, peaks: [] }, new Uint8Array(32), sha256)],
  ])('%s is thrown out', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

interface Grown {
  readonly leaves: readonly Uint8Array[];
  /** By size, from the empty one. */
  readonly frontiers: readonly Frontier[];
  readonly nodeAt: NodeSource;
}

function grow(entries: readonly Uint8Array[]): Grown {
  const leaves = entries.map((entry) => hashLeaf(entry, sha256));
  const stored = new Map<string, Uint8Array>();
  const frontiers: Frontier[] = [EMPTY_FRONTIER];
  for (const leaf of leaves) {
    const { frontier, nodes } = appendLeaf(at(frontiers, frontiers.length - 1), leaf, sha256);
    for (const { level, index, hash } of nodes) stored.set(`${level}/${index}`, hash);
    frontiers.push(frontier);
  }
  return { leaves, frontiers, nodeAt: (level, index) => present(stored.get(`${level}/${index}`)) };
}

function inclusionClaim({ leaves, frontiers, nodeAt }: Grown, index: number, size: number): InclusionClaim {
  const root = rootOf(at(frontiers, size), sha256);
  return { leaf: at(leaves, index), index, size, root, proof: proveInclusion(index, size, nodeAt, sha256) };
}

function consistencyClaim({ frontiers, nodeAt }: Grown, earlierSize: number, size: number): ConsistencyClaim {
  const [earlierRoot, root] = [rootOf(at(frontiers, earlierSize), sha256), rootOf(at(frontiers, size), sha256)];
  return { earlierSize, earlierRoot, size, root, proof: proveConsistency(earlierSize, size, nodeAt, sha256) };
}

/** MTH of RFC 9162, section 2.1.1, over hashes of leaves. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return at(leaves, 0);
  const k = split(leaves.length);
  return hashNode(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)), sha256);
}

/** PATH of RFC 9162, section 2.1.3.1. */
function naivePath(m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)];
}

/** SUBPROOF of RFC 9162, section 2.1.4.1. */
function naiveSubproof(m: number, leaves: readonly Uint8Array[], isKnown: boolean): readonly Uint8Array[] {
  if (m === leaves.length) return isKnown ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...naiveSubproof(m, left, isKnown), naiveRoot(right)]
    : [...naiveSubproof(m - k, right, false), naiveRoot(left)];
}

function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

/** All pairs of whole numbers with `first` ≤ smaller < larger ≤ `last`. */
function pairs(first: number, last: number): readonly (readonly [smaller: number, larger: number])[] {
  const numbers = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return numbers.flatMap((larger) => numbers.filter((smaller) => smaller < larger).map((s) => [s, larger] as const));
}

function only(nodeAt: NodeSource, places: readonly NodePlace[]): NodeSource {
  return (level, index) => {
    if (!places.some((place) => place.level === level && place.index === index)) throw new Error('Not announced.');
    return nodeAt(level, index);
  };
}

function* flipEveryBit(hashes: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  for (const [which, hash] of hashes.entries()) {
    for (let bit = 0; bit < hash.length * 8; bit += 1) {
      const place = bit >> 3;
      yield hashes.with(which, hash.with(place, at([...hash], place) ^ (1 << (bit & 7))));
    }
  }
}

function mangle(proof: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  return [
    [],
    proof.slice(1),
    proof.slice(0, -1),
    proof.toReversed(),
    [...proof, at(proof, 0)],
    [at(proof, 0), ...proof],
    [...proof, new Uint8Array()],
    proof.map((hash) => hash.slice(0, 31)),
  ];
}

function at<T>(list: readonly T[], place: number): T {
  return present(list[place]);
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not there.');
  return value;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
