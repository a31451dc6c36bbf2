/** What every table of a county must have, whoever adds it. */
import { inbox } from '@qingzhuang/contract';
import { sql, type RawBuilder } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { openCounty } from '../testing/county-world.ts';
import { requests } from '../testing/requests/all.ts';
import { inCounty } from './county.ts';

const testApp = await useTestApp();
const { owner, db } = testApp;
const [OWN, OTHER] = ['130102', '130104'];
const other = await openCounty(testApp, OTHER);
await openCounty(testApp, OWN);
// Something of most kinds, so that there are rows to reach for.
const clerk = await other.actor('bearer-clerk', other.units.town);
for (const made of [
  'readReceipt of a draft',
  'readAnswerFile by what the issuer is',
  'acceptReturn',
  'readOffGateFile',
]) {
  await requests[made]?.(other, other.units.town, clerk);
}
for (const made of ['reportMeetingHeld', 'transferCap', 'resendDelivery', 'readCheckpoint', 'confirmPost']) {
  await requests[made]?.(other, other.units.town, clerk);
}
await clerk.call(inbox.createFeed, { unit: other.units.town });

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

/** Tables that belong to no county, each with its reason. */
const WITHOUT_COUNTY: Readonly<Record<string, string>> = {
  migration: 'the schema is one for all',
  county: 'anyone may see that a county uses the system',
  audited_table: 'which tables are logged is part of the schema',
  // Found before anyone knows the county, and afterwards by their person alone.
  password: 'belongs to a person',
  session: 'belongs to a person',
  api_token: 'belongs to a person',
  totp: 'belongs to a person',
  backup_code: 'belongs to a person',
  passkey: 'belongs to a person',
  linked_identity: 'belongs to a person',
  challenge: 'belongs to a browser that has not signed in',
  sign_in_attempt: 'counts attempts under names that may not exist',
};

test('a table without a county says why', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'county' and not attisdropped
    ) order by relname`.execute(owner);

  expect(rows.map(({ name }) => name)).toEqual(Object.keys(WITHOUT_COUNTY).toSorted());
});

/** Runs as a request of the own county would, and gives the rows that came back or were touched. */
async function reach(statement: RawBuilder<unknown>): Promise<number> {
  return inCounty(db, OWN, async (tx) => {
    const { rows, numAffectedRows } = await statement.execute(tx);
    return Math.max(rows.length, Number(numAffectedRows ?? 0));
  });
}

/** What PostgreSQL says when a row is behind the wall, or the table takes no such change from anybody. */
const WALL = /row-level security policy|permission denied|the history of \w+ is not changed/;

/** The rows that were reached: none where the database refuses. */
async function reached(statement: RawBuilder<unknown>): Promise<number> {
  try {
    return await reach(statement);
  } catch (error) {
    if (error instanceof Error && WALL.test(error.message)) return 0;
    throw error;
  }
}

describe.each((await listTenantTables()).map(({ name }) => name))('from another county, the table %s', (name) => {
  const table = sql.id(name);

  test('shows no row', async () => {
    expect(await reached(sql`select 1 from ${table} where county = ${OTHER}`)).toBe(0);
    expect(await reached(sql`select 1 from ${table} where county <> ${OWN}`)).toBe(0);
  });

  test('takes no row', async () => {
    await expect(reach(sql`insert into ${table} (county) values (${OTHER})`)).rejects.toThrow(WALL);
  });

  test('lets no row be locked, changed, carried over or taken away', async () => {
    const before = await rowsOf(name);

    expect(await reached(sql`select 1 from ${table} where county = ${OTHER} for update`)).toBe(0);
    expect(await reached(sql`update ${table} set county = county where county = ${OTHER}`)).toBe(0);
    expect(await reached(sql`update ${table} set county = ${OWN} where county = ${OTHER}`)).toBe(0);
    expect(await reached(sql`delete from ${table} where county = ${OTHER}`)).toBe(0);
    expect(await rowsOf(name)).toEqual(before);
  });

  test('is given no row of its own', async () => {
    expect(await reached(sql`update ${table} set county = ${OTHER} where county = ${OWN}`)).toBe(0);
  });

  test('cannot be emptied', async () => {
    await expect(reach(sql`truncate ${table}`)).rejects.toThrow('permission denied');
  });
});

test('there was something to reach for', async () => {
  const full: string[] = [];
  for (const { name } of await listTenantTables()) {
    if ((await rowsOf(name)).length > 0) full.push(name);
  }

  expect(full).toEqual(expect.arrayContaining(EXPECTED_FULL));
});

const EXPECTED_FULL = [
  ...['audit_entry', 'audit_leaf', 'bearer_event', 'bearer_file', 'bearer_person', 'bearer_task', 'calendar_feed'],
  ...['cap', 'cap_change', 'demand', 'demand_bearer', 'demand_event', 'off_gate_demand', 'off_gate_registration'],
  ...['person', 'person_event', 'post', 'unit', 'webhook', 'webhook_delivery'],
];

/** Everything that the other county has in a table. */
async function rowsOf(name: string): Promise<unknown[]> {
  const { rows } = await sql`
    select to_jsonb(t) as row from ${sql.id(name)} t where county = ${OTHER} order by 1`.execute(owner);
  return rows;
}
