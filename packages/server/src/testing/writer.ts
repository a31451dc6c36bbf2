import { openDb } from '../platform/db.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts';
import { sql } from 'kysely';

/** Writes rows to the database of the given directory until it is killed, and prints each number once it is stored. */
const { connection, pid } = await startEmbeddedPostgres({ dataDirectory: process.argv[2] ?? '' });
const db = openDb(connection, () => undefined);
await sql`create table written (number int primary key)`.execute(db);
process.stdout.write(`pid ${pid}\n`);
for (let number = 1; ; number += 1) {
  await sql`insert into written values (${number})`.execute(db);
  process.stdout.write(`${number}\n`);
}
