/** Every role, at every place of the tree, at every endpoint, against the table that says who reaches what. */
import { account, endpoints, signIn, type Role } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { grantPost } from '../features/people/posts/operations.ts';
import { useTestApp } from '../testing/app.ts';
import { act, actorFor, openCounty, type CountyUnits, type CountyWorld } from '../testing/county-world.ts';
import { endpointOf, requests } from '../testing/requests/all.ts';
import type { Asked } from '../testing/requests/request.ts';
import { callEndpoint, type Reply } from '../testing/requests/send.ts';
import type { SignedIn } from '../testing/sign-in.ts';
import { accessRows, type AccessRow, type Cell } from './matrix.ts';
import type { Outcome, Relation } from './table.ts';

const testApp = await useTestApp();
const here = await openCounty(testApp, '130102');
const there = await openCounty(testApp, '130104');

/** Where somebody stands, and the unit of the record that he asks about. */
interface Place {
  readonly post: string;
  readonly record: string;
}

/** Drafters, leads and clerks stand in a town, the others in the office; administrators in the county itself. */
function placeOf(role: Role, relation: Relation): Place {
  const { units } = here;
  const isAdministrator = role === 'administrator';
  const isLocal = role === 'drafter' || role === 'unit-lead' || role === 'bearer-clerk';
  const home = isAdministrator ? 'county' : isLocal ? 'town' : 'office';
  const at: Readonly<Record<Relation, Place>> = {
    own: { post: units[home], record: units[home] },
    below: { post: units.county, record: units.town },
    above: isLocal ? { post: units.village, record: units.town } : { post: units.office, record: units.county },
    elsewhere: { post: isLocal ? units.otherTown : units.office, record: units.town },
    'another-county': { post: there.units[home satisfies keyof CountyUnits], record: units.town },
  };
  return at[relation];
}

function worldOf(unit: string): CountyWorld {
  return unit.startsWith(here.code) ? here : there;
}

function outcomeOf({ code }: Reply, isShown: boolean): Outcome {
  if (code !== undefined) return code;
  return isShown ? 'yes' : 'yes-without';
}

/** Asks, and says what became of it. What is answered without the record must not name it. */
async function ask(name: string, asked: Asked, headers: Readonly<Record<string, string>>): Promise<Outcome> {
  const reply = await callEndpoint(testApp.app, endpointOf(name), asked, headers);
  return outcomeOf(reply, asked.trace === undefined || reply.text.includes(asked.trace));
}

/** One record for each unit serves all that change nothing. */
function createRecords(name: string): (unit: string, by: SignedIn, isNew: boolean) => Promise<Asked> {
  const known = new Map<string, Asked>();
  return async (unit, by, isNew) => {
    const found = isNew ? undefined : known.get(unit);
    const asked = found ?? (await requests[name]?.(here, unit, by)) ?? {};
    if (!isNew) known.set(unit, asked);
    return asked;
  };
}

/** How many rows each table has; the audit log is written in the background. */
async function countRows(): Promise<unknown> {
  const { rows } = await sql<{ name: string; rows: string }>`
    select relname as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text as rows
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'audit_%'
    order by relname`.execute(testApp.owner);
  return rows;
}

async function walk({ name, circle }: AccessRow, cells: readonly Cell[]): Promise<Cell[]> {
  const recordFor = createRecords(name);
  const changes = endpointOf(name).method !== 'GET';
  const walked: Cell[] = [];
  for (const { role, relation, outcome } of cells) {
    const { post, record } = placeOf(role, relation);
    const world = worldOf(post);
    // Attempts at a password are counted by person, and a session ends once.
    const by = await (circle === 'in-person' ? world.signInAs(role, post) : world.actor(role, post));
    const asked = await recordFor(record, by, changes && outcome === 'yes');
    walked.push({ role, relation, outcome: await ask(name, asked, { cookie: by.cookie }) });
  }
  return walked;
}

/** What needs no account is the same for all who have one. */
function worthAsking({ circle, cells }: AccessRow): readonly Cell[] {
  const existing = cells.filter(({ outcome }) => outcome !== 'no-such-post');
  return circle === 'anyone' ? existing.filter(({ relation }) => relation === 'another-county').slice(0, 1) : existing;
}

