import { randomUUID } from 'node:crypto';
import { demands, notices, webhooks, type Call } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { systemChance } from '../../platform/chance.ts';
import { systemClock } from '../../platform/clock.ts';
import { createNetwork } from '../../platform/network.ts';
import { createOutgoing, type Outcome, type OutgoingPost } from '../../platform/outgoing.ts';
import { useTestApp } from '../../testing/app.ts';
import { openGate, type Gate } from '../../testing/demands.ts';
import { startReceiver, type Received } from '../../testing/receiver.ts';
import type { SignedIn } from '../../testing/sign-in.ts';
import { deliverAll, deliverDue, forgetDeliveries, resealWebhooks } from './index.ts';

// The reference library compares with the machine's clock, so these tests run at its time.
const START = systemClock.now();
let now = START;
const clock = {
  now: () => now,
  today: () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
};
const network = createNetwork(['127.0.0.1/32']);
const { db, owner, seals, signInAs } = await useTestApp({ clock, network });
const outgoing = createOutgoing({ network, timeoutMs: 5000 });
const parts = { db, clock, chance: systemChance, seals, outgoing };

const COUNTY = '130101';
let gate: Gate;
let administrator: SignedIn;
const receiver = await startReceiver();

beforeEach(async () => {
  now = START;
  // Sessions end while the clock runs ahead.
  gate = await openGate(signInAs, COUNTY);
  await signInAs('bearer-clerk', gate.village);
  administrator = await signInAs('administrator', `${COUNTY}000000`);
  receiver.received.length = 0;
  receiver.answer = (response) => response.writeHead(204).end();
  await sql`truncate webhook, webhook_event cascade`.execute(owner);
});

/** Whenever the tests run, it has not expired. */
const LASTING = { dueAt: null, expiresOn: '2199-06-30' };

const PLAN: webhooks.WebhookPlan = {
  url: `${receiver.url}/hook`,
  description: '办公系统',
  eventTypes: ['qingzhuang.demand-admitted.v1', 'qingzhuang.demand-started.v1'],
};

function create(changes: Partial<webhooks.WebhookPlan> = {}): Promise<webhooks.WebhookWithSecret> {
  return administrator.call(webhooks.createWebhook, { ...PLAN, ...changes }) as Promise<webhooks.WebhookWithSecret>;
}

/** What the receiver got, after the reference library has verified it. */
function verified(secret: string): webhooks.DemandCloudEvent[] {
  return receiver.received.map(({ body, headers }) => {
    return new Webhook(secret).verify(body, headers as Record<string, string>) as webhooks.DemandCloudEvent;
  });
}

async function deliveriesOf(id: string): Promise<readonly webhooks.Delivery[]> {
  return (await administrator.call(webhooks.listDeliveries, { id })).items as webhooks.Delivery[];
}

/** Lets time pass; sessions end meanwhile. */
async function later(hours: number): Promise<void> {
  now = new Date(now.getTime() + hours * 3_600_000);
  administrator = await signInAs('administrator', `${COUNTY}000000`);
}

