import { randomUUID } from 'node:crypto';
import { inbox, type demands } from '@qingzhuang/contract';
import { NOW } from '../app.ts';
import { bearerApart, type CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

/** A demand that this unit bears. */
async function borneBy(world: CountyWorld, unit: string, until: 'running' | 'suspended' = 'running'): Promise<string> {
  return (await world.demand(world.units.bureau, until, { bearers: [unit] })).id;
}

function deed(more: Readonly<Record<string, unknown>> = {}): Ask {
  return async (world, unit) => ({ input: { unit, demand: await borneBy(world, unit), event: randomUUID(), ...more } });
}

/** A demand of this unit that a village has sent back. */
function returned(more: Readonly<Record<string, unknown>> = {}): Ask {
  return async (world, issuer) => {
    const { village: unit } = world.units;
    const { id } = await world.demand(issuer, 'suspended');
    const clerk = await world.actor('bearer-clerk', unit);
    await clerk.call(inbox.returnTask, { unit, demand: id, event: randomUUID() });
    return { input: { id, unit, ...more } };
  };
}

async function withAnswer(world: CountyWorld, issuer: string, unit: string): Promise<Record<string, string>> {
  const { id } = await world.demand(issuer, 'running', { bearers: [unit] });
  const clerk = await world.actor('bearer-clerk', unit);
  const { sha256 } = await clerk.call(inbox.handInFile, { unit, text: `名单${randomUUID()}` });
  await clerk.call(inbox.answerTask, { unit, demand: id, event: randomUUID(), files: [sha256] });
  return { id, unit, sha256 };
}

/** An order past the gate that the office has found to be of this unit; a village registered it. */
async function pastTheGate(world: CountyWorld, issuer: string): Promise<string> {
  const { otherVillage, bureau } = world.units;
  const clerk = await world.actor('bearer-clerk', otherVillage);
  const text = `请报送${randomWords()}。`;
  const registered = await clerk.call(inbox.registerOrder, { unit: otherVillage, text });
  const { offGate } = await world.owner
    .selectFrom('offGateRegistration')
    .select('offGate')
    .where('id', '=', registered.id)
    .executeTakeFirstOrThrow();
  const office = await world.actor('office', bureau);
  await office.call(inbox.nameIssuer, { id: offGate ?? '', issuer });
  return offGate ?? '';
}

/** Words that no other order has, so that none is taken for another. */
function randomWords(): string {
  const numbers = randomUUID().replaceAll('-', '').match(/../g) ?? [];
  return numbers.map((pair) => String.fromCodePoint(FIRST_HAN + Number.parseInt(pair, 16) * 16)).join('');
}

const FIRST_HAN = 0x4e00;

const meeting: Partial<demands.DemandDraft> = {
  details: {
    kind: 'meeting',
    mode: 'onsite',
    startsAt: '2026-03-04T01:00:00Z',
    endsAt: '2026-03-04T02:00:00Z',
    people: 1,
    talks: 0,
    levels: ['township'],
    venues: ['三楼会议室'],
    series: null,
    timesPerYear: 1,
  },
};

export const bearerRequests = {
  readInbox: async (world, unit) => ({ input: { unit }, trace: await borneBy(world, unit) }),
  readTask: async (world, unit) => ({ input: { unit, demand: await borneBy(world, unit) } }),
  openTask: deed(),
  noteTime: deed({ moments: [NOW.toISOString()] }),
  answerTask: deed({ text: '12 户均已核对' }),
  returnTask: async (world, unit) => ({
    input: { unit, demand: await borneBy(world, unit, 'suspended'), event: randomUUID() },
  }),
  handInFile: (_, unit) => ({ input: { unit, text: '名单' } }),
  listBearerStatuses: async (world, unit) => ({ input: { id: (await world.demand(unit, 'running')).id } }),
  'listBearerStatuses of a draft': async (world, unit) => ({ input: { id: (await world.demand(unit, 'draft')).id } }),
  'readAnswerFile by what the bearer is': async (world, unit) => ({
    input: await withAnswer(world, world.units.bureau, unit),
  }),
  'readAnswerFile by what the issuer is': async (world, unit) => ({
    input: await withAnswer(world, unit, await bearerApart(world, unit)),
  }),
  acceptReturn: returned(),
  answerReturn: returned({ note: '请办理' }),
  listReturnPersons: async (world, unit, by) => {
    const { input } = await returned()(world, unit, by);
    return { input: { id: input?.['id'] } };
  },
  reportMeetingHeld: async (world, unit) => ({
    input: {
      id: (await world.demand(unit, 'running', meeting)).id,
      startedAt: '2026-03-04T01:00:00Z',
      endedAt: '2026-03-04T02:00:00Z',
    },
  }),
  readHonesty: (_, unit) => ({ input: { issuer: unit } }),
  registerOrder: (_, unit) => ({ input: { unit, text: '各村明天中午前上报养老助餐点照片 20 张。' } }),
  recogniseText: () => ({ input: { base64: 'aGVsbG8=' } }),
  listRegistrations: (_, unit) => ({ input: { unit } }),
  listOffGateDemands: async (world, unit) => ({
    input: { limit: 200, issuer: unit },
    trace: await pastTheGate(world, unit),
  }),
  listOffGateFiles: async (world, unit) => ({ input: { id: await pastTheGate(world, unit) } }),
  readOffGateFile: async (world, unit) => {
    const id = await pastTheGate(world, unit);
    const file = await world.owner
      .selectFrom('offGateRegistration')
      .select('sha256')
      .where('offGate', '=', id)
      .executeTakeFirstOrThrow();
    return { input: { id, sha256: file.sha256 } };
  },
  nameIssuer: async (world, unit) => ({
    input: { id: await pastTheGate(world, unit), issuer: world.units.otherTown },
  }),
  createFeed: (_, unit) => ({ input: { unit } }),
  listNotices: () => ({}),
  listFeeds: () => ({}),
  'revokeFeed of somebody else': async (world) => {
    const clerk = await world.signInAs('bearer-clerk', world.units.otherVillage);
    const { id } = await clerk.call(inbox.createFeed, { unit: world.units.otherVillage });
    return { input: { id } };
  },
  readFeed: async (world, unit) => {
    const clerk = await world.signInAs('bearer-clerk', unit);
    const { path } = await clerk.call(inbox.createFeed, { unit });
    return { input: { feed: path.split('/').at(-1) } };
  },
  readWeek: async (world, unit) => ({ input: { unit, day: '2026-03-20' }, trace: await borneBy(world, unit) }),
} satisfies Readonly<Record<string, Ask>>;
