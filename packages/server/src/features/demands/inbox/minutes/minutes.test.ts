import { randomUUID } from 'node:crypto';
import { inbox, type demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate } from '../../../../testing/demands.ts';

const { signInAs } = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { drafter, office, bureau } = gate;
const otherDrafter = await signInAs('drafter', `${COUNTY}000012`);
const stranger = await signInAs('drafter', '130102000011');

const FORM: demands.DemandDetails = {
  kind: 'form',
  fields: { text: 10, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
  rows: 10,
  signatures: 0,
  prints: 0,
  timesPerYear: 1,
};
const MEETING: demands.DemandDetails = {
  kind: 'meeting',
  mode: 'video',
  startsAt: '2026-03-04T09:00:00+08:00',
  endsAt: '2026-03-04T10:00:00+08:00',
  people: 1,
  talks: 0,
  levels: ['village'],
  venues: [],
  series: null,
  timesPerYear: 1,
};

describe('honesty', () => {
  test('compares what was estimated with what five bearers took, and never says what one took', async () => {
    const villages = ['201', '202', '203', '204', '205'].map((number) => `${COUNTY}101${number}`);
    const clerks = await Promise.all(villages.map((unit) => signInAs('bearer-clerk', unit)));
    const { id, screening } = await gate.run({ details: FORM, bearers: villages });
    for (const [index, { call }] of clerks.entries()) {
      const unit = villages[index] ?? '';
      expect((await drafter.call(inbox.readHonesty, { issuer: bureau })).ratio).toBeNull();
      const deed = { unit, demand: id, event: randomUUID(), saidAt: '2026-03-05T09:00:00+08:00' };
      await call(inbox.openTask, deed);
      const moments = ['2026-03-05T09:08:00+08:00', '2026-03-05T09:16:00+08:00', '2030-01-01T00:00:00Z'];
      await call(inbox.noteTime, { ...deed, event: randomUUID(), moments });
      const last = { ...deed, event: randomUUID(), saidAt: '2026-03-05T09:20:00+08:00' };
      expect(JSON.stringify(await call(inbox.answerTask, { ...last, text: '已填' }))).not.toContain('easured');
    }

    const honesty = await drafter.call(inbox.readHonesty, { issuer: bureau });

    const estimated = (screening?.perBearerMinutes.likely ?? 0) * 5;
    expect(honesty).toMatchObject({ count: 5, measuredMinutes: 100, estimatedMinutes: Math.round(estimated) });
    expect(honesty.ratio).toBeCloseTo(100 / estimated, 1);
  });

  test('of an issuer of another county is not there', async () => {
    await expect(stranger.call(inbox.readHonesty, { issuer: bureau })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });
});

describe('a meeting that was held', () => {
  test('is reported by its convenor, the last report holding', async () => {
    const { id } = await gate.run({ details: MEETING, dueAt: null });
    const times = { startedAt: '2026-03-04T09:05:00+08:00', endedAt: '2026-03-04T11:35:00+08:00' };

    await expect(drafter.call(inbox.reportMeetingHeld, { id, ...times })).resolves.toEqual({
      id,
      plannedMinutes: 60,
      actualMinutes: 150,
    });
  });

  test.each<[string, object]>([
    ['ends before it begins', { startedAt: '2026-03-04T02:00:00Z', endedAt: '2026-03-04T01:00:00Z' }],
    ['ends in the future', { startedAt: '2026-03-05T01:00:00Z', endedAt: '2026-03-05T02:00:01Z' }],
    ['lasts eight days', { startedAt: '2026-02-20T01:00:00Z', endedAt: '2026-02-28T01:00:00Z' }],
  ])('cannot be one that %s', async (_, times) => {
    const { id } = await gate.run({ details: MEETING, dueAt: null });

    await expect(drafter.call(inbox.reportMeetingHeld, { id, ...times } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  test('is reported by nobody else, and only for a meeting', async () => {
    const times = { startedAt: '2026-03-04T01:00:00Z', endedAt: '2026-03-04T02:00:00Z' };
    const { id } = await gate.run({ details: MEETING, dueAt: null });
    const task = await gate.run();

    for (const { call } of [office, otherDrafter]) {
      await expect(call(inbox.reportMeetingHeld, { id, ...times })).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await expect(stranger.call(inbox.reportMeetingHeld, { id, ...times })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await expect(drafter.call(inbox.reportMeetingHeld, { id: task.id, ...times })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});
