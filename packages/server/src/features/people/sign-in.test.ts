import { account, people, SESSION_COOKIE, signIn } from '@qingzhuang/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, useTestApp } from '../../testing/app.ts';
import { makeSomebody, openBrowser, ORIGIN, PASSWORD, type Browser } from '../../testing/browser.ts';
import { readTable } from '../../testing/db.ts';
import { ACCOUNTS, callWith } from '../../testing/sign-in.ts';
import { createFindActor } from './index.ts';

let now = NOW;
const clock = { now: () => now, today: () => now.toISOString().slice(0, 10) };
const { app, db, owner, logged, signInAs } = await useTestApp({ clock });
const administrator = await signInAs('administrator', '130101000000');
const li = await makeSomebody(app, administrator.call, 'li.ming');

beforeEach(async () => {
  now = NOW;
  await owner.deleteFrom('signInAttempt').execute();
});

function later(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

async function signInLi(browser = openBrowser(app)): Promise<Browser> {
  await browser.call(signIn.signIn, { username: 'li.ming', password: PASSWORD });
  return browser;
}

async function fail(times: number, username: string): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const wrong = openBrowser(app).call(signIn.signIn, { username, password: `wrong ${count}` });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-credentials' });
  }
}

describe('signing in', () => {
  test('with user name and password tells who it is, and the session goes on in a cookie', async () => {
    const { call } = await signInLi();

    expect(await call(signIn.readMe)).toEqual({
      person: li.id,
      name: '李明',
      username: 'li.ming',
      county: '130101',
      countyName: '测试县130101',
      posts: [],
      totp: false,
      passwordSetAt: NOW.toISOString(),
    });
  });

  test.each(['LI.Ming', ' li.ming ', 'ｌｉ．ｍｉｎｇ'])('takes %j for the same user', async (username) => {
    const me = await openBrowser(app).call(signIn.signIn, { username, password: PASSWORD });

    expect(me.person).toBe(li.id);
  });

  test('sets a cookie that no script reads, no other site sends, and that ends with the session', async () => {
    const browser = await signInLi();

    expect(browser.lastCookies()).toEqual([
      expect.stringMatching(
        new RegExp(`^${SESSION_COOKIE}=[\\w-]{43}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax$`),
      ),
    ]);
  });

  test('by https sets a cookie that never leaves by http', async () => {
    const browser = await signInLi(openBrowser(app, {}, 'https://gate.example'));

    expect(browser.lastCookies()[0]).toMatch(/; Secure$/);
  });

  test.each([
    [false, /SameSite=Lax$/],
    [true, /; Secure$/],
  ])('behind a proxy (%s) that says https sets a cookie like %s', async (behindProxy, expected) => {
    const proxied = await useTestApp({ db: owner, clock, accounts: { ...ACCOUNTS, behindProxy } });
    const browser = await signInLi(openBrowser(proxied.app, { 'x-forwarded-proto': 'https' }));

    expect(browser.lastCookies()[0]).toMatch(expected);
  });

  test('replaces a session that the browser had, so that a planted cookie is worth nothing', async () => {
    const browser = await signInLi();
    const before = browser.cookies.get(SESSION_COOKIE) ?? '';
    await signInLi(browser);

    expect(browser.cookies.get(SESSION_COOKIE)).not.toBe(before);
    const old = callWith(app, { cookie: `${SESSION_COOKIE}=${before}` });
    await expect(old(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('keeps neither token nor password anywhere, and no name in the log', async () => {
    const browser = await signInLi();
    const token = browser.cookies.get(SESSION_COOKIE) ?? 'none';
    const kept = (await readTable(owner, 'session')) + (await readTable(owner, 'password'));

    expect(kept).not.toContain(token);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(logged.join('')).not.toMatch(/li\.ming|李明/);
    expect(logged.join('')).not.toContain(token);
  });
});

describe('a wrong password', () => {
  test.each([
    ['li.ming', 'wrong'],
    ['nobody', PASSWORD],
    ['', PASSWORD],
  ])('of %j is refused like any other', async (username, password) => {
    const refused = openBrowser(app).call(signIn.signIn, { username: username || 'x', password });

    await expect(refused).rejects.toMatchObject({ code: 'wrong-credentials' });
  });

  test('takes as long for a user who does not exist', async () => {
    async function time(username: string): Promise<number> {
      const began = performance.now();
      await fail(1, username);
      return performance.now() - began;
    }
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      await owner.deleteFrom('signInAttempt').execute();
      known.push(await time('li.ming'));
      unknown.push(await time('nobody'));
    }
    // The fastest of each: what else the machine does only ever adds. Without the hash it would be a twentieth.
    const ratio = Math.min(...unknown) / Math.min(...known);

    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test.each(['li.ming', 'nobody'])('five times in a row closes %s for a minute, then for two', async (username) => {
    await fail(5, username);
    const locked = { code: 'too-many-requests', facts: { retryAfterSeconds: 60 } };
    const right = { username, password: PASSWORD };
    await expect(openBrowser(app).call(signIn.signIn, right)).rejects.toMatchObject(locked);

    later(1);
    await fail(1, username);
    const longer = { code: 'too-many-requests', facts: { retryAfterSeconds: 120 } };
    await expect(openBrowser(app).call(signIn.signIn, right)).rejects.toMatchObject(longer);
  });

  test('is answered with Retry-After', async () => {
    await fail(5, 'nobody');
    const response = await app.request('/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'nobody', password: 'x' }),
    });

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
  });

  test('tried many times at once is tried five times', async () => {
    const codes = await Promise.all(
      Array.from({ length: 20 }, () =>
        openBrowser(app)
          .call(signIn.signIn, { username: 'nobody', password: 'guess' })
          .catch((error: unknown) => (error as { code: string }).code),
      ),
    );

    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
  });

  test('is forgiven by the right one', async () => {
    await fail(4, 'li.ming');
    await signInLi();
    await fail(4, 'li.ming');

    await expect(signInLi()).resolves.toBeDefined();
  });

  test('from one address is tried so many times a minute, whomever it is tried on', async () => {
    const few = await useTestApp({
      db: owner,
      clock,
      accounts: { ...ACCOUNTS, signInsPerMinute: 2 },
      milliseconds: () => 0,
    });
    const { call } = openBrowser(few.app);
    for (const username of ['a1', 'a2']) {
      await expect(call(signIn.signIn, { username, password: 'x' })).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
    }

    const third = call(signIn.signIn, { username: 'li.ming', password: PASSWORD });
    await expect(third).rejects.toMatchObject({ code: 'too-many-requests', facts: { retryAfterSeconds: 30 } });
  });
});

test.each([
  [true, { code: 'wrong-credentials' }],
  [false, { code: 'too-many-requests' }],
])('behind a proxy (%s) the address that it names is the one that counts', async (behindProxy, expected) => {
  const accounts = { ...ACCOUNTS, behindProxy, signInsPerMinute: 1 };
  const proxied = await useTestApp({ db: owner, clock, accounts, milliseconds: () => 0 });
  const guess = { username: 'nobody', password: 'x' };
  for (const address of ['203.0.113.1', '203.0.113.2']) {
    const { call } = openBrowser(proxied.app, { 'x-forwarded-for': `198.51.100.9, ${address}` });
    const answer = address.endsWith('1') ? { code: 'wrong-credentials' } : expected;
    await expect(call(signIn.signIn, guess)).rejects.toMatchObject(answer);
  }
});

describe('a session', () => {
  test('is found in one call to the database', async () => {
    let calls = 0;
    const counted = db.withPlugin({
      transformQuery({ node }) {
        calls += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const findActor = createFindActor({ db: counted, clock }, ACCOUNTS);
    const { cookie, actor } = administrator;

    expect(await findActor(new Request(ORIGIN, { headers: { cookie } }))).toEqual(actor);
    expect(calls).toBe(1);
  });

  test('ends when it was not used for an hour', async () => {
    const { call } = await signInLi();
    later(59);
    await call(signIn.readMe);
    later(59);
    await call(signIn.readMe);
    later(61);

    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('ends after a day, however much it is used', async () => {
    const { call } = await signInLi();
    for (let half = 0; half < 47; half += 1) {
      later(30);
      await call(signIn.readMe);
    }
    later(30);

    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('ends at sign-out, and its cookie with it', async () => {
    const browser = await signInLi();
    const cookie = `${SESSION_COOKIE}=${browser.cookies.get(SESSION_COOKIE)}`;
    await browser.call(signIn.signOut);

    expect(browser.lastCookies()[0]).toMatch(new RegExp(`^${SESSION_COOKIE}=; Path=/; Max-Age=0;`));
    await expect(callWith(app, { cookie })(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test.each(['', `${SESSION_COOKIE}=`, `${SESSION_COOKIE}=abc`, `other=1; ${SESSION_COOKIE}=${'A'.repeat(43)}`])(
    'is none with the cookie %j',
    async (cookie) => {
      await expect(callWith(app, { cookie })(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    },
  );

  test('of oneself can be listed and ended, of others not', async () => {
    await owner.deleteFrom('session').where('person', '=', li.id).execute();
    const [here, there] = [await signInLi(), await signInLi()];
    const { items } = await here.call(account.listSessions);
    expect(items.map(({ agent, current }) => [agent, current]).toSorted()).toEqual([
      ['Browser', false],
      ['Browser', true],
    ]);

    const id = items.find(({ current }) => !current)?.id ?? '';
    await expect(administrator.call(account.endSession, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    await there.call(signIn.readMe);
    await here.call(account.endSession, { id });
    await expect(there.call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(here.call(account.endSession, { id })).rejects.toMatchObject({ code: 'no-such-record' });
  });
});

describe('a new password', () => {
  test('needs the old one, opens from then on, and ends the other sessions', async () => {
    const wang = await makeSomebody(app, administrator.call, 'wang.fang');
    const [here, there] = [openBrowser(app), openBrowser(app)];
    for (const { call } of [here, there]) await call(signIn.signIn, wang.credentials);
    const newPassword = '草木蔓发，春山可望，轻鲦出水';

    const guess = here.call(account.changePassword, { password: 'guess', newPassword });
    await expect(guess).rejects.toMatchObject({ code: 'wrong-credentials' });
    await here.call(account.changePassword, { password: PASSWORD, newPassword });

    await here.call(signIn.readMe);
    await expect(there.call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(there.call(signIn.signIn, wang.credentials)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await there.call(signIn.signIn, { username: 'wang.fang', password: newPassword });
  });

  test('is refused when it is weak, and that is no guess', async () => {
    const { call } = await signInLi();
    for (let count = 0; count < 7; count += 1) {
      await expect(call(account.changePassword, { password: PASSWORD, newPassword: 'short' })).rejects.toMatchObject({
        code: 'invalid-input',
        facts: { errors: [{ pointer: '/newPassword' }] },
      });
    }
  });

  test('cannot be guessed at by whoever finds an unlocked computer', async () => {
    const { call } = await signInLi();
    const guess = { password: 'guess', newPassword: '草木蔓发，春山可望，轻鲦出水' };
    for (let count = 0; count < 5; count += 1) {
      await expect(call(account.changePassword, guess)).rejects.toMatchObject({ code: 'wrong-credentials' });
    }

    await expect(call(account.changePassword, { ...guess, password: PASSWORD })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });
});

describe('a password that an administrator made', () => {
  test('opens nothing before it is changed, and nothing afterwards', async () => {
    const { oneTimePassword } = await administrator.call(people.createPerson, { name: '赵六', username: 'zhao' });
    const { call } = openBrowser(app);
    const first = { username: 'zhao', password: oneTimePassword };

    await expect(call(signIn.signIn, first)).rejects.toMatchObject({ code: 'new-password-needed' });
    await expect(call(signIn.signIn, { ...first, newPassword: 'zhaozhaozhao' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await call(signIn.signIn, { ...first, newPassword: PASSWORD });
    await expect(call(signIn.signIn, first)).rejects.toMatchObject({ code: 'wrong-credentials' });
    await call(signIn.signIn, { username: 'zhao', password: PASSWORD });
  });

  test('is worth nothing after a week', async () => {
    const plan = { name: '孙七', username: 'sun.qi' };
    const { oneTimePassword } = await administrator.call(people.createPerson, plan);
    later(7 * 24 * 60);

    await expect(
      openBrowser(app).call(signIn.signIn, { username: 'sun.qi', password: oneTimePassword, newPassword: PASSWORD }),
    ).rejects.toMatchObject({ code: 'wrong-credentials' });
  });
});
