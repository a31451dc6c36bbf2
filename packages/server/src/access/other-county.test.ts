/** What names another county, wherever it can be forged, neither shows nor changes anything there. */
import { codes, demands, inbox, organisations, people } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { newDraft, openCounty } from '../testing/county-world.ts';
import { readTable } from '../testing/db.ts';
import { callWith } from '../testing/sign-in.ts';

const testApp = await useTestApp();
const { app, owner } = testApp;
const here = await openCounty(testApp, '130102');
const there = await openCounty(testApp, '130104');
const drafter = await here.actor('drafter', here.units.town);
const clerk = await here.actor('bearer-clerk', here.units.village);
const office = await here.actor('office', here.units.office);
const administrator = await here.actor('administrator', here.units.county);
const stranger = await there.actor('drafter', there.units.town);
const running = await there.demand(there.units.town, 'running');

async function everythingThere(): Promise<string> {
  const tables = await Promise.all([readTable(owner, 'demand'), readTable(owner, 'unit'), readTable(owner, 'post')]);
  return tables
    .join('\n')
    .split('\n')
    .filter((line) => line.includes(there.code))
    .join('\n');
}

describe('a unit of another county', () => {
  test.each([
    ['as the issuer', { issuer: there.units.town }, 'not-allowed'],
    ['among the bearers', { bearers: [here.units.village, there.units.village] }, 'unknown-unit'],
  ])('%s of a draft is refused', async (_, changes, code) => {
    const draft = { ...newDraft(here.units, here.units.town), ...changes };
    const before = await everythingThere();

    await expect(drafter.call(demands.draftDemand, draft)).rejects.toMatchObject({ code });
    expect(await everythingThere()).toBe(before);
  });

  test('cannot be put into a demand that is drafted already', async () => {
    const { id, version } = await here.demand(here.units.town, 'draft');
    const draft = { ...newDraft(here.units, here.units.town), bearers: [there.units.village] };

    await expect(drafter.call(demands.reviseDemand, { id, ...draft }, { ifMatch: version })).rejects.toMatchObject({
      code: 'unknown-unit',
    });
  });

  test('finds nothing as a filter', async () => {
    for (const filter of [{ issuer: there.units.town }, { bearer: there.units.village }]) {
      expect((await drafter.call(demands.listDemands, filter)).items).toEqual([]);
    }
    expect((await office.call(inbox.listOffGateDemands, { issuer: there.units.town })).items).toEqual([]);
    expect((await administrator.call(people.listPeople, { unit: there.units.town })).items).toEqual([]);
  });

  test('is no unit to merge into, to found under or to hold a post for', async () => {
    const { version } = await drafter.call(organisations.readUnit, { code: here.units.village });
    const merger = { code: here.units.village, into: there.units.village, on: '2026-03-01' };
    const plan = { name: '新村', nature: 'village', parent: there.units.town } as const;
    const grant = { id: clerk.person, unit: there.units.town, role: 'drafter' } as const;
    const unknown = { code: 'unknown-unit' };

    await expect(administrator.call(organisations.mergeUnit, merger, { ifMatch: version })).rejects.toMatchObject(
      unknown,
    );
    await expect(administrator.call(organisations.createUnit, plan)).rejects.toMatchObject(unknown);
    await expect(administrator.call(people.grantPost, grant)).rejects.toMatchObject(unknown);
  });
});

test('a demand of another county is nothing to merge into', async () => {
  const { id, version } = await here.demand(here.units.town, 'submitted');
  const leader = await here.actor('leader', here.units.county);
  const merging = leader.call(demands.mergeDemand, { id, into: running.id, reason: '重复' }, { ifMatch: version });

  await expect(merging).rejects.toMatchObject({ code: 'no-such-record' });
});

test('a file that another county has handed in is none to answer with', async () => {
  const theirs = await there.actor('bearer-clerk', there.units.village);
  const { sha256 } = await theirs.call(inbox.handInFile, { unit: there.units.village, text: '邻县的名单' });
  const { id } = await here.demand(here.units.town, 'running');
  const deed = { unit: here.units.village, demand: id, event: '7f9c24e8-3b12-4f3a-9d51-0c5a4d6e8f01' };

  await expect(clerk.call(inbox.answerTask, { ...deed, files: [sha256] })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test('a cursor of another county goes on in the own one', async () => {
  await there.demand(there.units.town, 'running');
  const { next } = await stranger.call(demands.listDemands, { limit: 1 });
  const { items } = await drafter.call(demands.listDemands, { cursor: next ?? '', limit: 200 });

  expect(next).not.toBeNull();
  expect(JSON.stringify(items)).not.toContain(there.code);
});

test('a key that somebody of another county has used is a new one', async () => {
  const key = { idempotencyKey: 'the-same-key' };
  const theirs = await stranger.call(demands.draftDemand, newDraft(there.units, there.units.town), key);
  const ours = await drafter.call(demands.draftDemand, newDraft(here.units, here.units.town), key);

  expect(ours.id).not.toBe(theirs.id);
  expect(ours.issuer).toBe(here.units.town);
});

test('two sessions in one request are the first, and never the sum of both', async () => {
  const both = callWith(app, { cookie: `${drafter.cookie}; ${stranger.cookie}` });

  await expect(both(demands.readDemand, { id: running.id })).rejects.toMatchObject({ code: 'no-such-record' });
  expect(JSON.stringify(await both(demands.listDemands, { limit: 200 }))).not.toContain(there.code);
});

test('a wrong token beside a right cookie opens nothing', async () => {
  const mixed = callWith(app, { cookie: drafter.cookie, authorization: 'Bearer qzt_invented' });

  await expect(mixed(demands.listDemands, {})).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('the register of one county holds nothing of another', async () => {
  await here.demand(here.units.town, 'running');
  const { items } = await testApp.call(codes.listRegister, { county: here.code, issuer: there.units.town });
  const all = await testApp.call(codes.listRegister, { county: here.code, limit: 200 });

  expect(items).toEqual([]);
  expect(JSON.stringify(all)).not.toContain(there.code);
});
