/** What the log signs from time to time: its size and root, as a signed note (c2sp.org/tlog-checkpoint). */
import { fromBase64, toBase64 } from './bytes.ts';
import {
  checkSignature,
  parseNote,
  signNote,
  type Cryptography,
  type NoteKey,
  type NoteSigner,
  type SignedNote,
} from './signed-note.ts';
import type { Sha256 } from './merkle.ts';

export interface Checkpoint {
  /** Which log it is, for ever: a URL without scheme, such as `example.cn/county/audit`. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** A key of the log. What it signs is believed up to `lastSize`: set that when the key is retired. */
export interface CheckpointKey extends NoteKey {
  readonly lastSize?: number;
}

/** Whom a verifier believes. Keys stay in the list after their retirement, for the checkpoints of their time. */
export interface CheckpointTrust extends Cryptography {
  readonly origin: string;
  readonly keys: readonly CheckpointKey[];
}

export type CheckpointFault =
  /** It is not formed as a checkpoint. */
  | 'malformed-checkpoint'
  /** It is a checkpoint of another log. */
  | 'other-origin'
  /** None of the keys signed it. */
  | 'unknown-key'
  /** A signature in the name of one of the keys is wrong. */
  | 'forged'
  /** Only keys that had been retired by then signed it. */
  | 'retired-key';

export type CheckpointVerdict = { readonly checkpoint: Checkpoint } | { readonly fault: CheckpointFault };

const ROOT_BYTES = 32;
const SIZE = /^(0|[1-9]\d{0,15})$/;

/** The checkpoint as a note with the signatures of all signers. Throws `RangeError` for what would not be read again. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[], sha256: Sha256): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
  if (readBody(text)?.origin !== checkpoint.origin) throw new RangeError('No checkpoint has such contents.');
  return signNote(text, signers, sha256);
}

/** What the note says, nothing verified, or `undefined` if it is no checkpoint. */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const signed = parseNote(note);
  return signed && readBody(signed.text);
}

/**
 * The checkpoint, if a trusted key signed it and no signature of a trusted key is wrong; otherwise why not. Signatures
 * of other keys, such as those of witnesses, are passed over.
 */
export function openCheckpoint(note: string, trust: CheckpointTrust): CheckpointVerdict {
  const signed = parseNote(note);
  const checkpoint = signed && readBody(signed.text);
  if (signed === undefined || checkpoint === undefined) return { fault: 'malformed-checkpoint' };
  if (checkpoint.origin !== trust.origin) return { fault: 'other-origin' };
  const fault = findSignatureFault(signed, checkpoint.size, trust);
  return fault === undefined ? { checkpoint } : { fault };
}

function findSignatureFault(signed: SignedNote, size: number, trust: CheckpointTrust): CheckpointFault | undefined {
  const states = trust.keys.map((key) => ({ key, state: checkSignature(signed, key, trust) }));
  if (states.some(({ state }) => state === 'bad')) return 'forged';
  const good = states.filter(({ state }) => state === 'good');
  if (good.length === 0) return 'unknown-key';
  return good.some(({ key: { lastSize = Infinity } }) => size <= lastSize) ? undefined : 'retired-key';
}

/** Lines after the third are extensions: signed, opaque and passed over. */
function readBody(text: string): Checkpoint | undefined {
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', size = '', root = ''] = lines;
  const hash = fromBase64(root);
  if (lines.includes('') || !SIZE.test(size) || hash?.length !== ROOT_BYTES) return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root: hash } : undefined;
}
