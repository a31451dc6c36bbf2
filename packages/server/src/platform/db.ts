import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresDialect,
  sql,
  Transaction,
  type PluginTransformResultArgs,
  type QueryResult,
  type UnknownRow,
} from 'kysely';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import type { DB } from './db-schema.gen.ts';
import { statementPool } from './statement-pool.ts';

/** The database, or one open transaction: a store cannot tell which. */
export type Db = Kysely<DB>;

export type DbConnection = pg.PoolConfig;

/** The role that requests run as: it owns no table, so row-level security binds it. Made by migration 0002. */
const APP_ROLE = 'qingzhuang_app';

/** A request rather fails than waits longer for a connection. */
const CONNECTION_TIMEOUT_MS = 5_000;

const types = new pg.TypeOverrides();
// A calendar day stays the text it is: as a `Date` it would shift with the time zone of the machine.
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// An instant is RFC 3339 in UTC, as in events and on the wire: it sorts as text, and needs no second form.
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant);
// Counts and minutes stay far below 2^53.
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** `2026-03-06 10:00:00.123456+00`, as the server writes an instant to a session in UTC: read thousands of times a second. */
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00$/;

function readInstant(text: string): string {
  const [, day, time, fraction = ''] = IN_UTC.exec(text) ?? [];
  return time === undefined ? new Date(text).toISOString() : `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

/** Connects on first use. `onBroken` hears of every connection that breaks, in use or not. */
export function openDb(connection: DbConnection, onBroken: (error: Error) => void): Db {
  const settings = { connectionTimeoutMillis: CONNECTION_TIMEOUT_MS, types, pipeline: true };
  const pool = new pg.Pool({ ...settings, ...connection });
  // Without listeners the end of PostgreSQL would end the program: the pool's hears of connections that lie idle only,
  // and a transaction that is just thinking between two statements has nobody else to hear of it.
  pool.on('connect', (client) => client.on('error', onBroken));
  pool.on('error', () => undefined);
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: statementPool(pool) }),
    plugins: [new NamesInCamelCase()],
  });
}

// A transaction has its connection and begins no other.
const NO_DIALECT = new PostgresDialect({ pool: () => Promise.reject(new Error('A transaction begins no other.')) });

/**
 * The work with a transaction in which several statements can be under way: Kysely's own keeps each waiting for the
 * answer to the one before, though the connection is pipelined. They are answered in the order in which they were asked.
 */
export function allAtOnce<Result>(tx: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const executor = tx.getExecutor();
  return executor.provideConnection((connection) =>
    work(
      new Transaction<DB>({
        config: { dialect: NO_DIALECT },
        dialect: NO_DIALECT,
        driver: new DummyDriver(),
        executor: executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
      }),
    ),
  );
}

/** Finds the name of each column once for a result, not once for each of its rows. */
class NamesInCamelCase extends CamelCasePlugin {
  constructor() {
    // What is inside a JSON column is written as it is.
    super({ maintainNestedObjectKeys: true });
  }

  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const names = Object.keys(result.rows[0] ?? {}).map((column) => [column, this.camelCase(column)] as const);
    if (names.every(([column, name]) => column === name)) return Promise.resolve(result);
    const rows = result.rows.map((row) => {
      const named: UnknownRow = {};
      for (const [column, name] of names) named[name] = row[column];
      return named;
    });
    return Promise.resolve({ ...result, rows });
  }
}

/** The same database for requests: as a role that cannot pass row-level security. */
export function asApp(connection: DbConnection): DbConnection {
  // A server given by address has one account for us, which may take the role; our own lets the role in by itself.
  return connection.connectionString === undefined
    ? { ...connection, user: APP_ROLE }
    : { ...connection, options: `-c role=${APP_ROLE}` };
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

// admin_shutdown, crash_shutdown, cannot_connect_now
const SHUT_DOWN = ['57P01', '57P02', '57P03'];

/** Whether the database went away under a query, or is not there to connect to. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && SHUT_DOWN.includes(String(error.code))) return true;
  if ('syscall' in error && error.syscall === 'connect') return true;
  // The driver gives what it finds out itself no code.
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  );
}
