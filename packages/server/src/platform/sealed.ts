import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findPrivateFile, makePrivateFile, replacePrivateFile } from './private-files.ts';

/**
 * Encrypts what the database keeps and the program must read back. The key lies in the data directory, so a copy of the
 * database tells no secret. `place` names the row, `totp 130101 <person>` for instance: what is moved into another row
 * does not open there.
 */
export interface Seals {
  seal(secret: Uint8Array, place: string): Buffer;
  /** Throws when it was sealed with a key that is not here, for another place, or changed since. */
  unseal(sealed: Uint8Array, place: string): Buffer;
  /** Whether it was sealed with the key that is in use now. */
  isCurrent(sealed: Uint8Array): boolean;
  /** Of the key that is in use now; what it seals begins with this byte. */
  readonly keyNumber: number;
  /**
   * 32 bytes that stand for the words at this kind of place, always the same and telling nobody without the key what
   * they are: to look for what is sealed. Of the first key, whatever keys come after it.
   */
  digest(words: string, place: string): Buffer;
}

// AES-256-GCM (NIST SP 800-38D). Laid out as: number of the key (1), nonce, tag, ciphertext.
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;
/** What the byte that names the key can count. */
const MOST_KEYS = 255;

const Ring = z.strictObject({
  version: z.literal(1),
  /** Base64; the first has the number 1, the last is in use. */
  keys: z.array(z.base64().length(44)).min(1).max(MOST_KEYS),
});
type Ring = z.infer<typeof Ring>;

/** The seals of a key file, which is made with its first key when it is missing. */
export async function openSeals(file: string): Promise<Seals> {
  await makePrivateFile(file, spell({ version: 1, keys: [makeKey()] }));
  const { keys } = await readRing(file);
  return createSeals(keys.map((key) => Buffer.from(key, 'base64')));
}

/** Adds a key, which the next `openSeals` uses; the others still open what they have sealed. */
export async function addSealKey(file: string): Promise<void> {
  const { keys } = await readRing(file);
  await replacePrivateFile(file, spell(Ring.parse({ version: 1, keys: [...keys, makeKey()] })));
}

/** Keeps what is derived apart from whatever else may be derived of the same key one day. */
const DIGEST_PURPOSE = 'qingzhuang digest';

function createSeals(keys: readonly Buffer[]): Seals {
  // RFC 5869: one key for encrypting and one for digests, that no cipher has seen.
  const digestKey = Buffer.from(hkdfSync('sha256', keys[0] ?? Buffer.of(), '', DIGEST_PURPOSE, KEY_BYTES));

  function keyOf(number: number): Buffer {
    const key = keys[number - 1];
    if (key === undefined) throw new Error(`Sealed with key ${number}, which is not here.`);
    return key;
  }

  return {
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(keys.length), nonce).setAAD(Buffer.from(place));
      const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([Buffer.of(keys.length), nonce, cipher.getAuthTag(), hidden]);
    },
    unseal(sealed, place) {
      if (sealed.length < HEAD_BYTES) throw new Error('Too short for anything sealed.');
      const decipher = createDecipheriv(CIPHER, keyOf(sealed[0] ?? 0), sealed.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
    },
    isCurrent: (sealed) => sealed[0] === keys.length,
    keyNumber: keys.length,
    // A place holds no line break, so no two pairs of place and words are spelt alike.
    digest: (words, place) => createHmac('sha256', digestKey).update(`${place}\n${words}`).digest(),
  };
}

async function readRing(file: string): Promise<Ring> {
  return Ring.parse(JSON.parse((await findPrivateFile(file)) ?? ''));
}

function makeKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

function spell(ring: Ring): string {
  return `${JSON.stringify(ring, null, 2)}\n`;
}
