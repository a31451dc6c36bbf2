/** Signed notes: a text, an empty line, signatures (c2sp.org/signed-note). Of the signature types only Ed25519. */
import { fromBase64, sameBytes, toBase64 } from './bytes.ts';
import type { Sha256 } from './merkle.ts';

/** The Ed25519 signature (RFC 8032) of the message: 64 bytes. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

/** Whether the Ed25519 signature (RFC 8032) of the message is by the holder of the public key, 32 bytes. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** What a verifier needs and a pure file may not bring along. */
export interface Cryptography {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

/** A public key under its name: a URL without scheme, without spaces and without `+`. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export interface NoteSigner extends NoteKey {
  readonly sign: SignEd25519;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** What the signatures cover, with the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export type SignatureState = 'good' | 'bad' | 'absent';

const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const ED25519_TYPE = 1;
/** Sixteen signatures of the largest kind, 5 kB each, must be read; the rest is for the text. In UTF-16 units. */
const LONGEST_NOTE = 262_144;
const MOST_SIGNATURES = 100;

const KEY_NAME = /^[^\p{White_Space}\p{Cc}+]+$/u;
const SIGNATURE_LINE = /^— ([^\p{White_Space}+]+) ([A-Za-z0-9+/]+={0,2})$/u;
/** What has no UTF-8 of its own, and control characters; a note may hold newlines only. */
const FORBIDDEN = /[\p{Surrogate}\u0000-\u0009\u000b-\u001f]/u;

/** The first four bytes of SHA-256 over name, newline, signature type and public key (c2sp.org/signed-note). */
export function noteKeyId({ name, publicKey }: NoteKey, sha256: Sha256): Uint8Array {
  const head = new TextEncoder().encode(`${name}\n`);
  return sha256(new Uint8Array([...head, ED25519_TYPE, ...publicKey])).slice(0, KEY_ID_BYTES);
}

/** The text with the signatures of all signers. Throws `RangeError` for a text or a key that no note may have. */
export function signNote(text: string, signers: readonly NoteSigner[], sha256: Sha256): string {
  const message = new TextEncoder().encode(text);
  const lines = signers.map((signer) => {
    assertKey(signer);
    const keyId = noteKeyId(signer, sha256);
    return `— ${signer.name} ${toBase64(new Uint8Array([...keyId, ...signer.sign(message)]))}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  if (parseNote(note)?.text !== text) throw new RangeError('The text cannot be signed as a note.');
  return note;
}

/** The parts of a note, nothing verified, or `undefined` if it is not formed as a note. */
export function parseNote(note: string): SignedNote | undefined {
  if (note.length > LONGEST_NOTE || FORBIDDEN.test(note)) return undefined;
  const end = note.lastIndexOf('\n\n');
  if (end <= 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature).filter((signature) => signature !== undefined);
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : undefined;
}

/** Whether the key signed the note: `bad` if a signature in its name is wrong, even beside a good one. */
export function checkSignature(note: SignedNote, key: NoteKey, { sha256, verify }: Cryptography): SignatureState {
  const keyId = noteKeyId(key, sha256);
  const own = note.signatures.filter((signature) => signature.name === key.name && sameBytes(signature.keyId, keyId));
  if (own.length === 0) return 'absent';
  const message = new TextEncoder().encode(note.text);
  const areGood = own.every(
    ({ signature }) => signature.length === SIGNATURE_BYTES && verify(key.publicKey, message, signature),
  );
  return areGood ? 'good' : 'bad';
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = fromBase64(base64 ?? '');
  if (name === undefined || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

function assertKey({ name, publicKey }: NoteKey): void {
  if (!KEY_NAME.test(name)) throw new RangeError('The name of a key has no space and no plus sign.');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new RangeError('An Ed25519 public key has 32 bytes.');
}
