import { randomUUID } from 'node:crypto';
import { caps, consultations, demands, type Call } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openGate, type Gate } from '../../../testing/demands.ts';
import type { SignedIn } from '../../../testing/sign-in.ts';
import { ringClocks } from '../index.ts';

const START = new Date('2026-03-05T02:00:00Z');
let now = START;
const clock = {
  now: () => now,
  today: () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
};
const { db, owner, signInAs } = await useTestApp({ clock });
const COUNTY = '130101';
const VILLAGES = ['201', '202', '203', '204', '205', '206', '207'].map((number) => `${COUNTY}101${number}`);
for (const unit of VILLAGES) await signInAs('bearer-clerk', unit);
const CLOSED = '2026-03-10T16:00:00Z';

let gate: Gate;

beforeEach(async () => {
  now = START;
  gate = await openGate(signInAs, COUNTY);
  await sql`delete from demand_clock`.execute(owner);
});

async function draft(bearers: readonly string[] = VILLAGES): Promise<demands.Demand> {
  return (await gate.drafter.call(demands.draftDemand, {
    title: `关于报送塘坝清单的通知${randomUUID()}`,
    ...{ ask: '报送塘坝清单', issuer: gate.bureau, bearers: [...bearers], dueAt: null, expiresOn: '2026-06-30' },
    planItem: null,
    details: { kind: 'task', duty: null, reports: 1, visits: 0, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  })) as demands.Demand;
}

const QUESTION = '时限够不够？';

async function consulted(bearers?: readonly string[]): Promise<demands.Demand> {
  const { id, version } = await draft(bearers);
  const call = gate.drafter.call(demands.consultDemand, { id, question: QUESTION }, { ifMatch: version });
  return (await call) as demands.Demand;
}

async function panelOf(demand: string): Promise<readonly [string, ...string[]]> {
  const { rows } = await sql<{ unit: string }>`
    select unit from consultation_seat where demand = ${demand} order by unit`.execute(owner);
  return rows.map(({ unit }) => unit) as [string, ...string[]];
}

function clerkOf(unit: string): Promise<SignedIn> {
  return signInAs('bearer-clerk', unit);
}

/** Rings in three programs at once. */
async function ringAt(moment: string): Promise<number> {
  now = new Date(moment);
  const parts = { db, owner, clock, afterWrite: () => undefined };
  const rung = await Promise.all([1, 2, 3].map(() => ringClocks(parts)));
  return rung.reduce((sum, count) => sum + count, 0);
}

describe('asking bearers', () => {
  test('draws five of seven, counts five minutes for each, and holds the demand until then', async () => {
    const { id, state, actions } = await consulted();
    const panel = await panelOf(id);

    expect(state).toBe('consulting');
    expect(actions).not.toContain('submit');
    expect(panel).toHaveLength(5);
    expect(VILLAGES).toEqual(expect.arrayContaining([...panel]));
    await expect(gate.drafter.call(consultations.readConsultation, { id })).resolves.toMatchObject({
      ...{ question: QUESTION, isOpen: true, asked: 5, answered: 0, minutes: 25, opinions: [] },
      closesAt: '2026-03-10T16:00:00.000Z',
    });
  });

  test('asks as many as the county has set', async () => {
    const administrator = await signInAs('administrator', `${COUNTY}000000`);
    const setting = { key: 'consultationPanel' as const };
    const { version } = await administrator.call(caps.readSetting, setting);
    const change = { ...setting, value: 2, from: '2026-03-05', source: '试行' };
    await administrator.call(caps.changeSetting, change, { ifMatch: version });

    const { id } = await consulted();

    expect(await panelOf(id)).toHaveLength(2);
    await sql`alter table county_setting disable trigger append_only`.execute(owner);
    await sql`delete from county_setting where key = 'consultationPanel'`.execute(owner);
    await sql`alter table county_setting enable trigger append_only`.execute(owner);
  });

  test('ends once by its clock; silence is no objection, and the opinions show no unit', async () => {
    const { id } = await consulted();
    const [first, second] = (await panelOf(id)) as [string, string];
    const [one, two] = [await clerkOf(first), await clerkOf(second)];
    await one.call(consultations.giveOpinion, { unit: first, demand: id, event: randomUUID(), verdict: 'fit' });
    const said = { unit: second, demand: id, event: randomUUID(), verdict: 'unfit' as const, words: '三天办不完' };
    await two.call(consultations.giveOpinion, said);
    await two.call(consultations.giveOpinion, said);

    expect(await ringAt('2026-03-10T15:59:59Z')).toBe(0);
    expect(await ringAt(CLOSED)).toBe(1);
    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);

    const drafter = await signInAs('drafter', gate.bureau);
    expect((await drafter.call(demands.readDemand, { id })).state).toBe('screened');
    const { rows } = await sql<{ data: object }>`
      select data from demand_event where demand = ${id} and type = 'consultation-closed'`.execute(owner);
    expect(rows).toEqual([{ data: { fit: 1, unfit: 1, silent: 3 } }]);
    const result = await drafter.call(consultations.readConsultation, { id });
    expect(result).toMatchObject({ isOpen: false, asked: 5, answered: 2 });
    expect(result.opinions.map(({ verdict, words }) => [verdict, words]).toSorted()).toEqual([
      ['fit', null],
      ['unfit', '三天办不完'],
    ]);
    for (const unit of [first, second]) expect(JSON.stringify(result)).not.toContain(unit);
    for (const { person, name } of [one, two]) {
      expect(JSON.stringify(result)).not.toContain(person);
      expect(JSON.stringify(result)).not.toContain(name);
    }
  });

  test('is done once: nobody is asked about the same demand again', async () => {
    const { id } = await consulted();
    await ringAt(CLOSED);
    const drafter = await signInAs('drafter', gate.bureau);
    const { version, actions } = await drafter.call(demands.readDemand, { id });

    expect(actions).toContain('submit');
    expect(actions).not.toContain('consult');
    await expect(
      drafter.call(demands.consultDemand, { id, question: QUESTION }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  test('can be ended by withdrawing, and its clock rings no more', async () => {
    const { id, version } = await consulted();
    await gate.drafter.call(demands.withdrawDemand, { id, reason: '不再需要' }, { ifMatch: version });

    expect(await ringAt(CLOSED)).toBe(0);
  });

  test('is nothing for others', async () => {
    const { id, version } = await draft();
    function ask(call: Call): Promise<unknown> {
      return call(demands.consultDemand, { id, question: QUESTION }, { ifMatch: version });
    }
    const other = await signInAs('drafter', `${COUNTY}000012`);
    const stranger = await signInAs('drafter', '130102000011');

    await expect(ask((await clerkOf(VILLAGES[0] ?? '')).call)).rejects.toMatchObject({ code: 'not-allowed' });
    for (const { call } of [other, stranger]) await expect(ask(call)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(gate.drafter.call(consultations.readConsultation, { id })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });
});

describe('an opinion', () => {
  test('is asked for on the bearer’s page, may be changed until the end, and is answered by the issuer', async () => {
    const { id } = await consulted();
    const [unit] = await panelOf(id);
    const clerk = await clerkOf(unit);
    const { items } = await clerk.call(consultations.listInvitations, { unit });
    const own = items.filter(({ demand }) => demand === id);
    expect(own).toMatchObject([{ question: QUESTION, isOpen: true, verdict: null }]);
    const say = { unit, demand: id };
    await clerk.call(consultations.giveOpinion, { ...say, event: randomUUID(), verdict: 'fit' });
    now = new Date('2026-03-05T02:10:00Z');
    await clerk.call(consultations.giveOpinion, { ...say, event: randomUUID(), verdict: 'unfit', words: '表里有重复' });
    await ringAt(CLOSED);

    const drafter = await signInAs('drafter', gate.bureau);
    const { opinions } = await drafter.call(consultations.readConsultation, { id });
    expect(opinions).toMatchObject([{ verdict: 'unfit', words: '表里有重复', reply: null }]);
    const reply = { id, opinion: opinions[0]?.id ?? '', words: '已删去重复的栏目' };
    await drafter.call(consultations.replyToOpinion, reply);

    const later = await (await clerkOf(unit)).call(consultations.listInvitations, { unit });
    expect(later.items.filter(({ demand }) => demand === id)).toMatchObject([
      { isOpen: false, reply: '已删去重复的栏目' },
    ]);
    await expect(drafter.call(consultations.replyToOpinion, reply)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(drafter.call(consultations.replyToOpinion, { ...reply, opinion: randomUUID() })).rejects.toMatchObject(
      { code: 'no-such-record' },
    );
  });

  test.each([
    [1, true],
    [2, true],
    [3, false],
    [7, false],
  ])(
    'of one among %i bearers says beforehand whether it can be guessed whose it is: %s',
    async (count, isGuessable) => {
      const { id } = await consulted(VILLAGES.slice(0, count));
      const [unit] = await panelOf(id);
      const { items } = await (await clerkOf(unit)).call(consultations.listInvitations, { unit });

      expect(items.filter(({ demand }) => demand === id)).toMatchObject([{ isGuessable }]);
    },
  );

  test('is taken from the panel only, in time, and under its own number', async () => {
    const { id } = await consulted();
    const panel = await panelOf(id);
    const outside = VILLAGES.find((unit) => !panel.includes(unit)) ?? '';
    const [unit, second = ''] = panel;
    const clerk = await clerkOf(unit);
    const opinion = { unit, demand: id, event: randomUUID(), verdict: 'fit' as const };
    const outsider = await clerkOf(outside);

    await expect(outsider.call(consultations.giveOpinion, { ...opinion, unit: outside })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await expect(outsider.call(consultations.giveOpinion, opinion)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(outsider.call(consultations.listInvitations, { unit })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await expect(gate.drafter.call(consultations.giveOpinion, opinion)).rejects.toMatchObject({ code: 'not-allowed' });
    await clerk.call(consultations.giveOpinion, opinion);
    await expect(
      (await clerkOf(second)).call(consultations.giveOpinion, { ...opinion, unit: second }),
    ).rejects.toMatchObject({ code: 'key-reused' });
    await ringAt(CLOSED);
    await expect(
      (await clerkOf(unit)).call(consultations.giveOpinion, { ...opinion, event: randomUUID() }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('a major demand', () => {
  test('is warned of until the bearers were asked', async () => {
    const administrator = await signInAs('administrator', `${COUNTY}000000`);
    const { version } = await administrator.call(caps.readSetting, { key: 'majorHours' });
    const change = { key: 'majorHours' as const, value: 1, from: '2026-03-05', source: '试行' };
    await administrator.call(caps.changeSetting, change, { ifMatch: version });
    const { id, screening } = await consulted();
    function rulesOf(of: demands.Screening | null): string[] {
      return of?.register.map(({ ruleId }) => ruleId) ?? [];
    }
    expect(rulesOf(screening)).toContain('gate/no-consultation');

    await ringAt(CLOSED);

    const drafter = await signInAs('drafter', gate.bureau);
    const after = await drafter.call(demands.readDemand, { id });
    expect(rulesOf(after.screening as demands.Screening)).not.toContain('gate/no-consultation');
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: after.version });
    expect(rulesOf(submitted.screening as demands.Screening)).not.toContain('gate/no-consultation');
  });
});

describe('an amendment', () => {
  async function proposed(): Promise<{ id: string; unit: string; amendment: consultations.Amendment }> {
    const { id } = await gate.run({ bearers: VILLAGES, dueAt: null });
    const unit = VILLAGES[0] ?? '';
    const clerk = await clerkOf(unit);
    const proposal = { id, unit, event: randomUUID(), words: '请把日报改成周报' };
    await clerk.call(consultations.proposeAmendment, proposal);
    const amendment = await clerk.call(consultations.proposeAmendment, proposal);
    return { id, unit, amendment };
  }

  test('gets its reply, which both sides read, and the issuer does not see whose it is', async () => {
    const { id, unit, amendment } = await proposed();
    const { items } = await gate.drafter.call(consultations.listAmendments, { id });
    expect(items).toEqual([amendment]);
    expect(JSON.stringify(items)).not.toContain(unit);
    const reply = { id, amendment: amendment.id, adopted: true, words: '已改为周报' };

    await gate.drafter.call(consultations.replyToAmendment, reply);

    const own = await (await clerkOf(unit)).call(consultations.listAmendments, { id, unit });
    expect(own.items).toMatchObject([{ reply: { adopted: true, words: '已改为周报', at: START.toISOString() } }]);
    await expect(gate.drafter.call(consultations.replyToAmendment, reply)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await ringAt('2026-03-30T00:00:00Z')).toBe(0);
  });

  test('without a reply in time is told to the office, once', async () => {
    const { id } = await proposed();

    expect(await ringAt('2026-03-12T15:59:59Z')).toBe(0);
    expect(await ringAt('2026-03-12T16:00:00Z')).toBe(1);
    expect(await ringAt('2026-03-20T00:00:00Z')).toBe(0);
    const { rows } = await sql`select kind, role from notice where demand = ${id}`.execute(owner);
    expect(rows).toEqual([{ kind: 'amendment-reply-overdue', role: 'office' }]);
  });

  test('is for those who bear the demand, three waiting at most, and answered by its issuer alone', async () => {
    const { id, unit, amendment } = await proposed();
    const words = '请推迟';
    const other = await signInAs('bearer-clerk', gate.otherVillage);
    const town = await signInAs('bearer-clerk', gate.town);
    function propose(call: Call, of: string): Promise<unknown> {
      return call(consultations.proposeAmendment, { id, unit: of, event: randomUUID(), words });
    }

    await expect(propose(town.call, gate.town)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(propose(other.call, unit)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(propose(gate.drafter.call, unit)).rejects.toMatchObject({ code: 'not-allowed' });
    const clerk = await clerkOf(unit);
    await propose(clerk.call, unit);
    await propose(clerk.call, unit);
    await expect(propose(clerk.call, unit)).rejects.toMatchObject({ code: 'too-many' });
    await expect(clerk.call(consultations.listAmendments, { id })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(other.call(consultations.listAmendments, { id, unit })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    const reply = { id, amendment: amendment.id, adopted: false, words };
    await expect(gate.office.call(consultations.replyToAmendment, reply)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(
      gate.drafter.call(consultations.replyToAmendment, { ...reply, amendment: randomUUID() }),
    ).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('comes too late once the demand has ended', async () => {
    const { id, version } = await gate.run({ bearers: VILLAGES, dueAt: null });
    await gate.drafter.call(demands.closeDemand, { id }, { ifMatch: version });
    const [unit = ''] = VILLAGES;
    const proposal = { id, unit, event: randomUUID(), words: '请推迟' };

    await expect((await clerkOf(unit)).call(consultations.proposeAmendment, proposal)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});
