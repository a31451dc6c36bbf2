/** Sends the deeds that wait, in their order. The page and the service worker run it; never two of them at once. */
import { type DeedLine, type DeedRequest, dropDeed, isSilent, listDeeds, noteRefusal, takeDeed } from './deeds.ts';

/** Why sending has ended: nothing waits, no network, nobody is signed in, somebody else is, or the server wants time. */
export type SendingEnd = 'all-sent' | 'no-line' | 'signed-out' | 'somebody-else' | 'later';

/** What became of one deed. */
export type Sent =
  | { readonly id: string; readonly subject: string; readonly state: 'sent'; readonly reply: unknown }
  | { readonly id: string; readonly subject: string; readonly state: 'refused'; readonly problem: unknown };

interface Sending {
  /** The session is known to be this person's, so the server need not be asked. */
  readonly isSure: boolean;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly now: () => Date;
  readonly onSent: (sent: Sent) => void;
}

const LOCK = 'qingzhuang-outbox';
const WHO = '/api/v1/me';
/** A deed that goes out sooner was done just now; the server's own clock knows better when that is. */
const LATE_AFTER_MS = 60_000;
/** On a weak signal a request may hang for ever. */
const LONGEST_MS = 60_000;

/**
 * Sends what this person's deeds say, and nobody else's: first it asks the server whose session it is. With null it
 * sends for whoever the session belongs to. Waits for a sender in another tab.
 */
export function sendDeeds(person: string | null, sending: Sending): Promise<SendingEnd> {
  return alone(() => sendAll(person, sending));
}

async function sendAll(person: string | null, sending: Sending): Promise<SendingEnd> {
  const signedIn = sending.isSure && person !== null ? { person } : await askWho(sending.fetch);
  if ('end' in signedIn) return signedIn.end;
  return person === null || signedIn.person === person ? sendAllOf(signedIn.person, sending) : 'somebody-else';
}

async function sendAllOf(person: string, sending: Sending): Promise<SendingEnd> {
  // Whose subject is in here waits behind a refused deed, or behind one for which the server wants time.
  const held = new Set<string>();
  let end: SendingEnd = 'all-sent';
  for (let deed = await nextDeed(person, held); deed; deed = await nextDeed(person, held)) {
    const outcome = await sendOne(deed, sending);
    if (outcome === 'no-line' || outcome === 'signed-out') return outcome;
    if (outcome !== 'sent') held.add(deed.subject);
    if (outcome === 'later') end = 'later';
  }
  return end;
}

async function nextDeed(person: string, held: Set<string>): Promise<DeedLine | undefined> {
  const deeds = await listDeeds(person);
  for (const { subject, refusal } of deeds) if (refusal !== null) held.add(subject);
  return deeds.find(({ subject, refusal }) => refusal === null && !held.has(subject));
}

async function sendOne(deed: DeedLine, { fetch, now, onSent }: Sending): Promise<Outcome> {
  const { id, subject, saidAt } = deed;
  const request = await takeDeed(id);
  if (request === undefined) return 'sent';
  const isLate = now().getTime() - Date.parse(saidAt) > LATE_AFTER_MS;
  let response: Response;
  let reply: unknown;
  try {
    response = await fetch(request.url, initOf(isLate ? withTime(request, saidAt) : request));
    reply = await response.json();
  } catch {
    return 'no-line';
  }
  const outcome = outcomeOf(response, reply);
  const isLost = isSilent(deed.name) && (outcome === 'refused' || outcome === 'later');
  if (outcome === 'sent' || isLost) {
    await dropDeed(id);
    onSent({ id, subject, state: 'sent', reply });
    return 'sent';
  }
  if (outcome === 'refused') {
    const { code, ...facts } = reply as { readonly code: string };
    await noteRefusal(id, { code, facts });
    onSent({ id, subject, state: 'refused', problem: reply });
  }
  return outcome;
}

type Outcome = 'sent' | 'refused' | 'later' | 'no-line' | 'signed-out';

const TOO_BUSY: readonly number[] = [408, 425, 429];

/** What a reply means. A page that some proxy puts in the server's place is no answer of ours. */
function outcomeOf({ ok, status }: Response, reply: unknown): Outcome {
  if (ok) return 'sent';
  if (status === 401) return 'signed-out';
  if (status >= 500 || TOO_BUSY.includes(status)) return 'later';
  return typeof reply === 'object' && reply !== null && 'code' in reply ? 'refused' : 'later';
}

/** Says when it was done, where the deed is one event; a list of edits says it of each. */
function withTime(request: DeedRequest, saidAt: string): DeedRequest {
  return 'event' in request.body ? { ...request, body: { ...request.body, saidAt } } : request;
}

function initOf({ method, body }: DeedRequest): RequestInit {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(LONGEST_MS);
  return { method, headers, body: JSON.stringify(body), credentials: 'same-origin', signal };
}

async function askWho(
  fetch: Sending['fetch'],
): Promise<{ readonly person: string } | { readonly end: 'no-line' | 'signed-out' | 'later' }> {
  try {
    const response = await fetch(WHO, { credentials: 'same-origin', cache: 'no-store' });
    if (response.status === 401) return { end: 'signed-out' };
    if (!response.ok) return { end: 'later' };
    return (await response.json()) as { readonly person: string };
  } catch {
    return { end: 'no-line' };
  }
}

let before: Promise<unknown> = Promise.resolve();

/** One sender at a time in all tabs; where the browser has no locks, in this one. */
function alone(send: () => Promise<SendingEnd>): Promise<SendingEnd> {
  if ('locks' in navigator) return navigator.locks.request(LOCK, send);
  const sending = before.then(send);
  before = sending.catch(() => undefined);
  return sending;
}