test('the table has a row for every endpoint, and every row has a request', () => {
  const named = new Set(accessRows.map(({ name }) => name.split(' ')[0]));

  expect(Object.keys(endpoints).filter((name) => !named.has(name))).toEqual([]);
  expect(accessRows.map(({ name }) => name).toSorted()).toEqual(Object.keys(requests).toSorted());
});

test.each(accessRows)('$name answers whom the table names and nobody else', async (row) => {
  const cells = worthAsking(row);

  expect(await walk(row, cells)).toEqual(cells);
});

const closed = accessRows.filter(({ circle }) => circle !== 'anyone');

test('nothing else answers without an account, and whoever tries changes nothing', async () => {
  const drafter = await here.actor('drafter', here.units.town);
  const requested: { name: string; asked: Asked }[] = [];
  for (const { name } of closed)
    requested.push({ name, asked: (await requests[name]?.(here, here.units.town, drafter)) ?? {} });
  const before = await countRows();
  const outcomes: { name: string; outcome: Outcome }[] = [];
  for (const { name, asked } of requested)
    for (const headers of [{}, { authorization: 'Bearer qzt_invented' }])
      outcomes.push({ name, outcome: await ask(name, asked, headers) });

  expect(outcomes.filter(({ outcome }) => outcome !== 'not-signed-in')).toEqual([]);
  expect(outcomes).toHaveLength(closed.length * 2);
  expect(await countRows()).toEqual(before);
}, 180_000);

interface TwoTokens {
  readonly wide: string;
  readonly narrow: string;
  readonly by: SignedIn;
}

const holders = new Map<string, Promise<TwoTokens>>();

/** Somebody with two posts, and a token for each; the same one each time. */
function withTokens(role: Role, post: string): Promise<TwoTokens> {
  const key = `${role} ${post}`;
  const known = holders.get(key) ?? makeTokens(role, post);
  holders.set(key, known);
  return known;
}

async function makeTokens(role: Role, post: string): Promise<TwoTokens> {
  const by = await here.signInAs(role, post);
  const maker = { ...actorFor('administrator', here.units.county), person: by.person };
  const other = { id: by.person, unit: here.units.otherVillage, role: 'bearer-clerk' } as const;
  await act(here, maker, (acting) => grantPost(acting, other));
  const { posts } = await by.call(signIn.readMe);
  async function tokenFor(unit: string): Promise<string> {
    const ids = posts.filter((held) => held.unit === unit).map(({ id }) => id);
    return (await by.call(account.createToken, { name: '统计程序', days: 1, posts: ids })).token;
  }
  return { wide: await tokenFor(post), narrow: await tokenFor(other.unit), by };
}

/** What somebody reaches at all. */
const reachable = accessRows.filter(
  ({ circle, cells }) => circle === 'roles' && cells.some(({ outcome }) => outcome === 'yes'),
);

describe('a token', () => {
  test.each(accessRows.filter(({ circle }) => circle === 'in-person'))('does not do for $name', async ({ name }) => {
    const { wide, by } = await withTokens('drafter', here.units.town);
    const asked = (await requests[name]?.(here, here.units.town, by)) ?? {};

    expect(await ask(name, asked, { authorization: `Bearer ${wide}` })).toBe('not-allowed');
  });

  test.each(reachable)(
    'reaches $name by the posts it was made for and no others of its person',
    async ({ name, cells }) => {
      const first = cells.find(({ outcome }) => outcome === 'yes');
      if (first === undefined) throw new Error(`Nobody reaches ${name}`);
      const { post, record } = placeOf(first.role, first.relation);
      const { wide, narrow, by } = await withTokens(first.role, post);
      // Seen from the other village, the county lies above and everything else elsewhere.
      const relation = record === here.units.county ? 'above' : 'elsewhere';
      const seen = cells.find((cell) => cell.role === 'bearer-clerk' && cell.relation === relation);

      const asked = (await requests[name]?.(here, record, by)) ?? {};
      expect(await ask(name, asked, { authorization: `Bearer ${narrow}` })).toBe(seen?.outcome);
      const again = (await requests[name]?.(here, record, by)) ?? {};
      expect(await ask(name, again, { authorization: `Bearer ${wide}` })).toBe('yes');
    },
  );
});
