/** What proves, without the log at hand, that an entry stands in it: the way from the entry to a signed checkpoint. */
import { fromBase64, toBase64 } from './bytes.ts';
import { openCheckpoint, type Checkpoint, type CheckpointFault, type CheckpointTrust } from './checkpoint.ts';
import { hashLeaf, verifyInclusion } from './merkle.ts';

/** `leaf` is the hash only, so that a receipt may be shown to people who may not see the entry. */
export interface Receipt {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string;
}

export type ReceiptFault =
  | CheckpointFault
  /** It is not formed as a receipt. */
  | 'malformed-receipt'
  /** It is the receipt of another entry than the one shown. */
  | 'other-entry'
  /** The proof does not lead from the leaf to the root of the checkpoint. */
  | 'not-included';

export type ReceiptVerdict =
  { readonly receipt: Receipt; readonly checkpoint: Checkpoint } | { readonly fault: ReceiptFault };

const VERSION = 1;
const KEYS = ['version', 'leaf', 'index', 'proof', 'checkpoint'];
const HASH_BYTES = 32;
/** A tree of 2^53 leaves, the most that can be counted, needs 53 hashes. */
const LONGEST_PROOF = 53;
/** In UTF-16 units: the longest checkpoint with every letter escaped, and the proof. */
const LONGEST_JSON = 2_000_000;

/** The receipt as JSON: `{ version: 1, leaf, index, proof, checkpoint }`, hashes in Base64, in one line. */
export function formatReceipt({ leaf, index, proof, checkpoint }: Receipt): string {
  return JSON.stringify({ version: VERSION, leaf: toBase64(leaf), index, proof: proof.map(toBase64), checkpoint });
}

/** The receipt that the JSON holds, nothing verified, or `undefined` if it holds none. */
export function parseReceipt(json: string): Receipt | undefined {
  const fields = parseFields(json);
  if (fields?.['version'] !== VERSION || !Object.keys(fields).every((key) => KEYS.includes(key))) return undefined;
  const { leaf, index, proof, checkpoint } = fields;
  const leafHash = readHash(leaf);
  const path = readProof(proof);
  if (leafHash === undefined || path === undefined || typeof checkpoint !== 'string') return undefined;
  return isIndex(index) ? { leaf: leafHash, index, proof: path, checkpoint } : undefined;
}

/**
 * What the receipt proves, or why it proves nothing. With the bytes of an entry it is checked that the receipt is that
 * entry's; without, only that some entry with this hash stands in the log. Needs no network and no database.
 */
export function verifyReceipt(json: string, trust: CheckpointTrust, entry?: Uint8Array): ReceiptVerdict {
  const receipt = parseReceipt(json);
  if (receipt === undefined) return { fault: 'malformed-receipt' };
  const opened = openCheckpoint(receipt.checkpoint, trust);
  if ('fault' in opened) return opened;
  const { checkpoint } = opened;
  if (!verifyInclusion({ ...receipt, ...checkpoint }, trust.sha256)) return { fault: 'not-included' };
  const isOther = entry !== undefined && toBase64(hashLeaf(entry, trust.sha256)) !== toBase64(receipt.leaf);
  return isOther ? { fault: 'other-entry' } : { receipt, checkpoint };
}

function parseFields(json: string): Partial<Record<string, unknown>> | undefined {
  if (json.length > LONGEST_JSON) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // Not JSON.
  }
}

function readProof(proof: unknown): readonly Uint8Array[] | undefined {
  if (!Array.isArray(proof) || proof.length > LONGEST_PROOF) return undefined;
  const hashes = proof.map(readHash).filter((hash) => hash !== undefined);
  return hashes.length === proof.length ? hashes : undefined;
}

function readHash(base64: unknown): Uint8Array | undefined {
  const hash = typeof base64 === 'string' ? fromBase64(base64) : undefined;
  return hash?.length === HASH_BYTES ? hash : undefined;
}

function isIndex(index: unknown): index is number {
  return Number.isSafeInteger(index) && Number(index) >= 0 && !Object.is(index, -0);
}
