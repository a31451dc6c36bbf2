import path from 'node:path';
import type { audit } from '@qingzhuang/contract';
import { exportLog, listCounties, listKeys, verifyStoredLog, type LogReport } from './features/audit/index.ts';
import { verifyCode, type CodeVerdict } from './features/demands/index.ts';
import type { Config } from './platform/config.ts';
import type { Db } from './platform/db.ts';
import { reachDatabase, type DatabasePlace } from './platform/reach-database.ts';
import { openSigningKeys, type SigningKeys } from './platform/signing-keys.ts';

/** Verifies the log of every county, also while the server runs. `known` are checkpoints that were kept elsewhere. */
export async function verifyAudit(place: DatabasePlace, known: readonly string[] = []): Promise<LogReport[]> {
  return withDatabase(place, async (db, keys) => {
    const reports: LogReport[] = [];
    for (const county of await listCounties(db)) reports.push(await verifyStoredLog({ db, keys, county }, known));
    return reports;
  });
}

/**
 * Writes a county's log to a new file and returns the number of its entries; undefined if there is no such county.
 * Without a county it is the only one.
 */
export async function exportAudit(
  place: DatabasePlace,
  file: string,
  { county: named, personal }: { readonly county: string | undefined; readonly personal: boolean },
): Promise<number | undefined> {
  return withDatabase(place, async (db, keys) => {
    const counties = await listCounties(db);
    const county = named ?? (counties.length === 1 ? counties[0] : undefined);
    if (county === undefined || !counties.includes(county)) return undefined;
    return exportLog({ db, keys, county }, file, { personal });
  });
}

/** What a code or the text of a QR code is worth, without a network: by the keys given, or those of the directory. */
export async function verifyCodeOffline(
  text: string,
  {
    dataDirectory,
    today,
    given,
  }: Pick<Config, 'dataDirectory'> & {
    readonly today: string;
    readonly given: audit.PublicKeys | undefined;
  },
): Promise<CodeVerdict> {
  const { keys } = given ?? (await listKeys(keysIn(dataDirectory)));
  return verifyCode(text, { keys, today });
}

function keysIn(dataDirectory: string): SigningKeys {
  return openSigningKeys(path.join(dataDirectory, 'keys'));
}

function withDatabase<Result>(
  place: DatabasePlace,
  work: (db: Db, keys: SigningKeys) => Promise<Result>,
): Promise<Result> {
  return reachDatabase(place, (db) => work(db, keysIn(place.dataDirectory)));
}
