/** What every table of a county must have, whoever adds it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDb } from '../testing/db.ts';

const { owner, db } = await useTestDb();

interface Table {
  readonly name: string;
  readonly isWalledOff: boolean;
  readonly firstOfKey: string | null;
}

async function listTenantTables(): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select
      relname as name,
      relrowsecurity and exists (
        select from pg_policies
        where tablename = relname and qual = '(county = current_county())' and with_check = '(county = current_county())'
      ) as is_walled_off,
      (
        select attname from pg_index
        join pg_attribute on attrelid = indrelid and attnum = indkey[0]
        where indrelid = pg_class.oid and indisprimary
      ) as first_of_key
    from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and exists (
        select from pg_attribute
        where attrelid = pg_class.oid and attname = 'county' and not attisdropped
      )
    order by relname`.execute(owner);
  return rows;
}

/** A session, and so its person, is looked up before anyone knows the county. */
const FOUND_BEFORE_THE_COUNTY: readonly string[] = ['person'];

test('every table of a county is walled off and leads its key with the county', async () => {
  const tables = await listTenantTables();

  expect(tables.length).toBeGreaterThan(5);
  const open = tables.filter(({ isWalledOff, firstOfKey }) => !isWalledOff || firstOfKey !== 'county');
  expect(open.map(({ name }) => name)).toEqual(FOUND_BEFORE_THE_COUNTY);
});

test('the role of requests owns nothing and passes no wall', async () => {
  const { rows } = await sql<{ owned: number; strong: boolean }>`
    select
      (select count(*) from pg_class where relowner = 'qingzhuang_app'::regrole) as owned,
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong
    from pg_roles where rolname = 'qingzhuang_app'`.execute(owner);

  expect(rows).toEqual([{ owned: 0, strong: false }]);
  expect((await sql<{ me: string }>`select current_user as me`.execute(db)).rows).toEqual([{ me: 'qingzhuang_app' }]);
});
