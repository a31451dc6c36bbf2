/** Copies of what was read, so that the pages of the bearer work without a network. */
import { type Database, openDatabase } from './database.ts';
import { seal, unseal } from './seal.ts';

/** So long a copy may be read; the record itself is with the county. */
const LONGEST_DAYS = 14;
/** The list, its tasks and their forms; the oldest go first. */
export const MOST_COPIES = 80;
const DAY_MS = 86_400_000;

export interface Copy {
  readonly value: unknown;
  /** When the server said so, RFC 3339. */
  readonly at: string;
}

/** Keeps what the server has just said. Where nothing can be kept it does nothing. */
export async function keepCopy(person: string, name: string, { value, at }: Copy): Promise<void> {
  const database = await usableDatabase();
  if (database === null) return;
  const sealed = await seal(database, person, value);
  await database.put('copy', { person, name, at, sealed });
  await dropOldest(database);
}

/** What was kept for this person under this name and has not run out. */
export async function readCopy(person: string, name: string, now: Date): Promise<Copy | null> {
  const database = await usableDatabase();
  const copy = await database?.get('copy', [person, name]);
  if (!database || copy === undefined) return null;
  if (isRunOut(copy.at, now)) {
    await dropRunOut(database, now);
    return null;
  }
  try {
    return { value: await unseal(database, person, copy.sealed), at: copy.at };
  } catch {
    // A copy without its key is none.
    return null;
  }
}

/** Forgets one copy: the server no longer shows it to this person. */
export async function dropCopy(person: string, name: string): Promise<void> {
  await (await usableDatabase())?.delete('copy', [person, name]);
}

/** Forgets all copies, those of `except` apart, and the keys of whoever has nothing left to send. */
export async function dropCopies(except: string | null): Promise<void> {
  const database = await usableDatabase();
  if (database === null) return;
  const dropping = database.transaction(['key', 'copy', 'deed'], 'readwrite');
  const [copies, keys] = [dropping.objectStore('copy'), dropping.objectStore('key')];
  for (const [person, name] of await copies.getAllKeys()) if (person !== except) await copies.delete([person, name]);
  for (const person of await keys.getAllKeys()) {
    const waits = await dropping.objectStore('deed').index('person').count(person);
    if (person !== except && waits === 0) await keys.delete(person);
  }
  await dropping.done;
}

function isRunOut(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) > LONGEST_DAYS * DAY_MS;
}

async function dropRunOut(database: Database, now: Date): Promise<void> {
  for (const { person, name, at } of await database.getAll('copy')) {
    if (isRunOut(at, now)) await database.delete('copy', [person, name]);
  }
}

async function dropOldest(database: Database): Promise<void> {
  const excess = (await database.count('copy')) - MOST_COPIES;
  if (excess <= 0) return;
  const oldest = (await database.getAll('copy')).toSorted((one, other) => one.at.localeCompare(other.at));
  for (const { person, name } of oldest.slice(0, excess)) await database.delete('copy', [person, name]);
}

async function usableDatabase(): Promise<Database | null> {
  try {
    return await openDatabase();
  } catch {
    return null;
  }
}
