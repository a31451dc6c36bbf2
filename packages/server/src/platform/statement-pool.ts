import type { Writable } from 'node:stream';
import { Refusal } from '@qingzhuang/contract';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/**
 * Statements that PostgreSQL keeps parsed for a connection. Planning costs most short queries more than running them.
 * Texts beyond are sent as they come: a list of ever other length must not fill the memory of the server.
 */
const MOST_PREPARED = 250;
/** Whatever has more is a list of values, and the next one will have another length. */
const MOST_PARAMETERS = 40;

const OPENING = /^(begin|start transaction|select set_config\()/;
const CLOSING = /^(commit|rollback)$/;
const SENT_LATER: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] };

const RETRY_AFTER_SECONDS = 2;

/**
 * The pool as Kysely uses it, with fewer and cheaper round trips: what opens a transaction travels with the first
 * statement that asks for something, and statements are prepared when they come again. The pool's connections must be
 * pipelined. Throws `busy` when no connection comes free in time.
 */
export function statementPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();

  function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (parameters.length === 0 || parameters.length > MOST_PARAMETERS || names.size === MOST_PREPARED)
      return undefined;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  }

  async function connect(): Promise<PostgresPoolClient> {
    const client = await pool.connect().catch(refuseWhenBusy);
    return pipelining(client, nameOf);
  }

  return { connect, end: () => pool.end() };
}

type NameOf = (text: string, parameters: readonly unknown[]) => string | undefined;

function pipelining(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let waiting: pg.QueryConfig[] = [];

  function send(statement: pg.QueryConfig): Promise<PostgresQueryResult<never>> {
    return client.query(statement) as Promise<object> as Promise<PostgresQueryResult<never>>;
  }

  async function query(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<never>> {
    const name = nameOf(text, parameters);
    const statement = { text, values: [...parameters], ...(name !== undefined && { name }) };
    if (OPENING.test(text)) {
      waiting.push(statement);
      return SENT_LATER;
    }
    const before = waiting;
    waiting = [];
    // A transaction in which nothing was asked need not take place.
    if (CLOSING.test(text) && before[0] !== undefined && !before[0].text.startsWith('select')) return SENT_LATER;
    // All are on their way before the first is answered. What fails first is what is thrown.
    const answers = await Promise.all(together(client, () => [...before, statement].map(send)));
    return answers.at(-1) ?? SENT_LATER;
  }

  // Cursors, the other use of Kysely's type, are not possible on a pipelined connection.
  return { query: query as typeof query & PostgresPoolClient['query'], release: () => client.release() };
}

/** What is written until all who can go on have done so leaves in one packet: each costs a system call and wakes the server up. */
function together<Result>(client: pg.PoolClient, write: () => Result): Result {
  const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return write();
}

function refuseWhenBusy(error: unknown): never {
  if (error instanceof Error && error.message.startsWith('timeout exceeded')) {
    throw new Refusal('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  throw error;
}
