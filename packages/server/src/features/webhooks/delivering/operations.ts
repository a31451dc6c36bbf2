import { createBackground, type Background } from '../../../platform/background.ts';
import { CannotStart } from '../../../platform/cannot-start.ts';
import type { Chance } from '../../../platform/chance.ts';
import type { Clock } from '../../../platform/clock.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import type { Outcome, Outgoing } from '../../../platform/outgoing.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { signMessage } from '../../../platform/standard-webhooks.ts';
import { placeOf } from '../operations.ts';
import { findWebhook, insertChange, lockWebhook, updateWebhook } from '../store.ts';
import { afterAttempt, failingSince, isGivenUp } from '../webhook.ts';
import {
  advanceDelivery,
  forgetEvents,
  insertAttempt,
  insertDisabledNotice,
  listCountiesDue,
  listSealed,
  replaceSealed,
  saveFailingSince,
  takeDue,
  type DueDelivery,
} from './store.ts';

/** What sending needs. */
export interface DeliveryParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly seals: Seals;
  readonly outgoing: Outgoing;
}

const MOST_AT_ONCE = 20;
/** Longer than any request lasts: after that its sender has died. */
const TAKEN_MS = 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Sends everything of one county that is due, and returns how many were sent. Sending happens outside of transactions:
 * what was sent and not recorded, because the program died in between, is sent again.
 */
export async function deliverDue(parts: DeliveryParts, county: string, signal?: AbortSignal): Promise<number> {
  const { db, clock } = parts;
  let sent = 0;
  for (let isFull = true; isFull && signal?.aborted !== true;) {
    const now = clock.now();
    const takenUntil = new Date(now.getTime() + TAKEN_MS).toISOString();
    const due = await inCounty(db, county, (tx) =>
      takeDue(tx, county, { now: now.toISOString(), takenUntil, most: MOST_AT_ONCE }),
    );
    await Promise.all(due.map((delivery) => deliver(parts, county, delivery, signal)));
    sent += due.length;
    isFull = due.length === MOST_AT_ONCE;
  }
  return sent;
}

async function deliver(
  parts: DeliveryParts,
  county: string,
  delivery: DueDelivery,
  signal?: AbortSignal,
): Promise<void> {
  const { db, clock, outgoing } = parts;
  const began = clock.now();
  const { url, body, event: id } = delivery;
  const headers = {
    ...signMessage({ id, body, at: began }, secretsOf(parts, county, delivery, began.toISOString())),
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Qingzhuang-Webhooks/1',
  };
  const outcome = await outgoing({ url, headers, body }, signal);
  const milliseconds = Math.max(0, clock.now().getTime() - began.getTime());
  await inCounty(db, county, (tx) =>
    recordAttempt(tx, { ...parts, county, delivery, outcome, milliseconds, at: began.toISOString() }),
  );
}

function secretsOf(
  { seals }: DeliveryParts,
  county: string,
  { webhook, secret, oldSecret, oldSecretUntil }: DueDelivery,
  now: string,
): string[] {
  const isOldValid = oldSecret !== null && oldSecretUntil !== null && now < oldSecretUntil;
  const place = placeOf({ county, id: webhook });
  return [secret, ...(isOldValid ? [oldSecret] : [])].map((sealed) => seals.unseal(sealed, place).toString());
}

interface Sent {
  readonly county: string;
  readonly chance: Chance;
  readonly delivery: DueDelivery;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  readonly at: string;
}

async function recordAttempt(tx: Db, { county, chance, delivery, outcome, milliseconds, at }: Sent): Promise<void> {
  const key = { county, id: delivery.webhook };
  // The webhook first, as everyone who changes it does: two locks in one order cannot cross.
  await lockWebhook(tx, key);
  const webhook = await findWebhook(tx, key);
  if (webhook === undefined) return;
  const [status, fault, reply] = 'fault' in outcome ? [null, outcome.fault, ''] : [outcome.status, null, outcome.reply];
  const number = delivery.attempts + 1;
  const after = afterAttempt({ number, status, at, random: randomOf(chance) });
  if (!(await advanceDelivery(tx, { county, id: delivery.id }, { attempts: delivery.attempts, ...after }))) return;
  await insertAttempt(tx, { county, delivery: delivery.id, number, at, status, fault, milliseconds, reply });
  const since = failingSince(webhook.failingSince, { status, at });
  if (since !== webhook.failingSince) await saveFailingSince(tx, key, since);
  if (webhook.state !== 'active' || !isGivenUp(since, { status, at })) return;
  await updateWebhook(tx, key, { state: 'disabled' });
  const { url, version } = webhook;
  await insertChange(tx, key, { what: 'disabled', version: version + 1, url, person: null, at });
  await insertDisabledNotice(tx, key, at);
}

/** At least 0, below 1. */
function randomOf(chance: Chance): number {
  const [high = 0, low = 0] = chance.bytes(2);
  return (high * 256 + low) / 65_536;
}

/** Sends what is due in every county; a job does this each minute. */
export async function deliverAll(parts: DeliveryParts & { readonly owner: Db }): Promise<number> {
  const counties = await listCountiesDue(parts.owner, parts.clock.now().toISOString());
  const sent = await Promise.all(counties.map((county) => deliverDue(parts, county)));
  return sent.reduce((sum, count) => sum + count, 0);
}

/** Sends what is due in a county whenever something was written there. */
export function createDeliverer(parts: DeliveryParts, onFailure: (error: Error) => void): Background {
  const stopping = new AbortController();
  const background = createBackground(async (county) => {
    await deliverDue(parts, county, stopping.signal);
  }, onFailure);
  return {
    ask: (county) => background.ask(county),
    stop() {
      // What is on its way is broken off, and sent again by the next program.
      stopping.abort(new Error('The program stops.'));
      return background.stop();
    },
  };
}

/** Forgets events and their deliveries after 30 days. */
export function forgetDeliveries({ owner, clock }: { readonly owner: Db; readonly clock: Clock }): Promise<void> {
  return forgetEvents(owner, new Date(clock.now().getTime() - KEPT_MS).toISOString());
}

/** Seals anew what was sealed with a former key. Throws when something does not open. */
export async function resealWebhooks(owner: Db, seals: Seals): Promise<void> {
  for (const { county, id, secret, oldSecret } of await listSealed(owner)) {
    if (seals.isCurrent(secret) && (oldSecret === null || seals.isCurrent(oldSecret))) continue;
    const place = placeOf({ county, id });
    const [now, before] = [secret, oldSecret].map((sealed) => sealed && seals.seal(open(seals, sealed, place), place));
    if (now) await replaceSealed(owner, { county, id, secret: now, oldSecret: before ?? null });
  }
}

function open(seals: Seals, sealed: Uint8Array, place: string): Buffer {
  try {
    return seals.unseal(sealed, place);
  } catch (cause) {
    throw new CannotStart(
      'seal-key-missing',
      '数据目录中的 keys/seals.json 不是加密本数据库所用的密钥，请从备份中放回。\n' +
        'keys/seals.json in the data directory is not the key of this database: put it back from a backup.',
      { cause },
    );
  }
}
