/** Writes the types of the migrated database, so that a query and the tables cannot disagree. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../packages/server/src/platform/db.ts';
import { migrate, readMigrations } from '../packages/server/src/platform/migrate.ts';
import { startEmbeddedPostgres } from '../packages/server/src/platform/postgres/embedded.ts';

const OUT_FILE = join(import.meta.dirname, '../packages/server/src/platform/db-schema.gen.ts');

const dataDirectory = await mkdtemp(join(tmpdir(), 'qingzhuang-schema-'));
await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
try {
  const db = openDb(connection, rethrow);
  await migrate(db, await readMigrations());
  await db.destroy();
  const { host, port, user, database } = connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const { status } = spawnSync(
    'kysely-codegen',
    [
      ...['--dialect', 'postgres', '--url', url, '--out-file', OUT_FILE],
      ...['--camel-case', '--singularize', '--default-schema', 'public'],
      // The driver reads them so: see `types` in db.ts.
      ...['--date-parser', 'string', '--numeric-parser', 'number'],
      ...['--type-mapping', '{"timestamptz":"string","int8":"number"}'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  process.exitCode = status ?? 1;
} finally {
  await stop();
  await rm(dataDirectory, { recursive: true, force: true });
}

function rethrow(error: Error): never {
  throw error;
}
