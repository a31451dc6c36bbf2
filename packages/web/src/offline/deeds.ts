/** The deeds that wait on this device, in their order. */
import { openDatabase, type Refused, type StoredDeed } from './database.ts';
import { seal, unseal } from './seal.ts';

/** What is sent to the server, as the contract encodes it. */
export interface DeedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a deed does; the words for it stand with the pages. */
export type DeedName = 'answer' | 'return' | 'open' | 'time' | 'fill' | 'submit' | 'decide';

/** What goes on without anybody's doing: nobody waits for it, and it may be lost. */
export function isSilent(name: DeedName): boolean {
  return name === 'open' || name === 'time';
}

export interface Deed {
  /** The event's id: sent twice it happens once. */
  readonly id: string;
  readonly person: string;
  /** What it is about, as `UNIT/DEMAND`: a deed waits behind a refused one of the same subject. */
  readonly subject: string;
  readonly name: DeedName;
  /** When it was done, RFC 3339. */
  readonly saidAt: string;
  readonly request: DeedRequest;
}

/** A deed without what it says, as lists need it. */
export type DeedLine = Omit<Deed, 'request'> & { readonly order: number; readonly refusal: Refused | null };

/** Keeps a deed behind those that wait. Throws where nothing can be kept. */
export async function keepDeed({ request, ...line }: Deed): Promise<void> {
  const database = await openDatabase();
  const sealed = await seal(database, line.person, request);
  await database.add('deed', { ...line, refusal: null, isTried: false, sealed });
}

/** Lets a deed that was never sent say more, and answers whether it could: what the server may have stays as it is. */
export async function growDeed({ request, ...line }: Deed): Promise<boolean> {
  const database = await openDatabase();
  const sealed = await seal(database, line.person, request);
  const growing = database.transaction('deed', 'readwrite');
  const kept = await growing.store.index('id').get(line.id);
  const mayGrow = kept?.isTried === false;
  if (mayGrow) await growing.store.put({ ...kept, sealed });
  await growing.done;
  return mayGrow;
}

/** The deeds of this person in their order, or those of everybody. */
export async function listDeeds(person: string | null): Promise<DeedLine[]> {
  try {
    const database = await openDatabase();
    const found =
      person === null ? await database.getAll('deed') : await database.getAllFromIndex('deed', 'person', person);
    return found.map(lineOf).toSorted((one, other) => one.order - other.order);
  } catch {
    return [];
  }
}

/** What a deed says; undefined when it is gone. */
export async function readDeed(id: string): Promise<DeedRequest | undefined> {
  const database = await openDatabase();
  const kept = await database.getFromIndex('deed', 'id', id);
  return kept && ((await unseal(database, kept.person, kept.sealed)) as DeedRequest);
}

/** What a deed says, to be sent now: from here on it does not grow. Undefined when it is gone. */
export async function takeDeed(id: string): Promise<DeedRequest | undefined> {
  const database = await openDatabase();
  const taking = database.transaction('deed', 'readwrite');
  const kept = await taking.store.index('id').get(id);
  if (kept !== undefined) await taking.store.put({ ...kept, isTried: true });
  await taking.done;
  return kept && ((await unseal(database, kept.person, kept.sealed)) as DeedRequest);
}

/** Forgets a deed: it was sent, or its author has dropped it. */
export async function dropDeed(id: string): Promise<void> {
  const dropping = (await openDatabase()).transaction('deed', 'readwrite');
  const order = await dropping.store.index('id').getKey(id);
  if (order !== undefined) await dropping.store.delete(order);
  await dropping.done;
}

/** Notes that the server has refused it; with null, that it waits again. */
export async function noteRefusal(id: string, refusal: Refused | null): Promise<void> {
  const noting = (await openDatabase()).transaction('deed', 'readwrite');
  const kept = await noting.store.index('id').get(id);
  if (kept !== undefined) await noting.store.put({ ...kept, refusal });
  await noting.done;
}

function lineOf({ order = 0, id, person, subject, name, saidAt, refusal }: StoredDeed): DeedLine {
  return { order, id, person, subject, name: name as DeedName, saidAt, refusal };
}
