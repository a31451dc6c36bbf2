import type { Page, webhooks } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../platform/cursor.ts';
import type { Db } from '../../platform/db.ts';

export interface WebhookKey {
  readonly county: string;
  readonly id: string;
}

/** What changes with an administrator's act, and its reason for the log. */
export interface WebhookChange {
  readonly what: 'created' | 'changed' | 'paused' | 'resumed' | 'secret-rotated' | 'disabled' | 'deleted';
  readonly person: string | null;
  readonly at: string;
}

export interface SealedSecrets {
  readonly secret: Uint8Array;
  readonly oldSecret: Uint8Array | null;
  readonly oldSecretUntil: string | null;
}

export interface NewWebhook extends WebhookKey {
  readonly plan: webhooks.WebhookPlan;
  readonly secret: Uint8Array;
  readonly at: string;
}

export async function insertWebhook(db: Db, { county, id, plan, secret, at }: NewWebhook): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      ...{ county, id, version: 1, state: 'active', madeAt: at },
      url: plan.url,
      description: plan.description,
      eventTypes: plan.eventTypes,
      secret: Buffer.from(secret),
    })
    .execute();
}

/** Writes down who changed what, for the audit log. */
export async function insertChange(
  db: Db,
  { county, id }: WebhookKey,
  change: WebhookChange & { readonly version: number; readonly url: string },
): Promise<void> {
  const { url, ...rest } = change;
  await db
    .insertInto('webhookChange')
    .values({ county, webhook: id, host: new URL(url).host, ...rest })
    .execute();
}

export async function countWebhooks(db: Db, county: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('county', '=', county)
    .executeTakeFirstOrThrow();
  return count;
}

export async function listWebhooks(db: Db, county: string): Promise<webhooks.Webhook[]> {
  const rows = await shown(db, county).orderBy('madeAt').orderBy('id').execute();
  return rows.map(asWebhook);
}

export async function findWebhook(db: Db, { county, id }: WebhookKey): Promise<webhooks.Webhook | undefined> {
  const row = await shown(db, county).where('id', '=', id).executeTakeFirst();
  return row && asWebhook(row);
}

