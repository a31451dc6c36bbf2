/** What this browser keeps of the pages behind the account: copies to read and deeds to send, all of it sealed. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What only the holder of the person's key can read. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** What was read from the server, as it stood at `at` (RFC 3339). */
export interface StoredCopy {
  readonly person: string;
  readonly name: string;
  readonly at: string;
  readonly sealed: Sealed;
}

/** A deed that the server has not taken yet. What it says is sealed; what its order and place need is not. */
export interface StoredDeed {
  /** Given by the store, in the order of the deeds. */
  readonly order?: number;
  readonly id: string;
  readonly person: string;
  readonly subject: string;
  readonly name: string;
  readonly saidAt: string;
  /** The refusal with which the server answered; null while it waits. */
  readonly refusal: Refused | null;
  /** It was sent at least once: the server may have it, so it says what it says. */
  readonly isTried: boolean;
  readonly sealed: Sealed;
}

/** A refusal as it can be stored; the page makes a `Refusal` of it. */
export interface Refused {
  readonly code: string;
  readonly facts: object;
}

interface Schema extends DBSchema {
  key: { key: string; value: CryptoKey };
  copy: { key: [person: string, name: string]; value: StoredCopy };
  deed: { key: number; value: StoredDeed; indexes: { person: string; id: string } };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'qingzhuang-offline';
const VERSION = 1;

let opened: Promise<Database> | null = null;

/** The database of this browser. Throws where nothing can be kept: in a private window, or without HTTPS. */
export function openDatabase(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Database> {
  // Nothing is kept unsealed, and a page that came over plain HTTP has nothing to seal with.
  if (!isSecureContext) throw new Error('The browser seals nothing on a page without HTTPS.');
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('key');
      database.createObjectStore('copy', { keyPath: ['person', 'name'] });
      const deeds = database.createObjectStore('deed', { keyPath: 'order', autoIncrement: true });
      deeds.createIndex('person', 'person');
      deeds.createIndex('id', 'id', { unique: true });
    },
    // A newer page in another tab must not wait for this one.
    blocking() {
      database.close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
  return database;
}
