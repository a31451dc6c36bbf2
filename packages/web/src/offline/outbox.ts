/** What was done on this device and has not reached the server: kept first, then sent, so that nothing is lost. */
import { encodeRequest, type DeepReadonly, type Endpoint, isRefusalCode, Refusal } from '@qingzhuang/contract';
import { useMemo, useSyncExternalStore } from 'react';
import { callServer } from '../api.tsx';
import { now } from '../clock.ts';
import { readWho } from '../who.ts';
import { CHANNEL, SYNC_TAG } from './channel.ts';
import {
  type Deed,
  type DeedLine,
  type DeedName,
  dropDeed,
  growDeed,
  keepDeed,
  listDeeds,
  noteRefusal,
} from './deeds.ts';
import { hasLine, noteLine, onLine } from './line.ts';
import { sendDeeds, type SendingEnd, type Sent } from './sender.ts';

/** So long a page waits for the server before it says that the deed is kept and will go out by itself. */
const PATIENCE_MS = 8_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

interface Outbox {
  /** The person who is signed in; null while nobody is. */
  readonly person: string | null;
  /** His deeds; while nobody is signed in, those of everybody. */
  readonly deeds: readonly DeedLine[];
  readonly isSignedOut: boolean;
}

let outbox: Outbox = { person: null, deeds: [], isSignedOut: false };
let tell: Tell = ignore;
let retryAfter = FIRST_RETRY_MS;
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const awaited = new Map<string, (sent: Sent) => void>();
const hearers = new Set<(sent: Sent) => void>();

/** Is told about what something was sent, and whether this page has sent it and so knows the reply. */
type Tell = (subject: string, isHere: boolean) => void;

/** The deeds that wait or were refused. */
export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, () => outbox);
}

/** The deeds of one subject. */
export function useDeeds(subject: string): readonly DeedLine[] {
  const { deeds } = useOutbox();
  return useMemo(() => deeds.filter((deed) => deed.subject === subject), [deeds, subject]);
}

/** Shows what waits on the device although nobody is signed in. */
export async function watchOutbox(): Promise<void> {
  change({ person: null });
  await refresh();
}

/** Sends what waits for this person, now and whenever the line comes back; the result ends it. */
export function startOutbox(person: string, onSubject: Tell): () => void {
  tell = onSubject;
  change({ person, isSignedOut: false });
  const listening = new AbortController();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    tell(data, false);
    void refresh();
  };
  function wake(): void {
    if (document.visibilityState === 'visible') sendNow();
  }
  addEventListener('online', sendNow, listening);
  addEventListener('offline', () => noteLine(false), listening);
  document.addEventListener('visibilitychange', wake, listening);
  const stopLine = onLine(() => hasLine() && sendNow());
  void refresh().then(sendNow);
  return () => {
    listening.abort();
    channel.close();
    stopLine();
    clearTimeout(retry);
    tell = ignore;
    change({ person: null });
  };
}

export interface About {
  readonly subject: string;
  readonly name: DeedName;
}

/**
 * Does something in the name of the person who is signed in. Gives the server's reply, or null when there is no line:
 * then the deed waits and goes out by itself. Throws what the server refuses at once.
 */
export async function perform<Input extends { readonly event: string }, Reply>(
  endpoint: Endpoint<Input, Reply>,
  input: Input,
  { subject, name }: About,
): Promise<DeepReadonly<Reply> | null> {
  const deed = toDeed(endpoint, { id: input.event, input, subject, name });
  const atOnce = await keepOrSend(endpoint as Endpoint<object, Reply>, input, deed);
  if (atOnce !== null) return atOnce;
  const settled = new Promise<Sent>((resolve) => awaited.set(deed.id, resolve));
  try {
    await refresh();
    const sent = await Promise.race([settled, send().then(() => null), patience()]);
    if (sent === null) void askForSync();
    if (sent?.state === 'refused') throw await takeBack(deed.id, sent.problem);
    return sent === null ? null : (sent.reply as DeepReadonly<Reply>);
  } finally {
    awaited.delete(deed.id);
  }
}

/**
 * Keeps edits to be sent in a moment; with `isMore`, with those that still wait under the same id. Answers false when these
 * have gone out already.
 */
