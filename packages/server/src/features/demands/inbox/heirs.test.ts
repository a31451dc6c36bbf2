/** After a merger the people of both units go on where the old one stopped; what happened keeps its old name. */
import { randomUUID } from 'node:crypto';
import { caps, inbox, organisations, signIn } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { openGate } from '../../../testing/demands.ts';

const { app, signInAs } = await useTestApp();
const COUNTY = '130101';
const [TOWN, VILLAGE, SUCCESSOR] = [`${COUNTY}101000`, `${COUNTY}101201`, `${COUNTY}101203`];
const MOVED = `${COUNTY}102201`;

const gate = await openGate(signInAs, COUNTY);
const administrator = await signInAs('administrator', `${COUNTY}000000`);
const oldClerk = await signInAs('bearer-clerk', VILLAGE);
const newClerk = await signInAs('bearer-clerk', SUCCESSOR);
const otherClerk = await signInAs('bearer-clerk', `${COUNTY}101202`);
const before = await gate.run();
const feed = await oldClerk.call(inbox.createFeed, { unit: VILLAGE });
await merge(VILLAGE, SUCCESSOR);

async function merge(code: string, into: string): Promise<void> {
  const { version } = await administrator.call(organisations.readUnit, { code });
  await administrator.call(organisations.mergeUnit, { code, into, on: '2026-03-05' }, { ifMatch: version });
}

test('the successor’s people see and answer what the old unit had open, under its name', async () => {
  expect((await newClerk.call(signIn.readMe)).posts.map(({ unit }) => unit)).toEqual([VILLAGE, SUCCESSOR]);
  const task = await newClerk.call(inbox.readTask, { unit: VILLAGE, demand: before.id });
  expect(task).toMatchObject({ unit: VILLAGE, demand: before.id });
  await newClerk.call(inbox.openTask, { unit: VILLAGE, demand: before.id, event: randomUUID() });

  const { items } = await gate.drafter.call(inbox.listBearerStatuses, { id: before.id });
  expect(items.map(({ unit }) => unit)).toContain(VILLAGE);
});

test('the old unit’s people bear what the successor is asked, in its calendar as well', async () => {
  const after = await gate.run({ bearers: [SUCCESSOR], dueAt: '2026-03-12T10:00:00Z' });
  await oldClerk.call(inbox.openTask, { unit: SUCCESSOR, demand: after.id, event: randomUUID() });

  const calendar = await (await app.request(feed.path)).text();
  for (const { code } of [before, after]) expect(calendar).toContain(code);
});

test('nobody else comes nearer to either', async () => {
  for (const unit of [VILLAGE, SUCCESSOR]) {
    await expect(otherClerk.call(inbox.readInbox, { unit })).rejects.toMatchObject({ code: 'no-such-record' });
  }
});

test('it reaches through several mergers and to villages whose town was merged', async () => {
  const townClerk = await signInAs('bearer-clerk', TOWN);
  await signInAs('bearer-clerk', MOVED);
  await merge(TOWN, `${COUNTY}102000`);

  const units = (await oldClerk.call(signIn.readMe)).posts.map(({ unit }) => unit);
  expect(units).toEqual([VILLAGE, SUCCESSOR, `${COUNTY}102203`]);
  const above = (await townClerk.call(signIn.readMe)).posts.map(({ unit }) => unit);
  expect(above).toEqual([TOWN, `${COUNTY}102000`]);
  await expect(townClerk.call(inbox.readInbox, { unit: MOVED })).resolves.toBeDefined();
});

test('what a merged department has left of its caps goes over, and nothing comes back', async () => {
  const [old, heir] = [`${COUNTY}000031`, `${COUNTY}000032`];
  const drafter = await signInAs('drafter', old);
  await signInAs('drafter', heir);
  const grounds = { reason: '机构合并', source: '县委编〔2026〕1号' };
  for (const issuer of [old, heir]) {
    const key = { issuer, year: 2026, measure: 'document' } as const;
    await gate.office.call(caps.grantCap, { ...key, amount: 5, ...grounds }, { ifMatch: 0 });
  }
  await merge(old, heir);
  const transfer = { year: 2026, measure: 'document', amount: 5, ...grounds } as const;
  const { caps: moved } = await gate.office.call(caps.transferCap, { ...transfer, from: old, to: heir });

  expect(moved.map(({ issuer, granted }) => [issuer, granted])).toEqual([
    [old, 0],
    [heir, 10],
  ]);
  await expect(gate.office.call(caps.transferCap, { ...transfer, from: heir, to: old })).rejects.toMatchObject({
    code: 'unknown-unit',
  });
  expect((await drafter.call(signIn.readMe)).posts.map(({ unit }) => unit)).toEqual([old, heir]);
});
