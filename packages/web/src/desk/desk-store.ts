import type { SourceText } from '@qingzhuang/analysis';
import type { Rewrites } from './desk.ts';

/** What is kept of a checked document on this machine, so that a reload loses nothing. */
export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly source: SourceText;
  readonly receivedAt: string | null;
  readonly accepted: Rewrites;
  /** Order of arrival. */
  readonly order: number;
}

const DATABASE = 'qingzhuang-check';
const STORE = 'documents';

/** Where the desk keeps its documents between visits. */
export interface DeskStore {
  /** Everything kept, oldest first. */
  load(): Promise<StoredDocument[]>;
  /** Answers false when nothing can be kept, so that the page can say so. */
  save(document: StoredDocument): Promise<boolean>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** The store of this browser. An unusable one (a private window, say) counts as empty. */
export const browserStore: DeskStore = {
  async load() {
    const documents = await withStore('readonly', (store) => store.getAll() as IDBRequest<StoredDocument[]>);
    return (documents ?? []).toSorted((a, b) => a.order - b.order);
  },
  async save(document) {
    return (await withStore('readwrite', (store) => store.put(document))) !== null;
  },
  async remove(id) {
    await withStore('readwrite', (store) => store.delete(id));
  },
  async clear() {
    await withStore('readwrite', (store) => store.clear());
  },
};

async function withStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await open();
    try {
      return await answerOf(use(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }));
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser refused the store.')));
  });
}