describe('a demand that passes the gate', () => {
  test('is told once for each subscribed step, signed, as the register shows it, without any person', async () => {
    const { id, secret } = await create();
    const demand = await gate.run(LASTING);

    expect(await deliverDue(parts, COUNTY)).toBe(2);
    expect(await deliverDue(parts, COUNTY)).toBe(0);

    const events = verified(secret).toSorted((one, other) => (one.type < other.type ? -1 : 1));
    expect(events.map(({ type }) => type)).toEqual(PLAN.eventTypes);
    expect(webhooks.DemandCloudEvent.parse(events[0])).toMatchObject({
      specversion: '1.0',
      source: `urn:qingzhuang:county:${COUNTY}`,
      subject: demand.code,
      data: { id: demand.id, code: demand.code, title: demand.title, status: 'admitted', bearerCount: 2 },
    });
    expect(receiver.received[0]?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(receiver.received.map(({ headers }) => headers['webhook-id']).toSorted()).toEqual(
      events.map(({ id: event }) => event).toSorted(),
    );
    for (const { name, person } of [gate.drafter, gate.office]) {
      expect(JSON.stringify(receiver.received)).not.toContain(name);
      expect(JSON.stringify(receiver.received)).not.toContain(person);
    }
    expect(await deliveriesOf(id)).toMatchObject([
      { state: 'delivered', nextTryAt: null, attempts: [{ number: 1, status: 204, fault: null }] },
      { state: 'delivered', nextTryAt: null, attempts: [{ number: 1, status: 204, fault: null }] },
    ]);
  });

  test('is told nobody in another county, and nobody who did not ask for such a step', async () => {
    const stranger = await signInAs('administrator', '130102000000');
    await stranger.call(webhooks.createWebhook, PLAN);
    await create({ eventTypes: ['qingzhuang.demand-closed.v1'] });
    await gate.run(LASTING);

    expect(await deliverAll({ ...parts, owner })).toBe(0);
  });

  test('leaves nothing in the outbox when its step is undone', async () => {
    await create();
    const { id, version } = await gate.run(LASTING);
    const before = await sql`select from webhook_event`.execute(owner);

    await expect(gate.drafter.call(demands.submitDemand, { id }, { ifMatch: version })).rejects.toMatchObject({
      code: 'wrong-state',
    });

    expect((await sql`select from webhook_event`.execute(owner)).rows).toHaveLength(before.rows.length);
  });

  test('says nothing before it has passed, nor of what bearers return', async () => {
    await create({ eventTypes: [...webhooks.WebhookEventType.options] });
    await gate.drafter.call(demands.draftDemand, {
      ...{ title: '关于报送塘坝清单的通知', ask: '报送塘坝清单', issuer: gate.bureau, bearers: [gate.village] },
      ...{ dueAt: null, expiresOn: '2199-06-30', planItem: null },
      details: { kind: 'task', duty: null, reports: 1, visits: 0, photos: 0, people: 1, days: 0, timesPerYear: 1 },
    });

    expect(await deliverDue(parts, COUNTY)).toBe(0);
  });
});

describe('a receiver that fails', () => {
  test('gets it again with the same number after a while, and every attempt stands in the log', async () => {
    const { id, secret } = await create();
    receiver.answer = (response) => response.writeHead(500).end('数据库维护中');
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);
    expect(await deliverDue(parts, COUNTY)).toBe(0);
    expect(await deliveriesOf(id)).toMatchObject([
      { state: 'waiting', attempts: [{ number: 1, status: 500, reply: '数据库维护中' }] },
    ]);

    now = new Date(now.getTime() + 36_000);
    receiver.answer = (response) => response.writeHead(200).end();
    expect(await deliverDue(parts, COUNTY)).toBe(1);

    const [first, second] = verified(secret);
    expect(second).toEqual(first);
    const [delivery] = await deliveriesOf(id);
    expect(delivery?.attempts.map(({ number, status }) => [number, status])).toEqual([
      [2, 200],
      [1, 500],
    ]);
  });

  test('for five days is disabled and its administrators are told; going on sends what has waited', async () => {
    const { id } = await create();
    receiver.answer = (response) => response.writeHead(503).end();
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);
    await later(5 * 24);
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);

    const disabled = await administrator.call(webhooks.readWebhook, { id });
    expect(disabled.state).toBe('disabled');
    const told = { kind: 'webhook-disabled', demand: null, ask: PLAN.description, issuerName: null };
    expect((await administrator.call(notices.listNotices)).items).toMatchObject([told]);
    const office = await signInAs('office', `${COUNTY}000001`);
    const kinds = (await office.call(notices.listNotices)).items.map(({ kind }) => kind);
    expect(kinds).not.toContain('webhook-disabled');
    await expect(administrator.call(webhooks.testWebhook, { id })).rejects.toMatchObject({ code: 'wrong-state' });
    await later(24);
    expect(await deliverDue(parts, COUNTY)).toBe(0);

    receiver.answer = (response) => response.writeHead(204).end();
    const resumed = await administrator.call(webhooks.resumeWebhook, { id }, { ifMatch: disabled.version });

    expect(resumed).toMatchObject({ state: 'active', failingSince: null });
    expect((await administrator.call(notices.listNotices)).items).toEqual([]);
    expect(await deliverDue(parts, COUNTY)).toBe(2);
  });

  test('says that it is gone and is left alone', async () => {
    const { id } = await create();
    receiver.answer = (response) => response.writeHead(410).end();
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);

    expect(await administrator.call(webhooks.readWebhook, { id })).toMatchObject({ state: 'disabled', waiting: 0 });
  });

  test('by leading inside is told so in the log', async () => {
    const { id } = await create();
    const strict = createOutgoing({ network: createNetwork() });
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue({ ...parts, outgoing: strict }, COUNTY);

    expect(await deliveriesOf(id)).toMatchObject([
      { state: 'waiting', attempts: [{ status: null, fault: 'forbidden-address' }] },
    ]);
    expect(receiver.received).toEqual([]);
  });
});

