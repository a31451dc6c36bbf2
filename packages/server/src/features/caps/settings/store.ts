import { caps } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';

/** One setting as the county has decided it. */
export interface SettingEntry {
  readonly key: string;
  readonly version: number;
  readonly value: unknown;
  readonly source: string;
  readonly fromDay: string;
}

/** The settings that hold on a day: the county's own, else the defaults. */
export async function settingsOn(db: Db, day: string): Promise<caps.CountySettings> {
  const own = await listEntriesOn(db, day);
  // A column of JSON is an edge of the program.
  return caps.CountySettings.parse({
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(own.map(({ key, value }) => [key, value])),
  });
}

/** The county's own settings that hold on a day, one for a key. */
export async function listEntriesOn(db: Db, day: string): Promise<SettingEntry[]> {
  const { rows } = await sql<SettingEntry>`
    select distinct on (key) key, version, value, source, from_day
    from county_setting
    where from_day <= ${day}::date
    order by key, from_day desc, version desc`.execute(db);
  return rows;
}

/** The entries with these versions, by key; rows never change, so they say what they said when somebody noted them. */
export async function listEntriesOf(db: Db, versions: Readonly<Record<string, number>>): Promise<SettingEntry[]> {
  const { rows } = await sql<SettingEntry>`
    select key, version, entry.value, source, from_day
    from county_setting as entry join jsonb_each_text(${JSON.stringify(versions)}::jsonb) as noted (name, number)
      on noted.name = key and noted.number::int = version`.execute(db);
  return rows;
}

/** Everything that was set under a key, the last first. */
export function listEntries(db: Db, key: caps.SettingKey): Promise<caps.SettingHistory['entries']> {
  return db
    .selectFrom('countySetting')
    .innerJoin('person', 'person.id', 'countySetting.person')
    .select(['countySetting.version', 'value', 'source', 'fromDay as from', 'person.name as by', 'at'])
    .where('key', '=', key)
    .orderBy('countySetting.version', 'desc')
    .execute();
}

export async function insertEntry(
  db: Db,
  entry: SettingEntry & { readonly county: string; readonly person: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto('countySetting')
    .values({ ...entry, value: JSON.stringify(entry.value) })
    .execute();
}

/** Makes those who set the same key take turns. */
export async function lockSetting(db: Db, county: string, key: caps.SettingKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${county} ${key}`}, 0))`.execute(db);
}
