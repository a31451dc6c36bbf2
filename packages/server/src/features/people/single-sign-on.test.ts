import { people, signIn, type DeepReadonly } from '@qingzhuang/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, useTestApp } from '../../testing/app.ts';
import { makeSomebody, openBrowser, ORIGIN, type Browser } from '../../testing/browser.ts';
import { CLIENT, useIdentityProvider } from '../../testing/identity-provider.ts';
import { ACCOUNTS } from '../../testing/sign-in.ts';

const provider = await useIdentityProvider(`${ORIGIN}/sign-in/return`);
const { issuer } = provider;
// The provider's tokens are dated by the real clock; how long a session lives does not matter here.
let now = NOW;
const { app, db, owner, signInAs } = await useTestApp({
  clock: { now: () => now, today: () => '2026-03-05' },
  accounts: { ...ACCOUNTS, singleSignOn: { ...CLIENT, issuer, name: '县统一认证' } },
});
const administrator = await signInAs('administrator', '130101000000');
const li = await makeSomebody(app, administrator.call, 'li.ming');

beforeEach(async () => {
  now = NOW;
  await owner.deleteFrom('linkedIdentity').execute();
  await owner.deleteFrom('challenge').execute();
  await owner.updateTable('person').set({ mayLink: false, deactivatedAt: null }).execute();
});

const refused = { code: 'wrong-credentials' };

async function allow(id = li.id): Promise<void> {
  const { version } = await administrator.call(people.readPerson, { id });
  await administrator.call(people.changePerson, { id, mayLink: true }, { ifMatch: version });
}

async function comeBack(browser: Browser, username: string): Promise<string> {
  const { address } = await browser.call(signIn.beginSingleSignOn);
  return (await provider.signIn(address, username)).search.slice(1);
}

async function signInBy(username: string, browser = openBrowser(app)): Promise<DeepReadonly<signIn.Me>> {
  const query = await comeBack(browser, username);
  return browser.call(signIn.finishSingleSignOn, { query });
}

describe('single sign-on', () => {
  test('is named where it is set, and absent where it is not', async () => {
    expect(await openBrowser(app).call(signIn.describeSingleSignOn)).toEqual({ name: '县统一认证' });
    const { call } = await useTestApp({ db: owner });
    expect(await call(signIn.describeSingleSignOn)).toEqual({ name: null });
    await expect(call(signIn.beginSingleSignOn)).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(call(signIn.finishSingleSignOn, { query: 'a=b' })).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('sends the browser away with a proof key, a state and a nonce, and nothing secret', async () => {
    const browser = openBrowser(app);
    const { address } = await browser.call(signIn.beginSingleSignOn);
    const query = new URL(address).searchParams;

    expect(Object.fromEntries(query)).toMatchObject({
      client_id: CLIENT.clientId,
      code_challenge_method: 'S256',
      redirect_uri: `${ORIGIN}/sign-in/return`,
      response_type: 'code',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
    expect(address).not.toContain(CLIENT.clientSecret);
    expect(browser.lastCookies()[0]).toMatch(/; Max-Age=600; HttpOnly; SameSite=Lax$/);
  });

  test('links an account by its user name once an administrator allows it, and by its subject ever after', async () => {
    await expect(signInBy('li.ming')).rejects.toMatchObject(refused);
    await allow();

    expect(await signInBy('Li.Ming')).toMatchObject({ person: li.id });
    expect(await administrator.call(people.readPerson, { id: li.id })).toMatchObject({ mayLink: false });
    const browser = openBrowser(app);
    await signInBy('Li.Ming', browser);
    expect(await browser.call(signIn.readMe)).toMatchObject({ person: li.id });
    // Another account there that takes the same user name here is somebody else.
    await expect(signInBy('LI.MING')).rejects.toMatchObject(refused);
  });

  test('opens nothing for a name that nobody has here, or for somebody deactivated', async () => {
    await expect(signInBy('nobody')).rejects.toMatchObject(refused);
    await allow();
    await signInBy('li.ming');
    await owner.updateTable('person').set({ deactivatedAt: NOW.toISOString() }).where('id', '=', li.id).execute();

    await expect(signInBy('li.ming')).rejects.toMatchObject(refused);
    // Nor does it become somebody else, who came to the same user name, and who may still link his own.
    await owner.updateTable('person').set({ username: 'li.ming.before' }).where('id', '=', li.id).execute();
    const other = await makeSomebody(app, administrator.call, 'li.ming');
    await allow(other.id);
    await expect(signInBy('li.ming')).rejects.toMatchObject(refused);
    expect(await administrator.call(people.readPerson, { id: other.id })).toMatchObject({ mayLink: true });
    await owner.updateTable('person').set({ username: 'other' }).where('id', '=', other.id).execute();
    await owner.updateTable('person').set({ username: 'li.ming' }).where('id', '=', li.id).execute();
  });

  test('is not finished by a browser that did not begin it, twice, late or with another state', async () => {
    await allow();
    const browser = openBrowser(app);
    const query = await comeBack(browser, 'li.ming');
    await expect(openBrowser(app).call(signIn.finishSingleSignOn, { query })).rejects.toMatchObject(refused);

    const attacker = openBrowser(app);
    await attacker.call(signIn.beginSingleSignOn);
    await expect(attacker.call(signIn.finishSingleSignOn, { query })).rejects.toMatchObject(refused);

    now = new Date(NOW.getTime() + 10 * 60_000);
    await expect(browser.call(signIn.finishSingleSignOn, { query })).rejects.toMatchObject(refused);
    now = NOW;
    const { cookies } = browser;
    const kept = new Map(cookies);
    await browser.call(signIn.finishSingleSignOn, { query });
    for (const [name, value] of kept) cookies.set(name, value);
    await expect(browser.call(signIn.finishSingleSignOn, { query })).rejects.toMatchObject(refused);
  });

  test('that was declined there, or came with nonsense, opens nothing', async () => {
    for (const query of ['error=access_denied', 'code=forged', '&&&']) {
      const browser = openBrowser(app);
      const { address } = await browser.call(signIn.beginSingleSignOn);
      const state = new URL(address).searchParams.get('state') ?? '';
      const back = browser.call(signIn.finishSingleSignOn, { query: `${query}&state=${state}&iss=${issuer}` });
      await expect(back).rejects.toMatchObject(refused);
    }
  });

  test('says when the provider does not answer', async () => {
    const accounts = { ...ACCOUNTS, singleSignOn: { ...CLIENT, issuer: 'http://127.0.0.1:9', name: '停机' } };
    const { call } = await useTestApp({ db, accounts });

    await expect(call(signIn.beginSingleSignOn)).rejects.toMatchObject({ code: 'not-ready' });
  });
});
