import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openDb } from '../platform/db.ts';
import { migrate, readMigrations } from '../platform/migrate.ts';
import type { Binaries } from '../platform/postgres/binaries.ts';
import { startEmbeddedPostgres, type Connection } from '../platform/postgres/embedded.ts';
import { copyDataDirectory, createDirectory, removeDirectory } from './data-directory.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database that test databases are copied from. */
    template: Connection;
    /** A data directory with a fresh database that nobody uses, for copying. */
    pristine: string;
  }
}

/** One PostgreSQL for the whole run, the one that comes with the program, with a migrated template database. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideDatabase(project);
}

/** The same from other programs than those that come with ours. Gives what ends it. */
export async function provideDatabase(project: TestProject, programs?: Binaries): Promise<() => Promise<void>> {
  const options = programs === undefined ? {} : { programs };
  const pristine = await createDirectory();
  await startEmbeddedPostgres({ dataDirectory: pristine, ...options }).then(({ stop }) => stop());
  const dataDirectory = await copyDataDirectory(pristine);
  const postgres = await startEmbeddedPostgres({ dataDirectory, ...options });
  const db = openDb(postgres.connection, rethrow);
  await migrate(db, await readMigrations());
  // Nothing here outlives the run: what tests of crashes and power cuts need, they start for themselves.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'jit'])
    await sql`alter system set ${sql.ref(setting)} = off`.execute(db);
  await sql`select pg_reload_conf()`.execute(db);
  await db.destroy(); // A template may have no connection.
  project.provide('pristine', pristine);
  project.provide('template', postgres.connection);
  return async () => {
    await postgres.stop();
    await removeDirectory(dataDirectory);
    await removeDirectory(pristine);
  };
}

function rethrow(error: Error): never {
  throw error;
}
