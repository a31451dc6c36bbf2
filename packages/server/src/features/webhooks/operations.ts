import { Refusal, webhooks, type DeepReadonly, type Page } from '@qingzhuang/contract';
import type { Acting } from '../../platform/context.ts';
import type { Db } from '../../platform/db.ts';
import type { Network } from '../../platform/network.ts';
import { mayBeEntered } from '../../platform/outgoing.ts';
import type { Seals } from '../../platform/sealed.ts';
import {
  askAgain,
  countWebhooks,
  deleteWebhook as removeWebhook,
  findDelivery,
  findWebhook,
  getSecrets,
  hasListener,
  insertChange,
  insertEvent,
  insertEventFor,
  insertWebhook,
  listDeliveries as listStoredDeliveries,
  lockWebhook,
  updateWebhook,
  type DeliveryFilter,
  type WebhookChange,
  type WebhookColumns,
  type WebhookKey,
} from './store.ts';

/** Where secrets are sealed, and which addresses may be told anything. */
export interface WebhookTools {
  readonly seals: Seals;
  readonly network: Network;
}

const MOST_WEBHOOKS = 50;
const OLD_SECRET_MS = 24 * 3_600_000;
const SECRET_BYTES = 32;

/** Opens a way out of the county. The secret is given this once. */
export async function createWebhook(
  acting: Acting,
  plan: webhooks.WebhookPlan,
  { seals, network }: WebhookTools,
): Promise<webhooks.WebhookWithSecret> {
  const { db, actor, chance, clock } = acting;
  if (!mayBeEntered(network, plan.url)) throw new Refusal('forbidden-address');
  if ((await countWebhooks(db, actor.county)) >= MOST_WEBHOOKS) throw new Refusal('too-many');
  const key = { county: actor.county, id: chance.id() };
  const secret = makeSigningSecret(acting);
  const at = clock.now().toISOString();
  await insertWebhook(db, { ...key, plan, secret: seals.seal(Buffer.from(secret), placeOf(key)), at });
  await insertChange(db, key, { what: 'created', version: 1, person: actor.person, url: plan.url, at });
  return { ...(await getWebhook(acting, key.id)), secret };
}

/** As Standard Webhooks writes a secret. */
function makeSigningSecret({ chance }: Acting): string {
  return `whsec_${Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64')}`;
}

/** Where a secret is sealed for: moved into another row it does not open. */
export function placeOf({ county, id }: WebhookKey): string {
  return `webhook ${county} ${id}`;
}

export async function getWebhook({ db, actor }: Acting, id: string): Promise<webhooks.Webhook> {
  const webhook = await findWebhook(db, { county: actor.county, id });
  if (webhook === undefined) throw new Refusal('no-such-record');
  return webhook;
}

export function changeWebhook(
  acting: Acting,
  { id, ...plan }: webhooks.WebhookPlan & { readonly id: string },
  { network }: WebhookTools,
): Promise<webhooks.Webhook> {
  if (!mayBeEntered(network, plan.url)) throw new Refusal('forbidden-address');
  return change(acting, id, 'changed', () => plan);
}

export function pauseWebhook(acting: Acting, id: string): Promise<webhooks.Webhook> {
  return change(acting, id, 'paused', ({ state }) => {
    if (state !== 'active') throw new Refusal('wrong-state');
    return { state: 'paused' };
  });
}

/** Begins with a clean slate: five more days may fail before it is given up again. */
export function resumeWebhook(acting: Acting, id: string): Promise<webhooks.Webhook> {
  return change(acting, id, 'resumed', ({ state }) => {
    if (state === 'active') throw new Refusal('wrong-state');
    return { state: 'active', failingSince: null };
  });
}

/** A new secret; the one before signs beside it for a day. */
export async function rotateWebhookSecret(
  acting: Acting,
  id: string,
  { seals }: WebhookTools,
): Promise<webhooks.WebhookWithSecret> {
  const { db, actor, clock } = acting;
  const key = { county: actor.county, id };
  const secret = makeSigningSecret(acting);
  const webhook = await change(acting, id, 'secret-rotated', async () => ({
    secret: seals.seal(Buffer.from(secret), placeOf(key)),
    oldSecret: Buffer.from((await getSecrets(db, key)).secret),
    oldSecretUntil: new Date(clock.now().getTime() + OLD_SECRET_MS).toISOString(),
  }));
  return { ...webhook, secret };
}

type Decide = (webhook: webhooks.Webhook) => WebhookColumns | Promise<WebhookColumns>;

