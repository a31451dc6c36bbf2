import { Refusal, type audit, type DeepReadonly } from '@qingzhuang/contract';
import type { Acting, Context } from '../../platform/context.ts';
import { inCounty } from '../../platform/county.ts';
import { sha256 } from '../../platform/cryptography.ts';
import type { Db } from '../../platform/db.ts';
import type { PublicKey, SigningKeys } from '../../platform/signing-keys.ts';
import { toBase64 } from './bytes.ts';
import { parseCheckpoint, signCheckpoint, type Checkpoint, type CheckpointKey } from './checkpoint.ts';
import {
  appendLeaf,
  consistencyPlaces,
  frontierPlaces,
  hashLeaf,
  inclusionPlaces,
  proveConsistency,
  proveInclusion,
  readFrontier,
  rootOf,
  type NodePlace,
  type NodeSource,
  type TreeNode,
} from './merkle.ts';
import { originOf } from './origin.ts';
import {
  findLastCheckpoint,
  findLeaf,
  getSize,
  insertCheckpoint,
  insertLeaves,
  insertNodes,
  listNodes,
  listPending,
  lockLog,
} from './store.ts';

/** What giving entries their places needs. */
export interface LogTools extends Pick<Context, 'db' | 'clock'> {
  readonly keys: SigningKeys;
}

/** So that one transaction stays short. */
const MOST_AT_ONCE = 1000;

/**
 * Gives every entry that has been committed its place in the log, and signs what the log has become. Leaves, nodes and
 * checkpoint are stored together or not at all, so a crash leaves entries waiting and nothing else.
 */
export async function sequenceLog(tools: LogTools, county: string): Promise<void> {
  for (;;) {
    const taken = await inCounty(tools.db, county, (tx) => sequenceSome(tx, tools, county));
    if (taken < MOST_AT_ONCE) return;
  }
}

async function sequenceSome(tx: Db, { keys, clock }: LogTools, county: string): Promise<number> {
  await lockLog(tx, county);
  const pending = await listPending(tx, county, MOST_AT_ONCE);
  if (pending.length === 0) return 0;
  const first = await getSize(tx, county);
  let frontier = readFrontier(first, await openNodes(tx, county, frontierPlaces(first)));
  const nodes: TreeNode[] = [];
  for (const { entry } of pending) {
    const grown = appendLeaf(frontier, hashLeaf(new TextEncoder().encode(entry), sha256), sha256);
    frontier = grown.frontier;
    nodes.push(...grown.nodes);
  }
  await insertLeaves(
    tx,
    county,
    first,
    pending.map(({ id }) => id),
  );
  await insertNodes(tx, county, nodes);
  const { size } = frontier;
  const checkpoint = { origin: originOf(county), size, root: rootOf(frontier, sha256) };
  // The key is read under the lock: a rotation under way has been finished, or waits for us.
  const signer = { name: checkpoint.origin, ...(await keys.signerOf(county, clock.today())) };
  await insertCheckpoint(tx, county, size, signCheckpoint(checkpoint, [signer], sha256));
  return pending.length;
}

async function openNodes(db: Db, county: string, places: readonly NodePlace[]): Promise<NodeSource> {
  const nodes = await listNodes(db, county, places);
  const hashes = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return (level, index) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error('The audit log lacks a node.');
    return hash;
  };
}

export async function readCheckpoint({ db, actor }: Acting): Promise<audit.SignedCheckpoint> {
  const { origin, size, note } = await getCheckpoint(db, actor.county);
  return { origin, size, note };
}

async function getCheckpoint(db: Db, county: string): Promise<Checkpoint & { readonly note: string }> {
  const last = await findLastCheckpoint(db, county);
  if (last === undefined) throw new Refusal('no-such-record');
  const checkpoint = parseCheckpoint(last.note);
  if (checkpoint === undefined) throw new Error('The last checkpoint is damaged.');
  return { ...checkpoint, note: last.note };
}

/** Proves that the log of `to` entries begins with the one of `from`. */
export async function proveLogConsistency(
  { db, actor }: Acting,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<DeepReadonly<audit.ConsistencyProof>> {
  if (to > (await getSize(db, actor.county))) throw new Refusal('no-such-record');
  const nodeAt = await openNodes(db, actor.county, consistencyPlaces(from, to));
  return { from, to, proof: proveConsistency(from, to, nodeAt, sha256).map(toBase64) };
}

/** Proves that the entry made from a row stands in the log, or `no-such-record`. */
export async function makeReceipt(
  { db, actor: { county } }: Acting,
  source: string,
  key: Readonly<Record<string, string | number>>,
): Promise<DeepReadonly<audit.AuditReceipt>> {
  const index = await findLeaf(db, county, { source, key: { county, ...key } });
  if (index === undefined) throw new Refusal('no-such-record');
  const { size, note } = await getCheckpoint(db, county);
  const leafPlace = { level: 0, index };
  const nodeAt = await openNodes(db, county, [leafPlace, ...inclusionPlaces(index, size)]);
  return {
    version: 1,
    leaf: toBase64(nodeAt(0, index)),
    index,
    proof: proveInclusion(index, size, nodeAt, sha256).map(toBase64),
    checkpoint: note,
  };
}

const DAY_MS = 86_400_000;

/** Puts a new key in the place of the county's. The old one signs nothing that comes after the log as it is now. */
export async function rotateKey(
  { db, actor: { county }, clock }: Acting,
  keys: SigningKeys,
): Promise<audit.PublicKeys> {
  await lockLog(db, county);
  const today = clock.today();
  // It may have signed control tokens today.
  const retiredOn = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  await keys.rotate(county, { today, retiredOn, lastSize: await getSize(db, county) });
  return listKeys(keys, county);
}

/** What everyone may know of the keys of one county, or of all. */
export async function listKeys(keys: SigningKeys, county?: string): Promise<audit.PublicKeys> {
  return { keys: (await keys.list(county)).map(describeKey) };
}

function describeKey({ county, publicKey, ...rest }: PublicKey): audit.PublicKey {
  return { county, origin: originOf(county), publicKey: toBase64(publicKey), ...rest };
}

export function checkpointKeyOf({ origin, publicKey, lastSize }: audit.PublicKey): CheckpointKey {
  const bytes = new Uint8Array(Buffer.from(publicKey, 'base64'));
  return { name: origin, publicKey: bytes, ...(lastSize !== null && { lastSize }) };
}
