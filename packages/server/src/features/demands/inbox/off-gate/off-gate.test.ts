import { caps, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { openGate } from '../../../../testing/demands.ts';
import type { SignedIn } from '../../../../testing/sign-in.ts';

const { signInAs, owner } = await useTestApp();
const COUNTY = '130101';
const gate = await openGate(signInAs, COUNTY);
const { drafter, office, village, otherVillage, town, bureau } = gate;
const clerk = await signInAs('bearer-clerk', village);
const otherClerk = await signInAs('bearer-clerk', otherVillage);
const townClerk = await signInAs('bearer-clerk', town);
const supervisor = await signInAs('supervisor', `${COUNTY}000000`);
const stranger = await signInAs('bearer-clerk', '130102101201');
await sql`update unit set name = '清河县住房和城乡建设局' where code = ${bureau}`.execute(owner);

const toilets = await gate.run({
  title: '清河县住房和城乡建设局关于报送农村旱厕改造进度的通知',
  ask: '报送农村旱厕改造进度表',
  dueAt: '2026-03-20T10:00:00Z',
});
const atGate = { times: await used(bureau, 'times'), minutes: await used(bureau, 'minutes') };
const PASTED = '各村：请于3月20日18:00前把农村旱厕改造进度表报给县住房和城乡建设局，收到请回复。';
const UNKNOWN = '紧急！各村明天中午前上报养老助餐点照片 20 张，配文字说明，接龙。';

describe('an order that is pasted', () => {
  test('is linked to the demand that it is', async () => {
    const registration = await clerk.call(inbox.registerOrder, { unit: village, text: PASTED });

    expect(registration).toMatchObject({ outcome: 'linked', demand: { id: toilets.id, code: toilets.code } });
    expect(registration.says).toContain(toilets.code);
    expect(registration.reasons.length).toBeGreaterThan(0);
  });

  test('is counted for the issuer that its text names', async () => {
    const text = '请各村本周五前将农房抗震加固台账报县住房和城乡建设局，附照片。';

    const registration = await clerk.call(inbox.registerOrder, { unit: village, text });
    const { items } = await office.call(inbox.listOffGateDemands, { issuer: bureau });

    expect(registration).toMatchObject({ outcome: 'counted', demand: null });
    expect(registration.says).toContain('清河县住房和城乡建设局');
    expect(items).toMatchObject([{ issuer: bureau, bearerCount: 1 }]);
    expect(items[0]?.totalMinutes.likely).toBeGreaterThan(0);
  });

  test('without an issuer is left to the office to find out', async () => {
    const { id, outcome } = await clerk.call(inbox.registerOrder, { unit: village, text: UNKNOWN });
    const [unknown] = (await office.call(inbox.listOffGateDemands, { unknown: 'true' })).items;

    expect(outcome).toBe('issuer-unknown');
    const named = await office.call(inbox.nameIssuer, { id: unknown?.id ?? '', issuer: bureau });
    expect(named).toMatchObject({ issuer: bureau });
    const { items } = await clerk.call(inbox.listRegistrations, { unit: village });
    const again = items.find((registration) => registration.id === id);
    expect(again?.outcome).toBe('counted');
    expect(again?.ask).toContain('上报养老助餐点照片 20 张');
  });

  test('twice is one registration, and by two villages one order of two bearers', async () => {
    const text = '各村：3月31日前把高标准农田管护员花名册发我。县住房和城乡建设局';
    const [one, two] = await Promise.all([
      clerk.call(inbox.registerOrder, { unit: village, text }),
      clerk.call(inbox.registerOrder, { unit: village, text }),
    ]);
    await otherClerk.call(inbox.registerOrder, { unit: otherVillage, text: `【转发】${text}` });

    const { items } = await office.call(inbox.listOffGateDemands, { issuer: bureau });

    expect(two.id).toBe(one.id);
    expect(items.filter(({ bearerCount }) => bearerCount === 2)).toHaveLength(1);
  });

  test('keeps script as words, and says nothing of who pasted it', async () => {
    const text = '<img src=x onerror=alert(1)> 各村报送<script>名单</script>\u0000';
    const { says } = await clerk.call(inbox.registerOrder, { unit: village, text });
    const page = JSON.stringify(await office.call(inbox.listOffGateDemands, { limit: 200 }));

    expect(says).not.toContain('<script>');
    for (const secret of [clerk.person, clerk.name, village]) expect(page).not.toContain(secret);
  });

  test.each<[string, SignedIn, string, string]>([
    ['another village', otherClerk, village, 'no-such-record'],
    ['the town for its village', townClerk, village, 'not-allowed'],
    ['an issuer', drafter, village, 'not-allowed'],
    ['a supervisor', supervisor, village, 'not-allowed'],
    ['another county', stranger, village, 'no-such-record'],
  ])('by %s is refused', async (_, { call }, unit, code) => {
    await expect(call(inbox.registerOrder, { unit, text: UNKNOWN })).rejects.toMatchObject({ code });
  });

  test.each<[string, BlobPart, string]>([
    ['空.txt', '', 'empty'],
    ['损坏.docx', 'PK\u0003\u0004 and nothing more', 'damaged'],
    ['程序.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'unsupported'],
  ])('as %s is refused and counts nothing', async (name, content, code) => {
    const before = await office.call(inbox.listOffGateDemands, {});

    await expect(
      clerk.call(inbox.registerOrder, { unit: village, file: new File([content], name) }),
    ).rejects.toMatchObject({ code });
    expect(await office.call(inbox.listOffGateDemands, {})).toEqual(before);
  });

  test('of 200,001 characters is refused', async () => {
    await expect(clerk.call(inbox.registerOrder, { unit: village, text: '字'.repeat(200_001) })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('the originals', () => {
  test('are read by office and supervisor only', async () => {
    const [first] = (await office.call(inbox.listOffGateDemands, { issuer: bureau })).items;
    const id = first?.id ?? '';
    const [file] = (await office.call(inbox.listOffGateFiles, { id })).items;
    const which = { id, sha256: file?.sha256 ?? '' };

    for (const { call } of [office, supervisor]) {
      expect((await call(inbox.readOffGateFile, which)).length).toBeGreaterThan(0);
    }
    for (const { call } of [drafter, clerk, townClerk]) {
      await expect(call(inbox.readOffGateFile, which)).rejects.toMatchObject({ code: 'not-allowed' });
      await expect(call(inbox.listOffGateDemands, {})).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });
});

async function used(issuer: string, what: 'times' | 'minutes'): Promise<number> {
  const { caps: all } = await office.call(caps.listCaps, { year: 2026, issuer });
  const counted = all.filter(({ measure }) => (measure === 'minutes') === (what === 'minutes'));
  return counted.reduce((sum, cap) => sum + cap.used, 0);
}

describe('the caps of whoever gave the order', () => {
  test('count it once by its kind, and its minutes for every unit that has registered it', async () => {
    const { items } = await office.call(inbox.listOffGateDemands, { issuer: bureau, limit: 200 });
    const minutes = items.map(({ totalMinutes }) => Math.round(totalMinutes.likely));

    expect(items.map(({ bearerCount }) => bearerCount)).toContain(2);
    expect(await used(bureau, 'times')).toBe(atGate.times + items.length);
    expect(await used(bureau, 'minutes')).toBe(minutes.reduce((sum, one) => sum + one, atGate.minutes));
  });

  test('are those of the unit that the office names', async () => {
    await clerk.call(inbox.registerOrder, { unit: village, text: '速将今冬蔬菜大棚除雪情况的书面报告报来' });
    const [unnamed] = (await office.call(inbox.listOffGateDemands, { unknown: 'true' })).items;
    const before = [await used(bureau, 'minutes'), await used(town, 'minutes')];
    const id = unnamed?.id ?? '';
    const { totalMinutes } = await office.call(inbox.nameIssuer, { id, issuer: bureau });
    const named = [await used(bureau, 'minutes'), await used(town, 'minutes')];
    await office.call(inbox.nameIssuer, { id, issuer: town });
    const renamed = [await used(bureau, 'minutes'), await used(town, 'minutes')];
    const minutes = Math.round(totalMinutes.likely);

    expect(minutes).toBeGreaterThan(0);
    expect(named).toEqual([(before[0] ?? 0) + minutes, before[1]]);
    expect(renamed).toEqual([before[0], (before[1] ?? 0) + minutes]);
  });
});

test('an office does not move an order away from its own unit', async () => {
  const ownOffice = await signInAs('office', bureau);
  const [first] = (await office.call(inbox.listOffGateDemands, { issuer: bureau })).items;

  await expect(ownOffice.call(inbox.nameIssuer, { id: first?.id ?? '', issuer: town })).rejects.toMatchObject({
    code: 'four-eyes',
  });
});

test('what a unit has registered is seen by it alone: the town above may have given the order', async () => {
  expect((await clerk.call(inbox.listRegistrations, { unit: village })).items.length).toBeGreaterThan(0);
  for (const { call } of [townClerk, otherClerk, drafter, stranger]) {
    await expect(call(inbox.listRegistrations, { unit: village })).rejects.toMatchObject({ code: 'no-such-record' });
  }
});