describe('sending', () => {
  test('that died before it was recorded is done again, and recorded once', async () => {
    const { id } = await create();
    await administrator.call(webhooks.testWebhook, { id });
    async function dies(post: OutgoingPost): Promise<never> {
      await outgoing(post);
      throw new Error('power cut');
    }
    await expect(deliverDue({ ...parts, outgoing: dies }, COUNTY)).rejects.toThrow('power cut');
    expect(await deliverDue(parts, COUNTY)).toBe(0);

    now = new Date(now.getTime() + 60_000);
    expect(await deliverDue(parts, COUNTY)).toBe(1);

    const [one, two] = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(one).toBe(two);
    const [delivery] = await deliveriesOf(id);
    expect(delivery?.attempts).toHaveLength(1);
  });

  test('by three programs at once sends and records each event once', async () => {
    const { id } = await create();
    for (let times = 0; times < 5; times += 1) await administrator.call(webhooks.testWebhook, { id });

    await Promise.all([1, 2, 3].map(() => deliverDue(parts, COUNTY)));

    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
    expect(receiver.received).toHaveLength(5);
    expect((await deliveriesOf(id)).map(({ attempts }) => attempts.length)).toEqual([1, 1, 1, 1, 1]);
  });

  test('overtaken by another leaves the other one’s record', async () => {
    const { id } = await create();
    await administrator.call(webhooks.testWebhook, { id });
    async function slow(post: OutgoingPost): Promise<Outcome> {
      now = new Date(now.getTime() + 61_000);
      await deliverDue(parts, COUNTY);
      return outgoing(post);
    }
    await deliverDue({ ...parts, outgoing: slow }, COUNTY);

    const [delivery] = await deliveriesOf(id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ number: 1 }] });
  });

  test('waits while the webhook is paused', async () => {
    const { id, version } = await create();
    const paused = await administrator.call(webhooks.pauseWebhook, { id }, { ifMatch: version });
    await gate.run(LASTING);
    expect(await deliverDue(parts, COUNTY)).toBe(0);

    await administrator.call(webhooks.resumeWebhook, { id }, { ifMatch: paused.version });

    expect(await deliverDue(parts, COUNTY)).toBe(2);
  });

  test('once more on demand keeps the number', async () => {
    const { id } = await create();
    const { id: delivery } = await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);

    await administrator.call(webhooks.resendDelivery, { id, delivery });
    await deliverDue(parts, COUNTY);

    const [first, second] = receiver.received as [Received, Received];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  });
});

