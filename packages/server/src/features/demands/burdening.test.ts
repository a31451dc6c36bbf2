import { demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { newDraft, openCounty } from '../../testing/county-world.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');
const { units } = world;
const drafter = await world.actor('drafter', units.town);
const draft = newDraft(units, units.town);

/** Sends the request as it stands, without the contract's client. */
function send(method: 'POST' | 'PUT', path: string, body: object, version?: number): Promise<Response> {
  return Promise.resolve(
    testApp.app.request(path, {
      method,
      headers: {
        'content-type': 'application/json',
        cookie: drafter.cookie,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    }),
  );
}

async function expectRefused(response: Response, named: readonly string[]): Promise<void> {
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem: unknown = await response.json();
  expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/bearers' }] });
  for (const unit of named) expect(JSON.stringify(problem)).toContain(unit);
}

/** Whom a township may not ask, beside its own village. */
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ["another township's village", [units.otherVillage]],
  ["another township's village behind its own", [units.village, units.otherVillage]],
  ['another township', [units.otherTown]],
  ['a department of the county', [units.bureau]],
  ['the county itself', [units.county]],
];

describe.each(OTHERS)('a township that names %s', (_, bearers) => {
  const foreign = bearers.filter((unit) => unit !== units.village);

  test('is refused when it drafts, and nothing is kept', async () => {
    const before = await drafter.call(demands.listDemands, { issuer: units.town, limit: 200 });

    await expectRefused(await send('POST', '/api/v1/demands', { ...draft, bearers }), foreign);
    expect(await drafter.call(demands.listDemands, { issuer: units.town, limit: 200 })).toEqual(before);
  });

  test('is refused when it corrects a draft, which stays as it was', async () => {
    const { id, version } = await world.demand(units.town, 'draft');
    const before = await drafter.call(demands.readDemand, { id });

    await expectRefused(await send('PUT', `/api/v1/demands/${id}/draft`, { ...draft, bearers }, version), foreign);
    expect(await drafter.call(demands.readDemand, { id })).toEqual(before);
  });
});

test.each([
  ['各村', `关于核实汛期危房的通知\n各村：请于3月20日前报送危房名单。`],
  ['各乡镇', `关于核实汛期危房的通知\n各乡镇、各村：请于3月20日前报送危房名单。`],
])('a text of a township to all %s reaches its own villages alone', async (_, text) => {
  const { bearers } = await drafter.call(demands.draftFromFile, { issuer: units.town, text });

  expect(bearers.length).toBeGreaterThan(0);
  const own = units.town.slice(0, 9);
  expect(bearers.filter(({ unit }) => !unit.startsWith(own))).toEqual([]);
});

test('what a township may ask of its own it may ask over the same addresses', async () => {
  const made = await send('POST', '/api/v1/demands', { ...draft, bearers: [units.village] });
  const { id, version } = (await made.json()) as { id: string; version: number };
  const revised = await send('PUT', `/api/v1/demands/${id}/draft`, { ...draft, bearers: [units.town] }, version);

  expect([made.status, revised.status]).toEqual([200, 200]);
});
