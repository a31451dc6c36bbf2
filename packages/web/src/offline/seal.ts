/** Seals what is kept on the device: AES-GCM under a key of the person that no script can read out. */
import type { Database, Sealed } from './database.ts';

const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;
/** As NIST SP 800-38D recommends for GCM. */
const IV_BYTES = 12;

/** Seals anything that JSON can hold. */
export async function seal(database: Database, person: string, value: unknown): Promise<Sealed> {
  const key = await keyOf(database, person);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: ALGORITHM.name, iv }, key, plain) };
}

/** What was sealed. Throws when the person's key is gone: then nobody can read it any more. */
export async function unseal(database: Database, person: string, { iv, bytes }: Sealed): Promise<unknown> {
  const key = await database.get('key', person);
  if (key === undefined) throw new Error('The key of this person was thrown away.');
  const plain = await crypto.subtle.decrypt({ name: ALGORITHM.name, iv }, key, bytes);
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}

async function keyOf(database: Database, person: string): Promise<CryptoKey> {
  const kept = await database.get('key', person);
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  const storing = database.transaction('key', 'readwrite');
  // Another tab may have been quicker: its key holds, or what it sealed could not be read.
  const theirs = await storing.store.get(person);
  if (theirs === undefined) await storing.store.put(made, person);
  await storing.done;
  return theirs ?? made;
}
