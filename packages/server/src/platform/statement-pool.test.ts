import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { useTestDb } from '../testing/db.ts';
import { inCounty } from './county.ts';
import { openDb } from './db.ts';

const COUNTY = '130101';
const { db, owner } = await useTestDb();

function countyOf(tx: typeof db): Promise<string | null> {
  return sql<{ county: string | null }>`select current_county() as county`
    .execute(tx)
    .then(({ rows }) => rows[0]?.county ?? null);
}

test('the county that a transaction was opened for holds from its first statement to its last, and no longer', async () => {
  const seen = await inCounty(db, COUNTY, async (tx) => [await countyOf(tx), await countyOf(tx)]);

  expect(seen).toEqual([COUNTY, COUNTY]);
  expect((await countyOf(db)) ?? '').toBe('');
});

test('the error of a statement is thrown where it was asked, and the connection goes on', async () => {
  const fails = inCounty(db, COUNTY, (tx) => sql`select 1 / ${0}::int`.execute(tx));

  await expect(fails).rejects.toMatchObject({ code: '22012' });
  expect(await inCounty(db, COUNTY, countyOf)).toBe(COUNTY);
});

test('a statement that failed when it first came is answered when it comes again', async () => {
  function divide(by: number): Promise<unknown> {
    return inCounty(db, COUNTY, (tx) => sql`select 6 / ${by}::int as share`.execute(tx).then(({ rows }) => rows[0]));
  }

  await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
  expect([await divide(2), await divide(3)]).toEqual([{ share: 3 }, { share: 2 }]);
});

test('a transaction that asks for nothing, or throws before it asks, leaves the next one clean', async () => {
  await inCounty(db, COUNTY, () => Promise.resolve());
  await expect(inCounty(db, COUNTY, () => Promise.reject(new Error('early')))).rejects.toThrow('early');

  expect((await countyOf(db)) ?? '').toBe('');
  expect(await inCounty(db, '130102', countyOf)).toBe('130102');
});

test('one text with lists of any length is answered, prepared or not', async () => {
  for (const length of [1, 39, 40, 41, 300]) {
    const numbers = Array.from({ length }, (_, index) => index);
    const { rows } = await sql<{ sum: number }>`select (${sql.join(
      numbers.map((one) => sql`${one}::int`),
      sql` + `,
    )}) as sum`.execute(owner);

    expect(rows[0]?.sum).toBe((length * (length - 1)) / 2);
  }
});

test('more texts than are kept prepared are answered', async () => {
  for (let number = 0; number < 300; number += 1) {
    const { rows } = await sql<{ sum: number }>`select ${1}::int + ${sql.lit(number)} as sum`.execute(owner);
    expect(rows[0]?.sum).toBe(number + 1);
  }
});

test('who gets no connection in time is told to come again', async () => {
  const { database } = (await sql<{ database: string }>`select current_database() as database`.execute(owner))
    .rows[0] ?? {
    database: '',
  };
  const narrow = openDb({ ...inject('template'), database, max: 1, connectionTimeoutMillis: 50 }, () => undefined);
  const refused = narrow.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    return sql`select 1`.execute(narrow);
  });

  await expect(refused).rejects.toMatchObject({ code: 'busy' });
  await narrow.destroy();
});