/** Whoever changes a webhook takes turns with the others. */
export async function lockWebhook(db: Db, { county, id }: WebhookKey): Promise<void> {
  await db
    .selectFrom('webhook')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The checks of the table say that state and types are those of the contract. */
function asWebhook(row: object): webhooks.Webhook {
  return row as webhooks.Webhook;
}

function shown(db: Db, county: string) {
  return db
    .selectFrom('webhook')
    .select([
      ...(['id', 'version', 'url', 'description', 'eventTypes', 'state'] as const),
      ...(['failingSince', 'oldSecretUntil', 'madeAt'] as const),
    ])
    .select(
      sql<number>`(select count(*) from webhook_delivery as delivery
        where delivery.county = webhook.county and delivery.webhook = webhook.id and delivery.state = 'waiting')`.as(
        'waiting',
      ),
    )
    .where('county', '=', county);
}

export type WebhookColumns = Partial<{
  readonly url: string;
  readonly description: string;
  readonly eventTypes: string[];
  readonly state: webhooks.Webhook['state'];
  readonly failingSince: string | null;
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
  readonly oldSecretUntil: string | null;
}>;

/** Gives the webhook its next version. */
export async function updateWebhook(db: Db, { county, id }: WebhookKey, columns: WebhookColumns): Promise<void> {
  await db
    .updateTable('webhook')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function deleteWebhook(db: Db, { county, id }: WebhookKey): Promise<void> {
  await db.deleteFrom('webhook').where('county', '=', county).where('id', '=', id).execute();
}

export async function getSecrets(db: Db, { county, id }: WebhookKey): Promise<SealedSecrets> {
  return db
    .selectFrom('webhook')
    .select(['secret', 'oldSecret', 'oldSecretUntil'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Something to be told. */
export interface NewEvent {
  readonly county: string;
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly at: string;
}

/** Whether any webhook of the county wants to hear of one of these types. */
export async function hasListener(db: Db, county: string, types: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from webhook where county = ${county} and event_types && ${[...types]}::text[] limit 1`.execute(db);
  return rows.length > 0;
}

/** Puts the event into the outbox, once for each webhook that has subscribed; paused ones get it when they go on. */
export async function insertEvent(db: Db, event: NewEvent): Promise<void> {
  const { county, id, type, at } = event;
  await db.insertInto('webhookEvent').values(event).execute();
  await sql`
    insert into webhook_delivery (county, id, webhook, event, state, next_try_at, at)
    select county, gen_random_uuid(), webhook.id, ${id}, 'waiting', ${at}, ${at}
    from webhook where county = ${county} and ${type} = any(event_types)`.execute(db);
}

/** Puts an event into the outbox for one webhook only. */
export async function insertEventFor(db: Db, webhook: string, delivery: string, event: NewEvent): Promise<void> {
  const { county, id, at } = event;
  await db.insertInto('webhookEvent').values(event).execute();
  await db
    .insertInto('webhookDelivery')
    .values({ county, id: delivery, webhook, event: id, state: 'waiting', nextTryAt: at, at })
    .execute();
}

/** Has a delivery sent once more, also one that was received or given up. */
export async function askAgain(db: Db, { county, id }: WebhookKey, at: string): Promise<void> {
  await db
    .updateTable('webhookDelivery')
    .set({ state: 'waiting', nextTryAt: at })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** What a delivery log may be narrowed to. */
export interface DeliveryFilter extends PageRequest {
  readonly state?: webhooks.Delivery['state'];
}

/** The deliveries to a webhook, the last first. */
export async function listDeliveries(
  db: Db,
  { county, id }: WebhookKey,
  filter: DeliveryFilter,
): Promise<Page<webhooks.Delivery>> {
  const after = readCursor(filter, Key);
  const rows = await deliveries(db, county)
    .where('webhookDelivery.webhook', '=', id)
    .$if(filter.state !== undefined, (query) => query.where('webhookDelivery.state', '=', filter.state ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('webhookDelivery.at', 'webhookDelivery.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? '')),
      ),
    )
    .orderBy('webhookDelivery.at', 'desc')
    .orderBy('webhookDelivery.id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows.map(asDelivery), filter, ({ happenedAt, id: delivery }) => [happenedAt, delivery]);
}

export async function findDelivery(
  db: Db,
  { county, id }: WebhookKey,
  delivery: string,
): Promise<webhooks.Delivery | undefined> {
  const row = await deliveries(db, county)
    .where('webhookDelivery.webhook', '=', id)
    .where('webhookDelivery.id', '=', delivery)
    .executeTakeFirst();
  return row && asDelivery(row);
}

/** As `asWebhook`; instants inside JSON come in PostgreSQL's spelling. */
function asDelivery(row: { readonly attempts: readonly { readonly at: string }[] }): webhooks.Delivery {
  const attempts = row.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() }));
  const delivery: object = { ...row, attempts };
  return delivery as webhooks.Delivery;
}

function deliveries(db: Db, county: string) {
  return db
    .selectFrom('webhookDelivery')
    .innerJoin('webhookEvent', (join) =>
      join
        .onRef('webhookEvent.county', '=', 'webhookDelivery.county')
        .onRef('webhookEvent.id', '=', 'webhookDelivery.event'),
    )
    .select([
      'webhookDelivery.id',
      'webhookDelivery.event',
      'webhookEvent.type',
      'webhookDelivery.at as happenedAt',
      'webhookDelivery.state',
      'webhookDelivery.nextTryAt',
    ])
    .select(
      sql<{ at: string }[]>`coalesce((
        select jsonb_agg(to_jsonb(attempt) - 'county' - 'delivery' order by number desc)
        from webhook_attempt as attempt
        where attempt.county = webhook_delivery.county and attempt.delivery = webhook_delivery.id
      ), '[]')`.as('attempts'),
    )
    .where('webhookDelivery.county', '=', county);
}
