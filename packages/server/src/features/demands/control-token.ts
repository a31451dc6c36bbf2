/**
 * The signed text in the QR code of an admitted demand, checked without a network: what was admitted, for whom, until
 * when, and that a key of this county signed it. The bytes of `control-token-layout.ts` stand in base 32: 197
 * characters for an issuer code of two Chinese ones, 239 for the longest. All are in the alphanumeric set of QR codes
 * (ISO/IEC 18004), of which version 10 at level M holds 311: 72 are left for the address of a page, in capitals.
 */
import { decodeBase32, encodeBase32 } from './base32.ts';
import {
  DIGEST_BYTES,
  KEY_ID_BYTES,
  LONGEST_TOKEN_BYTES,
  packToken,
  toHex,
  unpackToken,
  type ControlToken,
} from './control-token-layout.ts';

/** SHA-256 of the bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Who signs: the public key, which names it, and the Ed25519 signature of a message (RFC 8032), 64 bytes. */
export interface ControlSigner {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A key that tokens were signed with. It stays in the list after its retirement, for the tokens of its time. */
export interface ControlKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** `YYYY-MM-DD`: the first day on which it may sign no more. Without it the key is in use. */
  readonly retiredOn?: string;
}

/** What a verifier knows, and what a pure file may not bring along. */
export interface ControlTrust {
  readonly keys: readonly ControlKey[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly sha256: Sha256;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

export type ControlTokenVerdict =
  /** A key in force on the day of admission signed it; `expired` from the day after `expiresOn`. */
  | { readonly state: 'valid' | 'expired'; readonly token: ControlToken }
  /** Nothing of it may be believed, so nothing of it is told. */
  | { readonly state: ControlTokenFault };

export type ControlTokenFault =
  /** None of the keys has its key id. */
  | 'unknown-key'
  /** The signature is wrong, or its key had been retired by the day of admission. */
  | 'forged'
  /** It is not formed as a token. */
  | 'malformed';

/** In characters. */
const LONGEST_TOKEN = Math.ceil((LONGEST_TOKEN_BYTES * 8) / 5);

/** The text for the QR code. Throws `RangeError` for what a token cannot hold, such as an expiry before the admission. */
export function signControlToken(token: ControlToken, { publicKey, sign }: ControlSigner, sha256: Sha256): string {
  return encodeBase32(packToken(token, keyIdOf(publicKey, sha256), sign));
}

/**
 * What the text of a QR code is worth today. It does not tell what became of the demand: that it was withdrawn, or that
 * somebody antedated it with the stolen key of former years, shows in the register only.
 */
export function verifyControlToken(text: string, { keys, today, sha256, verify }: ControlTrust): ControlTokenVerdict {
  const bytes = text.length > LONGEST_TOKEN ? undefined : decodeBase32(text);
  const unpacked = bytes && unpackToken(bytes);
  if (unpacked === undefined) return { state: 'malformed' };
  const { token, keyId, message, signature } = unpacked;
  const named = keys.filter(({ publicKey }) => toHex(keyIdOf(publicKey, sha256)) === toHex(keyId));
  if (named.length === 0) return { state: 'unknown-key' };
  const inForce = named.filter(({ retiredOn }) => retiredOn === undefined || token.admittedOn < retiredOn);
  if (!inForce.some(({ publicKey }) => verify(publicKey, message, signature))) return { state: 'forged' };
  return { state: today > token.expiresOn ? 'expired' : 'valid', token };
}

/** The digest of the bearers' codes, in whatever order and however often each is named. A code has no line break. */
export function digestBearers(codes: readonly string[], sha256: Sha256): string {
  return digest([...new Set(codes)].toSorted().join('\n'), sha256);
}

/** The digest of a title. Spaces, line breaks and the width of characters do not count: prints differ in them. */
export function digestTitle(title: string, sha256: Sha256): string {
  return digest(title.normalize('NFKC').replaceAll(/\s/gu, ''), sha256);
}

function digest(text: string, sha256: Sha256): string {
  return toHex(sha256(new TextEncoder().encode(text)).subarray(0, DIGEST_BYTES));
}

function keyIdOf(publicKey: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(publicKey).subarray(0, KEY_ID_BYTES);
}
