import { Refusal, type demands, type inbox } from '@qingzhuang/contract';
import type { Actor } from '../../../platform/actor.ts';
import { assertActsFor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import type { FileStore } from '../../../platform/files.ts';
import { baseName } from '../../checks/index.ts';
import { isBelow } from '../../organisations/index.ts';
import { DONE_DAYS, layOut } from './inbox.ts';
import { insertBearerFile, listInboxRows, sumOffGateMinutes } from './store.ts';

/** Whoever has a post for the unit or for one above it may see what it bears; others are not told that it exists. */
export function assertMaySeeBearer(actor: Actor, unit: string): void {
  if (!maySeeBearer(actor, unit)) throw new Refusal('no-such-record');
}

export function maySeeBearer({ posts }: Actor, unit: string): boolean {
  return posts.some((post) => post.unit === unit || isBelow(unit, post.unit));
}

/** Only the unit's own clerk or lead does things in its name. */
export function assertBears(actor: Actor, unit: string): void {
  assertMaySeeBearer(actor, unit);
  assertActsFor(actor, unit, 'bearer-clerk', 'unit-lead');
}

/** The page of one bearer, in two queries. */
export async function readInbox({ db, actor, clock }: Acting, unit: string): Promise<inbox.Inbox> {
  assertMaySeeBearer(actor, unit);
  const [now, today] = [clock.now(), clock.today()];
  const firstOfMonth = new Date(`${today.slice(0, 7)}-01T00:00:00+08:00`);
  const since = new Date(Math.min(firstOfMonth.getTime(), now.getTime() - DONE_DAYS * DAY_MS)).toISOString();
  const key = { county: actor.county, unit };
  const rows = await listInboxRows(db, key, since);
  const offGateMinutes = await sumOffGateMinutes(db, key, firstOfMonth.toISOString());
  return layOut(rows, { unit, now: now.toISOString(), today, offGateMinutes, ceilingMinutes: null });
}

const DAY_MS = 86_400_000;

/** What a bearer hands in, its bytes stored. */
export interface HandedIn {
  readonly unit: string;
  readonly file: demands.DemandFile;
}

export type FileOrText =
  { readonly unit: string; readonly text: string } | { readonly unit: string; readonly file: File };

/** Stores the bytes before any transaction begins. Who may not act for the unit stores nothing. */
export async function prepareFile(_: Context, given: FileOrText, actor: Actor, files: FileStore): Promise<HandedIn> {
  assertBears(actor, given.unit);
  const { name, bytes } = await takeBytes(given);
  return { unit: given.unit, file: { sha256: await files.put(bytes), name, bytes: bytes.length } };
}

/** The bytes of what was dropped or pasted, under a name that can stand in a list. Refuses what is empty. */
export async function takeBytes(given: FileOrText): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const isFile = 'file' in given;
  const bytes = isFile ? new Uint8Array(await given.file.arrayBuffer()) : new TextEncoder().encode(given.text);
  if (bytes.length === 0) throw new Refusal('empty');
  const named = isFile ? baseName(given.file.name).replaceAll(/[\p{Cc}\p{Cf}]/gu, '') : '粘贴的文字.txt';
  return { name: named === '' ? '未命名' : named, bytes };
}

export async function handInFile({ db, actor }: Acting, { unit, file }: HandedIn): Promise<demands.DemandFile> {
  await insertBearerFile(db, { county: actor.county, unit }, file);
  return file;
}
