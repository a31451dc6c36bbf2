import { isBelow, Refusal, type demands, type inbox } from '@qingzhuang/contract';
import type { Actor } from '../../../platform/actor.ts';
import { assertActsFor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import type { FileStore } from '../../../platform/files.ts';
import { ceilingOf } from '../../caps/index.ts';
import { baseName } from '../../checks/index.ts';
import { DONE_DAYS, layOut, type InboxRow } from './inbox.ts';
import { insertBearerFile, listInboxRows, sumOffGateMinutes } from './store.ts';

/** Whoever has a post for the unit or for one above it may see what it bears; others are not told that it exists. */
export function assertMaySeeBearer(actor: Actor, unit: string): void {
  if (!maySeeBearer(actor, unit)) throw new Refusal('no-such-record');
}

/** Whoever keeps the accounts of a county has no business in what the units below are asked and answer. */
export function maySeeBearer({ posts }: Actor, unit: string): boolean {
  return posts.some((post) => post.unit === unit || (post.role !== 'administrator' && isBelow(unit, post.unit)));
}

/** What a unit has registered is its own: a unit above may be the one that gave the order. */
export function assertOwnUnit({ posts }: Actor, unit: string): void {
  if (!posts.some((post) => post.unit === unit)) throw new Refusal('no-such-record');
}

/** The row as this person may see it. Whether a bearer has looked is its own business: those above may be who asks. */
export function asSeenBy({ posts }: Actor, unit: string, row: InboxRow): InboxRow {
  return row.state !== 'opened' || posts.some((post) => post.unit === unit) ? row : { ...row, state: null };
}

/** Only the unit's own clerk or lead does things in its name. */
export function assertBears(actor: Actor, unit: string): void {
  assertMaySeeBearer(actor, unit);
  assertActsFor(actor, unit, 'bearer-clerk', 'unit-lead');
}

/** The page of one bearer, in four small queries that make one trip. */
export async function readInbox(acting: Acting, unit: string): Promise<inbox.Inbox> {
  const { db, actor, clock } = acting;
  assertMaySeeBearer(actor, unit);
  const [now, today] = [clock.now(), clock.today()];
  const firstOfMonth = new Date(`${today.slice(0, 7)}-01T00:00:00+08:00`);
  const since = new Date(Math.min(firstOfMonth.getTime(), now.getTime() - DONE_DAYS * DAY_MS)).toISOString();
  const key = { county: actor.county, unit };
  const [rows, offGateMinutes, ceilingMinutes] = await Promise.all([
    listInboxRows(db, key, since),
    sumOffGateMinutes(db, key, firstOfMonth.toISOString()),
    ceilingOf(acting, unit),
  ]);
  return layOut(
    rows.map((row) => asSeenBy(actor, unit, row)),
    { unit, now: now.toISOString(), today, offGateMinutes, ceilingMinutes },
  );
}

const DAY_MS = 86_400_000;

/** What a bearer hands in, its bytes stored. */
export interface HandedIn {
  readonly unit: string;
  readonly file: demands.DemandFile;
}

export type FileOrText =
  | { readonly unit: string; readonly text: string }
  | {
      readonly unit: string;
      readonly file: File;
      /** The words of a photo or scan, checked by whoever sends it. */
      readonly transcript?: string;
    };

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
