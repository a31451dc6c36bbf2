import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makeEd25519Key, openEd25519Key, type Ed25519Signer } from './cryptography.ts';
import { findPrivateFile, makePrivateFile, replacePrivateFile } from './private-files.ts';

/** What everyone may know of a key. */
export interface PublicKey {
  readonly county: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** `YYYY-MM-DD` */
  readonly madeOn: string;
  /** `YYYY-MM-DD`: the first day on which it may sign no more. Null while it is in use. */
  readonly retiredOn: string | null;
  /** Size of the audit log when it was retired: the largest whose checkpoint it may have signed. */
  readonly lastSize: number | null;
}

/** The Ed25519 keys of the counties. They lie in the data directory, so no copy of the database can sign. */
export interface SigningKeys {
  /** The key in use, made on first need. */
  signerOf(county: string, today: string): Promise<Ed25519Signer>;
  /** All keys of one county, or of all counties, the oldest first. */
  list(county?: string): Promise<readonly PublicKey[]>;
  /** Puts a new key in the place of the one in use, which stays known for what it has signed. */
  rotate(
    county: string,
    retirement: { readonly today: string; readonly retiredOn: string; readonly lastSize: number },
  ): Promise<void>;
}

const Ring = z.strictObject({
  version: z.literal(1),
  keys: z
    .array(
      z.strictObject({
        privateKey: z.string(),
        madeOn: z.iso.date(),
        retiredOn: z.iso.date().nullable(),
        lastSize: z.int().nullable(),
      }),
    )
    .min(1),
});
type Ring = z.infer<typeof Ring>;

const FILE = /^([1-9]\d{5})\.json$/;

/** The keys in a folder, one file for each county, readable by its owner only. */
export function openSigningKeys(folder: string): SigningKeys {
  function fileOf(county: string): string {
    return path.join(folder, `${county}.json`);
  }

  async function findRing(county: string): Promise<Ring | undefined> {
    const text = await findPrivateFile(fileOf(county));
    return text === undefined ? undefined : Ring.parse(JSON.parse(text));
  }

  async function openRing(county: string, today: string): Promise<Ring> {
    const ring = await findRing(county);
    if (ring !== undefined) return ring;
    // Of two that make the first key at once, one makes the file; both then read it.
    await makePrivateFile(fileOf(county), spell({ version: 1, keys: [makeKey(today)] }));
    return openRing(county, today);
  }

  async function listOf(county: string): Promise<PublicKey[]> {
    const { keys } = (await findRing(county)) ?? { keys: [] };
    return keys.map(({ privateKey, ...known }) => ({
      county,
      publicKey: openEd25519Key(privateKey).publicKey,
      ...known,
    }));
  }

  return {
    async signerOf(county, today) {
      const { keys } = await openRing(county, today);
      const inUse = keys.find(({ retiredOn }) => retiredOn === null);
      if (inUse === undefined) throw new Error('No key of the county is in use.');
      return openEd25519Key(inUse.privateKey);
    },
    async list(county) {
      const counties = county === undefined ? await listCounties(folder) : [county];
      return (await Promise.all(counties.map(listOf))).flat();
    },
    async rotate(county, { today, retiredOn, lastSize }) {
      const { keys } = await openRing(county, today);
      const kept = keys.map((key) => (key.retiredOn === null ? { ...key, retiredOn, lastSize } : key));
      await replacePrivateFile(fileOf(county), spell({ version: 1, keys: [...kept, makeKey(today)] }));
    },
  };
}

function makeKey(today: string): Ring['keys'][number] {
  return { privateKey: makeEd25519Key(), madeOn: today, retiredOn: null, lastSize: null };
}

async function listCounties(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .map((name) => FILE.exec(name)?.[1])
    .filter((county) => county !== undefined)
    .toSorted();
}

function spell(ring: Ring): string {
  return `${JSON.stringify(ring, null, 2)}\n`;
}
