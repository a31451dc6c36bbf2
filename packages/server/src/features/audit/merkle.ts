/**
 * The Merkle tree of the audit log: RFC 9162, section 2.1, which hashes as RFC 6962 does. A tree is known by its size
 * and root; a stored node is the root of a full subtree, which never changes once it is complete.
 */
import { sameBytes } from './bytes.ts';

/** SHA-256 of the bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A full subtree: the 2^level leaves that begin at leaf `index` × 2^level. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodePlace {
  readonly hash: Uint8Array;
}

/** The hash of a full subtree that the tree has. Throws if it is not there: a log without its nodes is damaged. */
export type NodeSource = (level: number, index: number) => Uint8Array;

/** What a log must hold to grow: the roots of its largest full subtrees from left to right, one for each 1 in the size. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** `leaf` is the leaf's hash. Take size and root from one signed checkpoint: a proof does not bind one to the other. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** The claim that the tree of `size` leaves begins with all leaves of an earlier one; each root signed with its size. */
export interface ConsistencyClaim {
  readonly earlierSize: number;
  readonly earlierRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** The leaves from `start` up to, not including, `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The way from the root down to a range, told upwards: what the range is joined with at each step. */
interface Climb {
  readonly bottom: Range;
  readonly siblings: readonly Range[];
}

const HASH_BYTES = 32;
// Without different prefixes a node could be passed off as an entry (RFC 9162, section 2.1.1).
const LEAF_PREFIX = 0;
const NODE_PREFIX = 1;

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The hash of a leaf with this entry (RFC 9162, section 2.1.1). */
export function hashLeaf(entry: Uint8Array, sha256: Sha256): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input[0] = LEAF_PREFIX;
  input.set(entry, 1);
  return sha256(input);
}

/** The hash of a node over its two children (RFC 9162, section 2.1.1). */
export function hashNode(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = NODE_PREFIX;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

/** The frontier with one more leaf, given its hash, and the nodes that this leaf completes, the leaf first: store these. */
export function appendLeaf(
  { size, peaks }: Frontier,
  leaf: Uint8Array,
  sha256: Sha256,
): { readonly frontier: Frontier; readonly nodes: readonly [TreeNode, ...TreeNode[]] } {
  const left = [...peaks];
  let node: TreeNode = { level: 0, index: size, hash: leaf };
  const nodes: [TreeNode, ...TreeNode[]] = [node];
  while (node.index % 2 === 1) {
    const hash = hashNode(take(left.pop()), node.hash, sha256);
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash };
    nodes.push(node);
  }
  return { frontier: { size: size + 1, peaks: [...left, node.hash] }, nodes };
}

/** The root of the tree; of the empty tree, the hash of nothing (RFC 9162, section 2.1.1). */
export function rootOf({ peaks }: Frontier, sha256: Sha256): Uint8Array {
  return peaks.length === 0 ? sha256(new Uint8Array()) : joinPeaks(peaks, sha256);
}

/** The nodes of which the frontier of a tree of this size consists. */
export function frontierPlaces(size: number): readonly NodePlace[] {
  assertCount(size);
  return fullSubtrees({ start: 0, end: size });
}

/** The frontier of the first `size` leaves, read again from the stored nodes. */
export function readFrontier(size: number, nodeAt: NodeSource): Frontier {
  return { size, peaks: frontierPlaces(size).map(({ level, index }) => nodeAt(level, index)) };
}

/** The stored nodes that `proveInclusion` asks for, so that one query can fetch them all. */
export function inclusionPlaces(index: number, size: number): readonly NodePlace[] {
  return climbFromLeaf(index, size).siblings.flatMap(fullSubtrees);
}

/** The inclusion proof of the leaf at `index` in the first `size` leaves (RFC 9162, section 2.1.3.1). */
export function proveInclusion(index: number, size: number, nodeAt: NodeSource, sha256: Sha256): readonly Uint8Array[] {
  return climbFromLeaf(index, size).siblings.map((range) => hashRange(range, nodeAt, sha256));
}

/** Whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2). Takes anything, throws nothing. */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim, sha256: Sha256): boolean {
  if (!isCount(size) || !isCount(index) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  const { siblings } = climbFromLeaf(index, size);
  if (proof.length !== siblings.length) return false;
  const reached = siblings.reduce((hash, sibling, step) => {
    const other = take(proof[step]);
    return sibling.start > index ? hashNode(hash, other, sha256) : hashNode(other, hash, sha256);
  }, leaf);
  return sameBytes(reached, root);
}

/** The stored nodes that `proveConsistency` asks for, so that one query can fetch them all. */
export function consistencyPlaces(earlierSize: number, size: number): readonly NodePlace[] {
  return consistencyRanges(earlierSize, size).flatMap(fullSubtrees);
}

/** The proof that the tree of `size` leaves continues the one of `earlierSize` (RFC 9162, section 2.1.4.1). */
export function proveConsistency(
  earlierSize: number,
  size: number,
  nodeAt: NodeSource,
  sha256: Sha256,
): readonly Uint8Array[] {
  return consistencyRanges(earlierSize, size).map((range) => hashRange(range, nodeAt, sha256));
}

/**
 * Whether nothing of the earlier tree was changed or dropped (RFC 9162, section 2.1.4.2). The empty tree and the tree
 * itself need an empty proof. Takes anything, throws nothing.
 */
export function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256): boolean {
  const { earlierSize, earlierRoot, size, root, proof } = claim;
  if (!isCount(earlierSize) || !isCount(size) || earlierSize > size) return false;
  if (!areHashes([earlierRoot, root, ...proof])) return false;
  if (earlierSize === size) return proof.length === 0 && sameBytes(earlierRoot, root);
  if (earlierSize === 0) return proof.length === 0 && sameBytes(earlierRoot, sha256(new Uint8Array()));
  return joinsBoth(claim, sha256);
}

/** Climbs from the last full part of the earlier tree to both roots at once. */
function joinsBoth({ earlierSize, earlierRoot, size, root, proof }: ConsistencyClaim, sha256: Sha256): boolean {
  const { bottom, siblings } = climbFromEnd(earlierSize, size);
  // A bottom that begins at 0 is the whole earlier tree, and its root needs no telling.
  const [start, ...path] = bottom.start === 0 ? [earlierRoot, ...proof] : proof;
  if (start === undefined || path.length !== siblings.length) return false;
  let [earlier, later] = [start, start];
  for (const [step, sibling] of siblings.entries()) {
    const other = take(path[step]);
    const onTheRight = sibling.start >= earlierSize;
    earlier = onTheRight ? earlier : hashNode(other, earlier, sha256);
    later = onTheRight ? hashNode(later, other, sha256) : hashNode(other, later, sha256);
  }
  return sameBytes(earlier, earlierRoot) && sameBytes(later, root);
}

function consistencyRanges(earlierSize: number, size: number): readonly Range[] {
  assertCount(size);
  assertCount(earlierSize);
  if (earlierSize > size) throw new RangeError('The earlier tree is larger than the later one.');
  if (earlierSize === 0 || earlierSize === size) return [];
  const { bottom, siblings } = climbFromEnd(earlierSize, size);
  return bottom.start === 0 ? siblings : [bottom, ...siblings];
}

function climbFromLeaf(index: number, size: number): Climb {
  assertCount(size);
  assertCount(index);
  if (index >= size) throw new RangeError('The tree has no such leaf.');
  return climb(index, size, ({ start, end }) => end - start === 1);
}

function climbFromEnd(earlierSize: number, size: number): Climb {
  return climb(earlierSize - 1, size, ({ end }) => end === earlierSize);
}

function climb(leaf: number, size: number, isBottom: (range: Range) => boolean): Climb {
  const siblings: Range[] = [];
  let range: Range = { start: 0, end: size };
  while (!isBottom(range)) {
    const middle = range.start + largestPower(range.end - range.start - 1);
    const left = { start: range.start, end: middle };
    const right = { start: middle, end: range.end };
    siblings.push(leaf < middle ? right : left);
    range = leaf < middle ? left : right;
  }
  return { bottom: range, siblings: siblings.reverse() };
}

function hashRange(range: Range, nodeAt: NodeSource, sha256: Sha256): Uint8Array {
  return joinPeaks(
    fullSubtrees(range).map(({ level, index }) => nodeAt(level, index)),
    sha256,
  );
}

/** A range that the tree splits off begins at a multiple of its own size, so its full subtrees are nodes of the tree. */
function fullSubtrees({ start, end }: Range): readonly NodePlace[] {
  const places: NodePlace[] = [];
  for (let from = start; from < end;) {
    const width = largestPower(end - from);
    places.push({ level: Math.round(Math.log2(width)), index: from / width });
    from += width;
  }
  return places;
}

function joinPeaks(peaks: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  return peaks.reduceRight((right, left) => hashNode(left, right, sha256));
}

/** The largest power of two that is not above the number. Shifts would end at 2^31. */
function largestPower(most: number): number {
  let power = 1;
  while (power * 2 <= most) power *= 2;
  return power;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every(({ length }) => length === HASH_BYTES);
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function assertCount(count: number): void {
  if (!isCount(count)) throw new RangeError('Sizes and places are whole numbers from 0.');
}

function take(hash: Uint8Array | undefined): Uint8Array {
  if (hash === undefined) throw new RangeError('A hash is missing: the frontier is not that of its size.');
  return hash;
}
