import { caps, Refusal } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import { SETTING_DEFAULTS, SETTING_KEYS, sourceOfDefault } from './defaults.ts';
import { insertEntry, listEntries, listEntriesOf, listEntriesOn, lockSetting, type SettingEntry } from './store.ts';

/** Every setting as it holds on the day, each with its source. */
export async function listSettings(
  { db, clock }: Acting,
  { on = clock.today() }: { readonly on?: string },
): Promise<{ settings: caps.Setting[] }> {
  return { settings: await datedSettings(db, { day: on }) };
}

/**
 * Every setting as it holds on a day, or as it was when these versions held, which were noted by key; what was not noted
 * had its default.
 */
export async function datedSettings(
  db: Db,
  when: { readonly day: string } | { readonly versions: Readonly<Record<string, number>> },
): Promise<caps.Setting[]> {
  const entries = await ('day' in when ? listEntriesOn(db, when.day) : listEntriesOf(db, when.versions));
  const own = new Map(entries.map((entry) => [entry.key, entry]));
  return SETTING_KEYS.map((key) => settingOf(key, own.get(key)));
}

function settingOf(key: caps.SettingKey, entry: SettingEntry | undefined): caps.Setting {
  const { title, unit, value } = SETTING_DEFAULTS[key];
  const named = { key, title, unit };
  if (entry === undefined) return { ...named, value, source: sourceOfDefault(key), from: null, version: 0 };
  const { source, fromDay, version } = entry;
  return { ...named, value: entry.value, source, from: fromDay, version };
}

/** One setting as it holds today, with everything that was ever set. Its version is that of the last entry. */
export async function readSetting(
  { db, clock }: Pick<Acting, 'db' | 'clock'>,
  key: caps.SettingKey,
): Promise<caps.SettingHistory> {
  const entries = await listEntries(db, key);
  const own = await listEntriesOn(db, clock.today());
  const holding = settingOf(
    key,
    own.find((entry) => entry.key === key),
  );
  return { ...holding, version: entries[0]?.version ?? 0, entries };
}

export interface SettingChange {
  readonly key: caps.SettingKey;
  readonly value: unknown;
  readonly source: string;
  readonly from: string;
}

/** Adds a value under a key, from today or a later day: what has been decided was decided under what held then. */
export async function changeSetting(acting: Acting, change: SettingChange): Promise<caps.SettingHistory> {
  const { db, actor, clock, seen } = acting;
  const { key, source, from } = change;
  const value = parseValue(key, change.value);
  if (from < clock.today()) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/from', detail: '不能早于今天' }] });
  }
  await lockSetting(db, actor.county, key);
  const version = await lastVersion(db, key);
  if (seen !== undefined && seen !== version) throw new Refusal('stale', { version });
  await insertEntry(db, {
    county: actor.county,
    key,
    version: version + 1,
    value,
    source,
    fromDay: from,
    person: actor.person,
    at: clock.now().toISOString(),
  });
  return readSetting(acting, key);
}

async function lastVersion(db: Db, key: caps.SettingKey): Promise<number> {
  const [last] = await listEntries(db, key);
  return last?.version ?? 0;
}

/** The value in the shape that its key asks for. */
function parseValue(key: caps.SettingKey, value: unknown): unknown {
  const read = caps.CountySettings.shape[key].safeParse(value);
  if (read.success) return read.data;
  throw new Refusal('invalid-input', {
    errors: read.error.issues.map(({ path, message }) => ({
      pointer: ['/value', ...path.map(String)].join('/'),
      detail: message,
    })),
  });
}
