import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { WebhookKey } from '../store.ts';

/** What one sending needs to know. */
export interface DueDelivery {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  readonly body: string;
  readonly url: string;
  readonly attempts: number;
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
  readonly oldSecretUntil: string | null;
}

/** Takes what is due, so that nobody else sends it until `takenUntil`. */
export async function takeDue(
  db: Db,
  county: string,
  { now, takenUntil, most }: { readonly now: string; readonly takenUntil: string; readonly most: number },
): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    with due as (
      select delivery.county, delivery.id
      from webhook_delivery as delivery
      join webhook on webhook.county = delivery.county and webhook.id = delivery.webhook
      where delivery.county = ${county} and delivery.state = 'waiting' and webhook.state = 'active'
        and delivery.next_try_at <= ${now} and (delivery.taken_until is null or delivery.taken_until <= ${now})
      order by delivery.next_try_at
      limit ${most}
      for update of delivery skip locked
    ), taken as (
      update webhook_delivery as delivery set taken_until = ${takenUntil}
      from due where delivery.county = due.county and delivery.id = due.id
      returning delivery.county, delivery.id, delivery.webhook, delivery.event, delivery.attempts
    )
    select taken.id, taken.webhook, taken.event, taken.attempts, event.body, webhook.url, webhook.secret,
      webhook.old_secret, webhook.old_secret_until
    from taken
    join webhook on webhook.county = taken.county and webhook.id = taken.webhook
    join webhook_event as event on event.county = taken.county and event.id = taken.event`.execute(db);
  return rows;
}

/**
 * Records how the attempt after `attempts` ended; false when another has recorded it, or the delivery is gone. Whoever
 * took too long and was overtaken records nothing.
 */
export async function advanceDelivery(
  db: Db,
  { county, id }: WebhookKey,
  after: { readonly attempts: number; readonly state: string; readonly nextTryAt: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhookDelivery')
    .set({ attempts: after.attempts + 1, state: after.state, nextTryAt: after.nextTryAt, takenUntil: null })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('attempts', '=', after.attempts)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface NewAttempt {
  readonly county: string;
  readonly delivery: string;
  readonly number: number;
  readonly at: string;
  readonly status: number | null;
  readonly fault: string | null;
  readonly milliseconds: number;
  readonly reply: string;
}

export async function insertAttempt(db: Db, attempt: NewAttempt): Promise<void> {
  await db.insertInto('webhookAttempt').values(attempt).execute();
}

/** How an address fares is no change that anybody makes: its version stays. */
export async function saveFailingSince(db: Db, { county, id }: WebhookKey, since: string | null): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ failingSince: since })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Told to the administrators of the county. */
export async function insertDisabledNotice(db: Db, { county, id }: WebhookKey, at: string): Promise<void> {
  await db
    .insertInto('notice')
    .values({ county, webhook: id, kind: 'webhook-disabled', role: 'administrator', at })
    .execute();
}

/** The counties that have something due. Only the owner of the tables sees them all. */
export async function listCountiesDue(owner: Db, now: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('webhookDelivery')
    .select('county')
    .distinct()
    .where('state', '=', 'waiting')
    .where('nextTryAt', '<=', now)
    .execute();
  return rows.map(({ county }) => county);
}

/** Forgets events, and with them their deliveries, in all counties. */
export async function forgetEvents(owner: Db, before: string): Promise<void> {
  await owner.deleteFrom('webhookEvent').where('at', '<', before).execute();
}

/** A webhook with what is sealed in it. */
export interface SealedWebhook extends WebhookKey {
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
}

/** Those of all counties. */
export function listSealed(owner: Db): Promise<SealedWebhook[]> {
  return owner.selectFrom('webhook').select(['county', 'id', 'secret', 'oldSecret']).execute();
}

/** Puts the same secrets in their place, sealed anew: nobody else changes by it. */
export async function replaceSealed(owner: Db, { county, id, secret, oldSecret }: SealedWebhook): Promise<void> {
  await owner
    .updateTable('webhook')
    .set({ secret, oldSecret })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
