import { randomUUID } from 'node:crypto';
import { demands, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate } from '../../../../testing/demands.ts';
import type { SignedIn } from '../../../../testing/sign-in.ts';

const { app, signInAs, owner } = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { drafter, office, village, otherVillage, town } = gate;
const clerk = await signInAs('bearer-clerk', village);
const otherClerk = await signInAs('bearer-clerk', otherVillage);
const townClerk = await signInAs('bearer-clerk', town);
const supervisor = await signInAs('supervisor', `${COUNTY}000000`);
const otherDrafter = await signInAs('drafter', `${COUNTY}000012`);
const stranger = await signInAs('bearer-clerk', '130102101201');

function deed(demand: string, unit = village): { unit: string; demand: string; event: string } {
  return { unit, demand, event: randomUUID() };
}

async function eventsOf(demand: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from bearer_event where demand = ${demand} order by unit, version`.execute(owner);
  return rows.map(({ type }) => type);
}

describe('the list of a bearer', () => {
  test('says what to do, by when with its weekday, for how long, for whom, and whether the code is valid', async () => {
    const { id } = await gate.run();

    const page = await clerk.call(inbox.readInbox, { unit: village });
    const task = page.thisWeek.find(({ demand }) => demand === id);

    expect(task).toMatchObject({
      ask: '核对 12 户危房信息',
      dueText: '3月6日（周五）18:00',
      minutes: 240,
      codeState: 'admitted',
      state: 'new',
    });
    expect(page.month.minutes).toBeGreaterThanOrEqual(240);
    expect(inbox.Inbox.parse(page)).toEqual(page);
  });

  test('shows what was withdrawn as done, and never what did not pass the gate', async () => {
    const { id, version } = await gate.run();
    await drafter.call(demands.withdrawDemand, { id, reason: '重复' }, { ifMatch: version });

    const page = await clerk.call(inbox.readInbox, { unit: village });

    expect(page.thisWeek.some(({ demand }) => demand === id)).toBe(false);
    expect(page.done.find(({ demand }) => demand === id)).toMatchObject({ codeState: 'withdrawn' });
  });

  test('forgets what was over long ago', async () => {
    const { id, version } = await gate.run();
    await drafter.call(demands.withdrawDemand, { id, reason: '重复' }, { ifMatch: version });
    await sql`update demand set changed_at = changed_at - interval '90 days' where id = ${id}`.execute(owner);

    const page = await clerk.call(inbox.readInbox, { unit: village });

    expect(page.done.some(({ demand }) => demand === id)).toBe(false);
  });

  test.each<[string, SignedIn, string, boolean]>([
    ['its own clerk', clerk, village, true],
    ['the town above', townClerk, village, true],
    ['another village', otherClerk, village, false],
    ['a village for its town', clerk, town, false],
    ['a department', drafter, village, false],
    ['another county', stranger, village, false],
  ])('%s sees it: %#', async (_, { call }, unit, sees) => {
    const reading = call(inbox.readInbox, { unit });

    if (sees) await expect(reading).resolves.toMatchObject({ unit });
    else await expect(reading).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

describe('an answer', () => {
  test('reaches the issuer without the person who gave it', async () => {
    const { id } = await gate.run();
    await clerk.call(inbox.openTask, deed(id));
    const answered = await clerk.call(inbox.answerTask, { ...deed(id), text: '12 户均已核对' });

    const { items } = await drafter.call(inbox.listBearerStatuses, { id });

    expect(answered).toMatchObject({ state: 'answered', answer: { text: '12 户均已核对' } });
    expect(items.map(({ unit, state }) => [unit, state])).toEqual([
      [town, 'waiting'],
      [village, 'answered'],
    ]);
    expect(JSON.stringify(items)).not.toContain(clerk.person);
  });

  test('that is sent twice, or at once twice, happens once', async () => {
    const { id } = await gate.run();
    const answer = { ...deed(id), text: '已核对' };

    await Promise.all([clerk.call(inbox.answerTask, answer), clerk.call(inbox.answerTask, answer)]);
    await clerk.call(inbox.answerTask, answer);
    await clerk.call(inbox.answerTask, { ...deed(id), text: '已核对' });

    expect(await eventsOf(id)).toEqual(['demand-answered']);
  });

  test('under the number of another deed is refused', async () => {
    const [one, other] = [await gate.run(), await gate.run()];
    const event = randomUUID();
    await clerk.call(inbox.answerTask, { unit: village, demand: one.id, event, text: '已核对' });

    await expect(
      clerk.call(inbox.answerTask, { unit: village, demand: other.id, event, text: '已核对' }),
    ).rejects.toMatchObject({ code: 'key-reused' });
  });

  test('given off line before the demand was withdrawn counts, and both times are kept', async () => {
    const { id, version } = await gate.run();
    await drafter.call(demands.withdrawDemand, { id, reason: '重复' }, { ifMatch: version });
    const late = { ...deed(id), text: '已核对', saidAt: '2026-03-05T09:30:00+08:00' };

    await expect(clerk.call(inbox.answerTask, late)).resolves.toMatchObject({
      state: 'answered',
      answeredAt: '2026-03-05T01:30:00.000Z',
    });
    const { rows } = await sql`select said_at, at from bearer_event where id = ${late.event}`.execute(owner);
    expect(rows).toEqual([{ saidAt: '2026-03-05T01:30:00.000Z', at: '2026-03-05T02:00:00.000Z' }]);
    await expect(clerk.call(inbox.answerTask, { ...deed(id), text: '现在才答' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test('after the code has expired is refused', async () => {
    const { id } = await gate.run();
    await sql`update demand set expires_on = '2026-03-04' where id = ${id}`.execute(owner);

    await expect(clerk.call(inbox.answerTask, { ...deed(id), text: '已核对' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test('to the same asked before is confirmed with one tap', async () => {
    const title = `关于报送 ${randomUUID().replaceAll(/[^a-f]/gu, '')} 台账（2月）的通知`;
    const first = await gate.run({ title });
    const second = await gate.run({ title: title.replace('2月', '3月') });
    await clerk.call(inbox.answerTask, { ...deed(first.id), text: '共 8 户，无变化' });

    const task = await clerk.call(inbox.readTask, { unit: village, demand: second.id });
    const confirmed = await clerk.call(inbox.answerTask, { ...deed(second.id), unchanged: true });

    expect(task.known).toMatchObject({ demand: first.id, answer: { text: '共 8 户，无变化' } });
    expect(confirmed).toMatchObject({ state: 'answered', answer: { text: '共 8 户，无变化', unchanged: true } });
  });

  test('keeps script as the words they are', async () => {
    const { id } = await gate.run();
    const text = '<script>alert(1)</script> =HYPERLINK("http://x")';

    await expect(clerk.call(inbox.answerTask, { ...deed(id), text })).resolves.toMatchObject({ answer: { text } });
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['5,001 characters', { text: '字'.repeat(5001) }],
    ['a control character', { text: 'a\u0000b' }],
    ['a file that was never handed in', { files: ['0'.repeat(64)] }],
    ['a confirmation of what was never said', { unchanged: true }],
  ])('of %s is refused', async (_, content) => {
    const { id } = await gate.run();

    await expect(clerk.call(inbox.answerTask, { ...deed(id), ...content })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await eventsOf(id)).toEqual([]);
  });

  test('of two megabytes is refused unread', async () => {
    const { id } = await gate.run();

    await expect(clerk.call(inbox.answerTask, { ...deed(id), text: 'x'.repeat(2_000_000) })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  test.each<[string, SignedIn, string, string]>([
    ['another village in its own name', otherClerk, otherVillage, 'no-such-record'],
    ['another village in this name', otherClerk, village, 'no-such-record'],
    ['the town in the name of its village', townClerk, village, 'not-allowed'],
    ['the issuer', drafter, village, 'not-allowed'],
    ['a supervisor', supervisor, village, 'not-allowed'],
    ['another county', stranger, village, 'no-such-record'],
  ])('by %s is refused', async (_, { call }, unit, code) => {
    const { id } = await gate.run();

    await expect(call(inbox.answerTask, { ...deed(id, unit), text: '代答' })).rejects.toMatchObject({ code });
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe('a file that is handed in', () => {
  test('goes with the answer to the issuer, and to nobody else', async () => {
    const { id } = await gate.run();
    const file = new File(['危房,12'], '..\\..\\危房\u202e.csv');
    const { sha256, name } = await clerk.call(inbox.handInFile, { unit: village, file });
    await clerk.call(inbox.answerTask, { ...deed(id), files: [sha256] });
    const which = { id, unit: village, sha256 };

    expect(name).toBe('危房.csv');
    for (const { call } of [drafter, office, clerk, townClerk]) {
      expect(new TextDecoder().decode(await call(inbox.readAnswerFile, which))).toBe('危房,12');
    }
    await expect(otherClerk.call(inbox.readAnswerFile, which)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(otherDrafter.call(inbox.readAnswerFile, which)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(stranger.call(inbox.readAnswerFile, which)).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('of another unit cannot be taken for one’s own', async () => {
    const { id } = await gate.run({ bearers: [otherVillage] });
    const { sha256 } = await clerk.call(inbox.handInFile, { unit: village, file: new File(['秘密'], 'a.txt') });

    await expect(
      otherClerk.call(inbox.answerTask, { ...deed(id, otherVillage), files: [sha256] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('empty, or for another unit, is refused', async () => {
    const file = new File([''], 'a.txt');

    await expect(clerk.call(inbox.handInFile, { unit: village, file })).rejects.toMatchObject({ code: 'empty' });
    await expect(clerk.call(inbox.handInFile, { unit: town, file })).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

describe('a return', () => {
  test('needs nothing but the task: the system gives the reason, and a second one changes nothing', async () => {
    const { id } = await gate.run();
    await sql`update demand set expires_on = '2026-03-04' where id = ${id}`.execute(owner);

    const returned = await clerk.call(inbox.returnTask, deed(id));
    await clerk.call(inbox.returnTask, deed(id));

    expect(returned).toMatchObject({ state: 'returned', reasons: [{ code: 'expired', confidence: 'record' }] });
    expect(await eventsOf(id)).toEqual(['demand-returned']);
  });

  test('of a demand that stands is refused', async () => {
    const { id } = await gate.run();

    await expect(clerk.call(inbox.returnTask, deed(id))).rejects.toMatchObject({ code: 'no-grounds' });
  });

  test('for an error of the text quotes verified clauses only', async () => {
    const { id } = await gate.runText(
      [
        '清河县农业农村局关于报送危房名单的通知',
        '各村民委员会：',
        '请各村于今日下班前报送危房名单，每日上报进展并上传现场照片，逾期通报批评。',
        '清河县农业农村局',
        '2026年3月5日',
      ].join('\n'),
    );

    const { reasons } = await clerk.call(inbox.readTask, { unit: village, demand: id });
    const returned = await clerk.call(inbox.returnTask, deed(id));

    expect(reasons.length).toBeGreaterThan(0);
    expect(returned.reasons).toEqual(reasons);
    for (const { grounds, confidence } of reasons) {
      expect(confidence === 'verified' ? /^《.+》/u.test(grounds) : grounds === '依据待核').toBe(true);
    }
  });

  test('is accepted or answered by the issuer, and by nobody else', async () => {
    const { id } = await gate.run();
    await sql`update demand set expires_on = '2026-03-04' where id = ${id}`.execute(owner);
    await clerk.call(inbox.returnTask, deed(id));
    const which = { id, unit: village };

    await expect(office.call(inbox.acceptReturn, which)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(otherDrafter.call(inbox.acceptReturn, which)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(clerk.call(inbox.acceptReturn, which)).rejects.toMatchObject({ code: 'not-allowed' });
    await drafter.call(inbox.answerReturn, { ...which, note: '已续期，请办理' });
    await expect(clerk.call(inbox.readTask, { unit: village, demand: id })).resolves.toMatchObject({
      state: 'opened',
      note: '已续期，请办理',
    });
    await clerk.call(inbox.returnTask, deed(id));
    await expect(drafter.call(inbox.acceptReturn, which)).resolves.toMatchObject({ state: 'released' });
    await expect(drafter.call(inbox.acceptReturn, which)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

test('what bearers did cannot be changed, and who did it is not read outside of the one place for it', async () => {
  for (const change of ['update bearer_event set at = now()', 'delete from bearer_person', 'truncate bearer_event']) {
    await expect(sql.raw(change).execute(owner)).rejects.toThrow(/only ever added/);
  }
});

test('without an account nothing is answered', async () => {
  const response = await app.request(`/api/v1/inbox?unit=${village}`);

  expect(response.status).toBe(401);
});
