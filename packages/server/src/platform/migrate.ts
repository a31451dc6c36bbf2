import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { CannotStart } from './cannot-start.ts';
import type { Db } from './db.ts';

export interface Migration {
  /** `0001_migrations` */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Whoever migrates holds this advisory lock until his transaction ends; others wait and then find the work done. */
const MIGRATION_LOCK = 7_210_002;

/** The migrations of this version, in order. */
export async function readMigrations(
  directory = path.join(import.meta.dirname, '../migrations'),
): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(directory, file), 'utf8');
      return {
        name: path.basename(file, '.sql'),
        sql: text,
        checksum: createHash('sha256').update(text).digest('hex'),
      };
    }),
  );
}

/**
 * Lands what is missing, each migration in a transaction of its own, and returns their names. Throws `CannotStart`
 * when the database is newer than the program, or a landed migration has been edited.
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  const landed: string[] = [];
  for (;;) {
    const name = await landNext(db, migrations);
    if (name === undefined) return landed;
    landed.push(name);
  }
}

/** The last landed migration, or undefined when some are still missing. */
export async function findCurrentSchema(db: Db, migrations: readonly Migration[]): Promise<string | undefined> {
  const last = migrations.at(-1)?.name;
  const landed = await listLanded(db);
  return landed.at(-1)?.name === last ? last : undefined;
}

function landNext(db: Db, migrations: readonly Migration[]): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    const landed = await listLanded(tx);
    assertSameHistory(landed, migrations);
    const next = migrations[landed.length];
    if (next === undefined) return undefined;
    await sql.raw(next.sql).execute(tx);
    await tx.insertInto('migration').values({ name: next.name, checksum: next.checksum }).execute();
    return next.name;
  });
}

type Landed = Pick<Migration, 'name' | 'checksum'>;

async function listLanded(db: Db): Promise<Landed[]> {
  // The first migration makes the table itself.
  const { rows } = await sql<{ there: boolean }>`select to_regclass('migration') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return [];
  return db.selectFrom('migration').select(['name', 'checksum']).orderBy('name').execute();
}

function assertSameHistory(landed: readonly Landed[], migrations: readonly Migration[]): void {
  for (const [index, { name, checksum }] of landed.entries()) {
    const own = migrations[index];
    if (own?.name !== name) {
      throw new CannotStart(
        'database-newer',
        `数据库由更新版本的程序使用过（${name}），请升级程序。\n` +
          `The database was used by a newer version (${name}): upgrade the program.`,
      );
    }
    if (own.checksum !== checksum) {
      throw new CannotStart(
        'migration-edited',
        `迁移文件 ${name} 在执行之后被改动过，请恢复原文件。\n` +
          `Migration ${name} was edited after it had landed: restore the original file.`,
      );
    }
  }
}
