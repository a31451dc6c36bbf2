import { demands, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate } from '../../../../testing/demands.ts';
import type { SignedIn } from '../../../../testing/sign-in.ts';

const { app, call: anyone, signInAs, owner } = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { drafter, village, otherVillage, town } = gate;
const clerk = await signInAs('bearer-clerk', village);
const townClerk = await signInAs('bearer-clerk', town);
const stranger = await signInAs('bearer-clerk', '130102101201');

const MEETING: demands.DemandDetails = {
  kind: 'meeting',
  mode: 'onsite',
  startsAt: '2026-03-10T09:00:00+08:00',
  endsAt: '2026-03-10T11:00:00+08:00',
  people: 1,
  talks: 0,
  levels: ['township'],
  venues: ['县会议中心，二楼; 东厅'],
  series: null,
  timesPerYear: 1,
};

async function feedOf(person: SignedIn, unit = village): Promise<{ id: string; feed: string }> {
  const { id, path } = await person.call(inbox.createFeed, { unit });
  return { id, feed: path.replace('/api/v1/calendar/', '') };
}

describe('the calendar of a unit', () => {
  test('is read by whoever has its address, in the time of China, under numbers that stay', async () => {
    const { id } = await gate.run({ ask: '参加春耕会,\n带上台账', dueAt: '2026-03-09T10:00:00Z', details: MEETING });
    const { feed } = await feedOf(clerk);

    const response = await app.request(`/api/v1/calendar/${feed}`);
    const text = (await response.text()).replaceAll('\r\n ', '');

    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text).toContain(`UID:${id}-time@${COUNTY}.qingzhuang`);
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260310T090000');
    expect(text).toContain('DTEND;TZID=Asia/Shanghai:20260310T110000');
    expect(text).toContain(String.raw`SUMMARY:参加春耕会\,\n带上台账`);
    expect(text).toContain(String.raw`LOCATION:县会议中心，二楼\; 东厅`);
    expect(text).toContain(`UID:${id}-due@${COUNTY}.qingzhuang`);
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20260309T180000');
    expect(text.match(/^DTSTART/gmu)?.length).toBeGreaterThanOrEqual(2);
  });

  test('shows what was withdrawn as cancelled, under a higher number', async () => {
    const { id, version } = await gate.run({ details: MEETING });
    const { feed } = await feedOf(clerk);
    const before = sequenceOf(await anyone(inbox.readFeed, { feed }), id);
    await drafter.call(demands.withdrawDemand, { id, reason: '并会' }, { ifMatch: version });

    const text = await anyone(inbox.readFeed, { feed });

    expect(eventOf(text, id)).toContain('STATUS:CANCELLED');
    expect(sequenceOf(text, id)).toBeGreaterThan(before);
  });

  test('does not show what only another unit bears', async () => {
    const { id } = await gate.run({ details: MEETING, bearers: [otherVillage] });
    const { feed } = await feedOf(clerk);

    expect(await anyone(inbox.readFeed, { feed })).not.toContain(id);
  });

  test('closes when its address is revoked, when its person leaves the unit, and when he leaves the system', async () => {
    const leaving = await signInAs('bearer-clerk', village);
    const barred = await signInAs('bearer-clerk', village);
    const [one, two, three] = [await feedOf(clerk), await feedOf(leaving), await feedOf(barred)];
    await clerk.call(inbox.revokeFeed, { id: one.id });
    await sql`
      update post set until_at = granted_at, withdrawn_by = granted_by where person = ${leaving.person}`.execute(owner);
    await sql`update person set deactivated_at = now() where id = ${barred.person}`.execute(owner);

    for (const { feed } of [one, two, three]) {
      await expect(anyone(inbox.readFeed, { feed })).rejects.toMatchObject({ code: 'no-such-record' });
    }
  });

  test.each<[string, string]>([
    ['a guessed secret', `${COUNTY}-${'a'.repeat(43)}.ics`],
    ['no secret', `${COUNTY}-.ics`],
    ['another form', 'x'],
  ])('stays closed for %s', async (_, feed) => {
    await expect(anyone(inbox.readFeed, { feed })).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('stays closed for the secret of another county, and only a digest is kept', async () => {
    const { feed } = await feedOf(clerk);

    await expect(anyone(inbox.readFeed, { feed: feed.replace(COUNTY, '130102') })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    const { rows } = await sql`select * from calendar_feed`.execute(owner);
    expect(JSON.stringify(rows)).not.toContain(feed.slice(7, -4));
  });

  test('is given only to those who may see the unit, and revoked only by its person', async () => {
    const { id } = await feedOf(clerk);

    await expect(feedOf(stranger)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(feedOf(clerk, town)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(townClerk.call(inbox.revokeFeed, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    expect((await townClerk.call(inbox.listFeeds)).items).toEqual([]);
    await clerk.call(inbox.revokeFeed, { id });
    await expect(clerk.call(inbox.revokeFeed, { id })).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

function eventOf(text: string, id: string): string {
  const event = text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}-time`));
  return event ?? '';
}

function sequenceOf(text: string, id: string): number {
  return Number(/SEQUENCE:(\d+)/u.exec(eventOf(text, id))?.[1]);
}

describe('the week of a town', () => {
  test('holds what hits the town and its villages, and says where two want the same village', async () => {
    const other: demands.DemandDetails = {
      ...MEETING,
      startsAt: '2026-03-18T10:00:00+08:00',
      endsAt: '2026-03-18T12:00:00+08:00',
    };
    const first = await gate.run({
      dueAt: null,
      details: { ...MEETING, startsAt: '2026-03-18T09:00:00+08:00', endsAt: '2026-03-18T11:00:00+08:00' },
    });
    const second = await gate.run({ dueAt: null, details: other });
    const third = await gate.run({ dueAt: null, details: other, bearers: [otherVillage] });

    const week = await drafter.call(inbox.readWeek, { unit: town, day: '2026-03-20' });

    expect(week).toMatchObject({ from: '2026-03-16', until: '2026-03-22' });
    expect(week.days[2]?.items.map(({ demand }) => demand).toSorted()).toEqual(
      [first.id, second.id, third.id].toSorted(),
    );
    expect(week.days[2]?.items.find(({ demand }) => demand === third.id)?.bearers).toBe(1);
    expect(week.clashes).toEqual([
      {
        demands: [first.id, second.id],
        from: '2026-03-18T02:00:00.000Z',
        until: '2026-03-18T03:00:00.000Z',
        bearers: 2,
      },
    ]);
  });

  test('shows what still waits to those who decide, with what it could go into, and to nobody else', async () => {
    const subject = { title: '关于核对水库移民后期扶持名册的通知', ask: '核对水库移民后期扶持名册' };
    const dueAt = '2026-04-15T10:00:00Z';
    const passed = await gate.run({ ...subject, dueAt });
    const draft = {
      ...subject,
      dueAt,
      issuer: gate.bureau,
      bearers: [village],
      expiresOn: '2026-06-30',
      planItem: null,
    };
    const waits = await drafter.call(demands.draftDemand, { ...draft, details: passed.details });
    await drafter.call(demands.submitDemand, { id: waits.id }, { ifMatch: waits.version });

    const seen = await gate.office.call(inbox.readWeek, { unit: town, day: '2026-04-15' });
    const unseen = await clerk.call(inbox.readWeek, { unit: town, day: '2026-04-15' });

    expect(seen.merges).toEqual([{ demand: waits.id, into: passed.id, bearers: 1 }]);
    expect(seen.days[2]?.items.map(({ demand, waiting }) => [demand, waiting])).toEqual(
      expect.arrayContaining([
        [passed.id, false],
        [waits.id, true],
      ]),
    );
    expect(unseen.days[2]?.items.map(({ demand }) => demand)).toEqual([passed.id]);
    expect(unseen.merges).toEqual([]);
  });

  test('of another county, or of no unit, is not there', async () => {
    await expect(stranger.call(inbox.readWeek, { unit: town })).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(clerk.call(inbox.readWeek, { unit: '130101999000' })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });
});
