/**
 * The bytes of a control token, version 1; numbers have the high byte first:
 *
 * | bytes | content |
 * | ----- | ------- |
 * | 1     | version, 1 |
 * | 4     | key id: the first bytes of SHA-256 over the public key |
 * | 10    | control code without dashes, ASCII |
 * | 1     | kind, its place in `DEMAND_KINDS` |
 * | 2     | day of admission, days after 2000-01-01 |
 * | 2     | last day of validity, likewise |
 * | 16    | digest of the bearers |
 * | 16    | digest of the title |
 * | 1 + n | issuer code, UTF-8, n from 1 to 32, after its length |
 * | 64    | Ed25519 signature (RFC 8032) over the name of the format and all bytes before |
 */
import { dayNumber, formatDay } from '@qingzhuang/analysis';
import { readControlCode } from './control-code.ts';

/** The eight kinds. Tokens hold the place in this list: append, never reorder. */
export const DEMAND_KINDS = [
  'meeting',
  'document',
  'form',
  'inspection',
  'task',
  'platform',
  'plaque',
  'campaign',
] as const;

/** What a token says. */
export interface ControlToken {
  /** As printed, `QH26-7K3F-P1`. */
  readonly code: string;
  /** 1 to 32 bytes of UTF-8. */
  readonly issuerCode: string;
  readonly kind: (typeof DEMAND_KINDS)[number];
  /** From `digestBearers`: 32 hexadecimal digits. */
  readonly bearersDigest: string;
  /** From `digestTitle`: 32 hexadecimal digits. */
  readonly titleDigest: string;
  /** Days, `YYYY-MM-DD`, from 2000-01-01 to 2179-06-06. On `expiresOn` the demand is still valid. */
  readonly admittedOn: string;
  readonly expiresOn: string;
}

/** A token taken apart; `message` is what the signature covers. */
export interface UnpackedToken {
  readonly token: ControlToken;
  readonly keyId: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

export const KEY_ID_BYTES = 4;
export const DIGEST_BYTES = 16;

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const LONGEST_ISSUER_BYTES = 32;

const KEY_ID_AT = 1;
const CODE_AT = KEY_ID_AT + KEY_ID_BYTES;
const KIND_AT = CODE_AT + 10;
const ADMITTED_AT = KIND_AT + 1;
const EXPIRES_AT = ADMITTED_AT + 2;
const BEARERS_AT = EXPIRES_AT + 2;
const TITLE_AT = BEARERS_AT + DIGEST_BYTES;
const ISSUER_LENGTH_AT = TITLE_AT + DIGEST_BYTES;
const ISSUER_AT = ISSUER_LENGTH_AT + 1;

export const LONGEST_TOKEN_BYTES = ISSUER_AT + LONGEST_ISSUER_BYTES + SIGNATURE_BYTES;

const DAY_ZERO = dayNumber('2000-01-01');
/** Signed with every token, so that no signature of the same key for another purpose can pass for one of a token. */
const FORMAT_NAME = new TextEncoder().encode('qingzhuang control token\n');

/** The token signed. Throws `RangeError` for what `unpackToken` would not read as it was given. */
export function packToken(
  token: ControlToken,
  keyId: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
): Uint8Array {
  const encoder = new TextEncoder();
  const issuer = encoder.encode(token.issuerCode);
  const body = new Uint8Array(ISSUER_AT + issuer.length);
  const view = new DataView(body.buffer);
  view.setUint8(0, VERSION);
  body.set(keyId, KEY_ID_AT);
  encoder.encodeInto(token.code.replaceAll('-', ''), body.subarray(CODE_AT, KIND_AT));
  view.setUint8(KIND_AT, DEMAND_KINDS.indexOf(token.kind));
  view.setUint16(ADMITTED_AT, dayNumber(token.admittedOn) - DAY_ZERO);
  view.setUint16(EXPIRES_AT, dayNumber(token.expiresOn) - DAY_ZERO);
  body.set(fromHex(token.bearersDigest), BEARERS_AT);
  body.set(fromHex(token.titleDigest), TITLE_AT);
  view.setUint8(ISSUER_LENGTH_AT, issuer.length);
  body.set(issuer, ISSUER_AT);
  const bytes = new Uint8Array([...body, ...sign(messageOf(body))]);
  if (!isSame(unpackToken(bytes)?.token, token)) throw new RangeError('A token cannot hold this.');
  return bytes;
}

/** The parts of the token, nothing verified, or `undefined` if the bytes are none. */
export function unpackToken(bytes: Uint8Array): UnpackedToken | undefined {
  const issuerBytes = bytes[ISSUER_LENGTH_AT] ?? 0;
  const signatureAt = ISSUER_AT + issuerBytes;
  if (bytes[0] !== VERSION || bytes.length !== signatureAt + SIGNATURE_BYTES) return undefined;
  const token = readToken(bytes.subarray(0, signatureAt));
  return (
    token && {
      token,
      keyId: bytes.subarray(KEY_ID_AT, CODE_AT),
      message: messageOf(bytes.subarray(0, signatureAt)),
      signature: bytes.subarray(signatureAt),
    }
  );
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readToken(body: Uint8Array): ControlToken | undefined {
  const code = readCode(body.subarray(CODE_AT, KIND_AT));
  const kind = DEMAND_KINDS[body[KIND_AT] ?? DEMAND_KINDS.length];
  const issuerCode = readIssuer(body.subarray(ISSUER_AT));
  const [admittedOn, expiresOn] = [readDay(body, ADMITTED_AT), readDay(body, EXPIRES_AT)];
  if (code === undefined || kind === undefined || issuerCode === undefined) return undefined;
  if (expiresOn < admittedOn) return undefined;
  const bearersDigest = toHex(body.subarray(BEARERS_AT, TITLE_AT));
  const titleDigest = toHex(body.subarray(TITLE_AT, ISSUER_LENGTH_AT));
  return { code, issuerCode, kind, bearersDigest, titleDigest, admittedOn, expiresOn };
}

/** Only the printed characters: what a person may type for them has no place in what is signed. */
function readCode(bytes: Uint8Array): string | undefined {
  const characters = String.fromCharCode(...bytes);
  const reading = readControlCode(characters);
  return 'code' in reading && reading.code.replaceAll('-', '') === characters ? reading.code : undefined;
}

function readIssuer(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > LONGEST_ISSUER_BYTES) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // Not UTF-8.
  }
}

function readDay(body: Uint8Array, place: number): string {
  return formatDay(DAY_ZERO + new DataView(body.buffer, body.byteOffset).getUint16(place));
}

function messageOf(body: Uint8Array): Uint8Array {
  return new Uint8Array([...FORMAT_NAME, ...body]);
}

function isSame(read: ControlToken | undefined, given: ControlToken): boolean {
  return (
    read?.code === given.code &&
    read.issuerCode === given.issuerCode &&
    read.kind === given.kind &&
    read.bearersDigest === given.bearersDigest &&
    read.titleDigest === given.titleDigest &&
    read.admittedOn === given.admittedOn &&
    read.expiresOn === given.expiresOn
  );
}

/** Of at most as many bytes as a digest has; wrong digits become wrong bytes. */
function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: DIGEST_BYTES }, (_, place) => parseInt(hex.slice(2 * place, 2 * place + 2), 16));
}