describe('secrets', () => {
  test('change over a day: both sign, then the new one alone', async () => {
    const { id, version, secret: before } = await create();
    const { secret: after } = await administrator.call(webhooks.rotateWebhookSecret, { id }, { ifMatch: version });
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);

    expect(after).not.toBe(before);
    expect(verified(before)).toEqual(verified(after));

    await later(24);
    receiver.received.length = 0;
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);
    expect(receiver.received[0]?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
  });

  test('do not verify what was changed on the way', async () => {
    const { id, secret } = await create();
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);
    const [{ body, headers }] = receiver.received as [Received];

    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
  });

  test('are shown once and lie in the database sealed', async () => {
    const { id, secret } = await create();
    const { rows } = await sql<{ secret: Buffer }>`select secret from webhook where id = ${id}`.execute(owner);

    expect(JSON.stringify(await administrator.call(webhooks.readWebhook, { id }))).not.toContain('whsec');
    expect(rows[0]?.secret.toString()).not.toContain(secret.slice('whsec_'.length));
    expect(rows[0]?.secret.toString()).not.toContain('whsec');
  });

  test('stay what they are when they are sealed anew', async () => {
    const { id, secret } = await create();
    await resealWebhooks(owner, { ...seals, isCurrent: () => false });
    await administrator.call(webhooks.testWebhook, { id });
    await deliverDue(parts, COUNTY);

    expect(verified(secret)).toHaveLength(1);
  });
});

describe('who may do it', () => {
  test('is an administrator of the county', async () => {
    const { id, version } = await create();
    const stranger = await signInAs('administrator', '130102000000');
    const { call: drafts } = gate.drafter;

    for (const attempt of [
      (call: Call) => call(webhooks.readWebhook, { id }),
      (call: Call) => call(webhooks.deleteWebhook, { id }),
      (call: Call) => call(webhooks.testWebhook, { id }),
    ]) {
      await expect(attempt(drafts)).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(attempt(stranger.call)).rejects.toMatchObject({ code: 'no-such-record' });
    }
    await expect(drafts(webhooks.createWebhook, PLAN)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(drafts(webhooks.listWebhooks)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await stranger.call(webhooks.listWebhooks)).items.map((one) => one.id)).not.toContain(id);
    await expect(stranger.call(webhooks.listDeliveries, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    const delivery = randomUUID();
    await expect(administrator.call(webhooks.resendDelivery, { id, delivery })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    for (const attempt of [
      (call: Call, ifMatch: number) => call(webhooks.pauseWebhook, { id }, { ifMatch }),
      (call: Call, ifMatch: number) => call(webhooks.rotateWebhookSecret, { id }, { ifMatch }),
    ]) {
      await expect(attempt(stranger.call, version)).rejects.toMatchObject({ code: 'no-such-record' });
      await expect(attempt(administrator.call, 9)).rejects.toMatchObject({ code: 'stale' });
    }
    await expect(administrator.call(webhooks.resumeWebhook, { id }, { ifMatch: version })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test.each(['https://127.0.0.2/', 'https://user:word@gate.example/', 'http://8.8.8.8/'])(
    'cannot name %s',
    async (url) => {
      const { id, version } = await create();

      await expect(create({ url })).rejects.toMatchObject({ code: 'forbidden-address' });
      await expect(
        administrator.call(webhooks.changeWebhook, { ...PLAN, id, url }, { ifMatch: version }),
      ).rejects.toMatchObject({ code: 'forbidden-address' });
    },
  );

  test('makes no more than fifty', async () => {
    for (let made = 0; made < 50; made += 1) await create();

    await expect(create()).rejects.toMatchObject({ code: 'too-many' });
  });

  test('and whoever did stands in the audit log', async () => {
    const { id } = await create();
    await administrator.call(webhooks.deleteWebhook, { id });
    const { rows } = await sql<{ what: string }>`
      select what from webhook_change where webhook = ${id} and person = ${administrator.person}
      order by version`.execute(owner);

    expect(rows.map(({ what }) => what)).toEqual(['created', 'deleted']);
    await expect(administrator.call(webhooks.readWebhook, { id })).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

test('what is older than thirty days is forgotten', async () => {
  const { id } = await create();
  await administrator.call(webhooks.testWebhook, { id });
  await later(30 * 24 + 1);
  await administrator.call(webhooks.testWebhook, { id });

  await forgetDeliveries({ owner, clock });

  expect(await deliveriesOf(id)).toHaveLength(1);
});
