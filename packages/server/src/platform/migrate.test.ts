import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestDb } from '../testing/db.ts';
import { findCurrentSchema, migrate, readMigrations, type Migration } from './migrate.ts';

const landed = await readMigrations();

function plus(name: string, text: string): Migration[] {
  return [...landed, { name, sql: text, checksum: 'a'.repeat(64) }];
}

describe('migrating', () => {
  test('an empty database gets every migration once, whoever asks again', async () => {
    const { owner: db } = await useTestDb({ migrated: false });
    expect(await findCurrentSchema(db, landed)).toBeUndefined();

    expect(await migrate(db, landed)).toEqual(landed.map(({ name }) => name));
    expect(await migrate(db, landed)).toEqual([]);
    expect(await findCurrentSchema(db, landed)).toBe(landed.at(-1)?.name);
  });

  test('programs that start at once land each migration once', async () => {
    const { owner: db } = await useTestDb({ migrated: false });

    const results = await Promise.all([migrate(db, landed), migrate(db, landed), migrate(db, landed)]);

    expect(results.flat().toSorted()).toEqual(landed.map(({ name }) => name));
  });

  test('a migration that fails leaves nothing of itself', async () => {
    const { owner: db } = await useTestDb();
    const broken = plus('9999_broken', 'create table half (id int); select 1 / 0;');

    await expect(migrate(db, broken)).rejects.toThrow('division by zero');

    const { rows } = await sql<{ half: string | null }>`select to_regclass('half')::text as half`.execute(db);
    expect(rows).toEqual([{ half: null }]);
    expect(await findCurrentSchema(db, landed)).toBe(landed.at(-1)?.name);
    expect(await findCurrentSchema(db, broken)).toBeUndefined();
  });

  test('a migration edited after it landed is refused', async () => {
    const { owner: db } = await useTestDb();
    const edited = landed.map((migration) => ({ ...migration, checksum: 'b'.repeat(64) }));

    await expect(migrate(db, edited)).rejects.toMatchObject({ name: 'CannotStart', code: 'migration-edited' });
  });

  test('a program older than its database is refused', async () => {
    const { owner: db } = await useTestDb();
    await migrate(db, plus('9999_later', 'create table later (id int)'));

    await expect(migrate(db, landed)).rejects.toMatchObject({ name: 'CannotStart', code: 'database-newer' });
  });
});

test('a calendar day comes out of the database as the text it went in as', async () => {
  const { owner: db } = await useTestDb();

  const { rows } = await sql<{ day: string }>`select date '2026-03-05' as day`.execute(db);

  expect(rows).toEqual([{ day: '2026-03-05' }]);
});

test('Chinese words are compared letter by letter, as the locale must allow', async () => {
  const { owner: db } = await useTestDb();
  await sql`create extension if not exists pg_trgm`.execute(db);

  const { rows } = await sql<{ alike: number }>`
    select similarity('清河县农业局', '清河县农业农村局') as alike`.execute(db);

  expect(rows[0]?.alike).toBeGreaterThan(0.4);
});
