/** The statements that an operation sends, to be sent again without the program around them. */
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DbConnection } from '../packages/server/src/platform/db.ts';
import type { Db } from '../packages/server/src/platform/db.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Does the work on a database that writes down what it is asked; opening and closing a transaction is left out. */
export async function record(connection: DbConnection, work: (db: Db) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...connection, max: 1 }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log({ query: { sql: text, parameters } }) {
      if (!/^(begin|commit|select set_config)/.test(text)) statements.push({ text, values: parameters });
    },
  });
  await work(db).finally(() => db.destroy());
  return statements;
}

/** Sends the statements one after the other, on one of the pool's connections. */
export async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, [...values]);
  } finally {
    client.release();
  }
}