export async function keepEdits<Input extends object, Reply>(
  endpoint: Endpoint<Input, Reply>,
  edits: { readonly id: string; readonly input: Input; readonly subject: string; readonly isMore: boolean },
): Promise<boolean> {
  const deed = toDeed(endpoint, { ...edits, name: 'fill' });
  if (edits.isMore) return growDeed(deed);
  await keepOrSend(endpoint as Endpoint<object, Reply>, edits.input, deed);
  await refresh();
  return true;
}

/** Keeps a deed. Where nothing can be kept, it is sent as any other request: then the reply is given, else null. */
async function keepOrSend<Reply>(
  endpoint: Endpoint<object, Reply>,
  input: object,
  deed: Deed,
): Promise<DeepReadonly<Reply> | null> {
  return (await keepInTurn(deed)) ? null : callServer(endpoint, input);
}

let turn: Promise<unknown> = Promise.resolve();

// Sealing takes a moment: without turns a deed could overtake the one before it.
function keepInTurn(deed: Deed): Promise<boolean> {
  const keeping = turn
    .then(() => keepDeed(deed))
    .then(
      () => true,
      () => false,
    );
  turn = keeping;
  return keeping;
}

/** Sends what waits, and tries again by itself when it cannot. */
export function sendNow(): void {
  void send();
}

/** Forgets a deed that was refused. */
export async function forgetDeed(id: string): Promise<void> {
  await dropDeed(id);
  await refresh();
  // What waited behind it may go out now.
  sendNow();
}

/** Sends a refused deed once more, as it is. */
export async function retryDeed(id: string): Promise<void> {
  await noteRefusal(id, null);
  await refresh();
  sendNow();
}

function toDeed<Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  { id, input, subject, name }: About & { readonly id: string; readonly input: Input },
): Deed {
  const { person } = outbox;
  if (person === null) throw new Refusal('not-signed-in');
  const { url, body } = encodeRequest(endpoint, input);
  if (typeof body !== 'string') throw new Error('Files are sent at once; they do not wait.');
  const request = { method: endpoint.method, url, body: JSON.parse(body) as Deed['request']['body'] };
  return { id, person, subject, name, saidAt: now().toISOString(), request };
}

async function send(): Promise<SendingEnd> {
  clearTimeout(retry);
  const { person } = outbox;
  if (person === null || outbox.deeds.every(({ refusal }) => refusal !== null)) return 'all-sent';
  const isSure = hasLine() && readWho()?.person === person;
  const end = await sendDeeds(person, { isSure, fetch: fetchNoting, now, onSent: spread });
  await refresh();
  if (end === 'no-line' || end === 'later') retryLater();
  else retryAfter = FIRST_RETRY_MS;
  change({ isSignedOut: end === 'signed-out' || end === 'somebody-else' });
  return end;
}

/** Hears what this page has sent, with the server's reply; the result ends it. */
export function onSent(hear: (sent: Sent) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function spread(sent: Sent): void {
  awaited.get(sent.id)?.(sent);
  for (const hear of hearers) hear(sent);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(sent.subject);
  channel.close();
  // Whoever waits for the reply shows it himself.
  if (!awaited.has(sent.id)) tell(sent.subject, true);
}

function retryLater(): void {
  retry = setTimeout(sendNow, retryAfter);
  retryAfter = Math.min(retryAfter * 2, LAST_RETRY_MS);
}

async function fetchNoting(url: string, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    noteLine(true);
    return response;
  } catch (error) {
    noteLine(false);
    throw error;
  }
}

async function takeBack(id: string, problem: unknown): Promise<Refusal> {
  await dropDeed(id);
  await refresh();
  return toRefusal(problem as { readonly code: string });
}

/** The refusal that the server's problem document carries. */
export function toRefusal({ code, ...facts }: { readonly code: string }): Refusal {
  return new Refusal(isRefusalCode(code) ? code : 'internal', facts);
}

function patience(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
}

interface SyncingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

async function askForSync(): Promise<void> {
  try {
    const registration: SyncingRegistration | undefined = await navigator.serviceWorker.getRegistration();
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // A browser without it sends when the page is open again.
  }
}

async function refresh(): Promise<void> {
  change({ deeds: await listDeeds(outbox.person) });
}

function change(changes: Partial<Outbox>): void {
  outbox = { ...outbox, ...changes };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function ignore(): void {
  // Nobody is on the page to be told.
}