/** One change on the version that the administrator has seen, written down with his name. */
async function change(
  acting: Acting,
  id: string,
  what: WebhookChange['what'],
  decide: Decide,
): Promise<webhooks.Webhook> {
  const { db, actor, clock, seen } = acting;
  const key = { county: actor.county, id };
  await lockWebhook(db, key);
  const webhook = await getWebhook(acting, id);
  if (seen !== webhook.version) throw new Refusal('stale', { version: webhook.version });
  await updateWebhook(db, key, await decide(webhook));
  const changed = await getWebhook(acting, id);
  const { version, url } = changed;
  await insertChange(db, key, { what, version, url, person: actor.person, at: clock.now().toISOString() });
  return changed;
}

export async function deleteWebhook(acting: Acting, id: string): Promise<{ readonly done: true }> {
  const { db, actor, clock } = acting;
  const key = { county: actor.county, id };
  await lockWebhook(db, key);
  const { version, url } = await getWebhook(acting, id);
  const at = clock.now().toISOString();
  await insertChange(db, key, { what: 'deleted', version: version + 1, url, person: actor.person, at });
  await removeWebhook(db, key);
  return { done: true };
}

/** Puts a test event into the outbox; it is sent as soon as this request has ended. */
export async function testWebhook(acting: Acting, id: string): Promise<webhooks.Delivery> {
  const { db, actor, chance, clock } = acting;
  const { county } = actor;
  const { state } = await getWebhook(acting, id);
  if (state !== 'active') throw new Refusal('wrong-state');
  const [delivery, at] = [chance.id(), clock.now().toISOString()];
  const event: webhooks.TestCloudEvent = {
    ...envelopeOf(county, `test-${delivery}`, at),
    type: webhooks.TEST_EVENT,
    data: { webhook: id },
  };
  await insertEventFor(db, id, delivery, {
    ...{ county, id: event.id, type: event.type, at },
    body: JSON.stringify(event),
  });
  return getDelivery(acting, id, delivery);
}

export async function listDeliveries(
  acting: Acting,
  { id, ...filter }: DeliveryFilter & { readonly id: string },
): Promise<Page<webhooks.Delivery>> {
  await getWebhook(acting, id);
  return listStoredDeliveries(acting.db, { county: acting.actor.county, id }, filter);
}

export async function resendDelivery(
  acting: Acting,
  { id, delivery }: { readonly id: string; readonly delivery: string },
): Promise<webhooks.Delivery> {
  const { db, actor, clock } = acting;
  const { state } = await getWebhook(acting, id);
  await getDelivery(acting, id, delivery);
  if (state !== 'active') throw new Refusal('wrong-state');
  await askAgain(db, { county: actor.county, id: delivery }, clock.now().toISOString());
  return getDelivery(acting, id, delivery);
}

async function getDelivery({ db, actor }: Acting, id: string, delivery: string): Promise<webhooks.Delivery> {
  const found = await findDelivery(db, { county: actor.county, id }, delivery);
  if (found === undefined) throw new Refusal('no-such-record');
  return found;
}

/** A step of a demand that is in the register. */
export interface Step {
  readonly county: string;
  readonly demand: string;
  /** The version that the step led to: with the demand it is the number of the event. */
  readonly version: number;
  /** The type of the event of the demand. */
  readonly type: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/**
 * Puts what is public of these steps into the outbox, in the transaction of the steps. Reads the demand as the register
 * shows it only when somebody wants to hear of it.
 */
export async function announceSteps(
  db: Db,
  steps: readonly Step[],
  readNews: () => Promise<DeepReadonly<webhooks.DemandNews> | undefined>,
): Promise<void> {
  const told = steps.flatMap((step) => {
    const type = webhooks.WebhookEventType.safeParse(`qingzhuang.${step.type}.v1`);
    return type.success ? [{ ...step, type: type.data }] : [];
  });
  const [first] = told;
  if (first === undefined) return;
  const types = told.map(({ type }) => type);
  if (!(await hasListener(db, first.county, types))) return;
  const news = await readNews();
  if (news === undefined) return;
  for (const { county, demand, version, type, at } of told) {
    const event: DeepReadonly<webhooks.DemandCloudEvent> = {
      ...envelopeOf(county, `${demand}.${version}`, at),
      ...{ type, subject: news.code, data: news },
    };
    await insertEvent(db, { county, id: event.id, type, body: JSON.stringify(event), at });
  }
}

function envelopeOf(county: string, id: string, time: string) {
  return {
    specversion: '1.0' as const,
    id,
    source: `urn:qingzhuang:county:${county}`,
    time,
    datacontenttype: 'application/json' as const,
  };
}
