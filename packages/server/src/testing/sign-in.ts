import { createClient, SESSION_COOKIE, type Call, type Role } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import type { App } from '../platform/api.ts';
import type { AccountSettings } from '../platform/config.ts';
import type { Context } from '../platform/context.ts';
import { inCounty } from '../platform/county.ts';
import type { Db } from '../platform/db.ts';
import { foundCounty, startSession } from '../features/people/index.ts';
import { addPerson } from '../features/people/persons/operations.ts';
import { grantPost } from '../features/people/posts/operations.ts';

/** Somebody who has signed in. */
export interface SignedIn {
  /** The contract's client, in this person's session. */
  readonly call: Call;
  readonly person: string;
  readonly name: string;
  /** For a `Cookie` header. */
  readonly cookie: string;
  /** For operations that are called without a request. */
  readonly actor: Actor;
}

/**
 * Makes a person of his own with this post and signs him in. County and unit are made when they are missing; a unit
 * that the test has made itself stays as it is.
 */
export type SignInAs = (role: Role, unit: string) => Promise<SignedIn>;

/** How accounts are set in tests. */
export const ACCOUNTS: AccountSettings = {
  sessionIdleMinutes: 60,
  sessionMinutes: 24 * 60,
  signInsPerMinute: 1000,
  url: undefined,
  behindProxy: false,
  singleSignOn: undefined,
};

export interface SignInParts extends Pick<Context, 'db' | 'clock' | 'chance' | 'metrics'> {
  readonly owner: Db;
}

export function createSignInAs(app: App, parts: SignInParts): SignInAs {
  const founders = new Map<string, Promise<string>>();
  let people = 0;

  async function founderOf(county: string): Promise<string> {
    const founder = founders.get(county) ?? found(parts, county);
    founders.set(county, founder);
    return founder;
  }

  return async function signInAs(role, unit) {
    const county = unit.slice(0, 6);
    const founder = await founderOf(county);
    await makeUnit(parts.owner, unit);
    people += 1;
    const name = `测试${people}`;
    const username = `test.${county}.${people}`;
    const person = await inCounty(parts.db, county, async (db) => {
      const acting = { ...parts, db, actor: { person: founder, name: '建立人', county, posts: [] } };
      const { id } = await addPerson(acting, { name, username });
      await grantPost(acting, { id, unit, role });
      return id;
    });
    const cookie = `${SESSION_COOKIE}=${await startSession(parts, ACCOUNTS, person, 'test')}`;
    return {
      call: callWith(app, { cookie }),
      person,
      name,
      cookie,
      actor: { person, name, county, posts: [{ unit, role }] },
    };
  };
}

/** The contract's client with these headers on every request. */
export function callWith(app: App, headers: Readonly<Record<string, string>>): Call {
  return createClient((url, init) =>
    app.request(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } }),
  );
}

function found({ owner, clock }: SignInParts, code: string): Promise<string> {
  return foundCounty(
    { db: owner, clock },
    {
      code,
      name: `测试县${code}`,
      letters: lettersOf(code),
      administrator: { name: '建立人', username: `founder.${code}` },
    },
  );
}

/** Two letters of their own for each of the county codes that tests use. */
function lettersOf(code: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const number = Number(code);
  return `${letters.charAt(Math.floor(number / 24) % 24)}${letters.charAt(number % 24)}`;
}

/** The unit and those above it, where they are missing. */
async function makeUnit(owner: Db, unit: string): Promise<void> {
  const [county, township, village] = [unit.slice(0, 6), unit.slice(6, 9), unit.slice(9)];
  if (township === '000' && village === '000') return;
  const isDepartment = township === '000';
  const parent = isDepartment || village === '000' ? `${county}000000` : `${county}${township}000`;
  await makeUnit(owner, parent);
  const level = isDepartment ? 'county' : village === '000' ? 'township' : 'village';
  const nature = isDepartment ? 'department' : level;
  await sql`
    insert into unit (county, code, name, level, nature, parent)
    values (${county}, ${unit}, ${`单位${unit}`}, ${level}, ${nature}, ${parent})
    on conflict do nothing`.execute(owner);
}
