import { existsSync } from 'node:fs';
import path from 'node:path';
import type { audit } from '@qingzhuang/contract';
import { exportLog, listCounties, listKeys, verifyStoredLog, type LogReport } from './features/audit/index.ts';
import { verifyCode, type CodeVerdict } from './features/demands/index.ts';
import { CannotStart } from './platform/cannot-start.ts';
import type { Config } from './platform/config.ts';
import { assertReachable, openDb, type Db } from './platform/db.ts';
import { findRunningPostgres, startEmbeddedPostgres } from './platform/postgres/embedded.ts';
import { openSigningKeys, type SigningKeys } from './platform/signing-keys.ts';

/** Where the records lie. */
export type DataPlace = Pick<Config, 'dataDirectory' | 'databaseUrl'>;

/** Verifies the log of every county, also while the server runs. `known` are checkpoints that were kept elsewhere. */
export async function verifyAudit(place: DataPlace, known: readonly string[] = []): Promise<LogReport[]> {
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
  place: DataPlace,
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

async function withDatabase<Result>(
  { dataDirectory, databaseUrl }: DataPlace,
  work: (db: Db, keys: SigningKeys) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl === undefined && !existsSync(path.join(dataDirectory, 'postgres'))) {
    throw new CannotStart(
      'data-directory-unusable',
      '数据目录中没有数据库，请用 QINGZHUANG_DATA 指定。\nThere is no database in the data directory: set QINGZHUANG_DATA.',
    );
  }
  const running = databaseUrl === undefined ? await findRunningPostgres(dataDirectory) : undefined;
  const own =
    databaseUrl === undefined && running === undefined ? await startEmbeddedPostgres({ dataDirectory }) : undefined;
  const db = openDb(running ?? own?.connection ?? { connectionString: databaseUrl }, () => undefined);
  try {
    await assertReachable(db);
    return await work(db, keysIn(dataDirectory));
  } finally {
    await db.destroy();
    await own?.stop();
  }
}
