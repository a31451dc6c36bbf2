import { existsSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';
import { assertReachable, openDb, type Db } from './db.ts';
import { findRunningPostgres, startEmbeddedPostgres } from './postgres/embedded.ts';

/** Where the records lie. */
export type DatabasePlace = Pick<Config, 'dataDirectory' | 'databaseUrl'>;

/**
 * Does something with a database as its owner, also while the program runs; starts and stops it where it does not. Throws
 * `CannotStart` where there is none.
 */
export async function reachDatabase<Result>(
  { dataDirectory, databaseUrl }: DatabasePlace,
  work: (db: Db) => Promise<Result>,
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
    return await work(db);
  } finally {
    await db.destroy();
    await own?.stop();
  }
}
