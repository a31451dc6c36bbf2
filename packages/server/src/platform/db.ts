import { Kysely, PostgresDialect, sql, type Generated } from 'kysely';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

interface Migration {
  name: string;
  checksum: string;
  landed_at: Generated<Date>;
}

/** The tables, as the migrations make them. */
interface Schema {
  migration: Migration;
}

/** The database, or one open transaction: a store cannot tell which. */
export type Db = Kysely<Schema>;

export type DbConnection = pg.PoolConfig;

/** A request rather fails than waits longer for a connection. */
const CONNECTION_TIMEOUT_MS = 5_000;

// A calendar day stays the text it is: as a `Date` it would shift with the time zone of the machine.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Connects on first use. `onIdleError` hears of connections that break while nobody uses them. */
export function openDb(connection: DbConnection, onIdleError: (error: Error) => void): Db {
  const pool = new pg.Pool({ connectionTimeoutMillis: CONNECTION_TIMEOUT_MS, types, ...connection });
  // Without a listener a restart of PostgreSQL would end the program.
  pool.on('error', onIdleError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Throws `CannotStart` when the database does not answer. The message holds no address: it may contain a password. */
export async function assertReachable(db: Db): Promise<void> {
  try {
    await sql`select`.execute(db);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new CannotStart(
      'database-unreachable',
      `连不上 DATABASE_URL 指定的数据库（${code}），请检查地址、账号和网络。\n` +
        `The database of DATABASE_URL cannot be reached (${code}): check address, account and network.`,
      { cause },
    );
  }
}
