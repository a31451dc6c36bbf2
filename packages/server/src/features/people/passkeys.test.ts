import { account, signIn, type DeepReadonly } from '@qingzhuang/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, useTestApp } from '../../testing/app.ts';
import { createAuthenticator, type Authenticator } from '../../testing/authenticator.ts';
import { makeSomebody, openBrowser, ORIGIN, PASSWORD, type Browser } from '../../testing/browser.ts';

let now = NOW;
const { app, owner, logged, signInAs } = await useTestApp({ clock: { now: () => now, today: () => '2026-03-05' } });
const administrator = await signInAs('administrator', '130101000000');
const li = await makeSomebody(app, administrator.call, 'li.ming');

beforeEach(() => {
  now = NOW;
});

async function signInLi(): Promise<Browser> {
  const browser = openBrowser(app);
  await browser.call(signIn.signIn, li.credentials);
  return browser;
}

async function enrol(key: Authenticator, name = '手机'): Promise<DeepReadonly<account.Passkey>> {
  const { call } = await signInLi();
  const options = await call(account.preparePasskey, { password: PASSWORD });
  return call(account.addPasskey, { name, answer: key.create(options, ORIGIN) });
}

async function signInWith(key: Authenticator, origin = ORIGIN): Promise<DeepReadonly<signIn.Me>> {
  const { call } = openBrowser(app);
  const options = await call(signIn.preparePasskeySignIn);
  return call(signIn.signInWithPasskey, { answer: key.get(options, origin) });
}

const refused = { code: 'wrong-credentials' };

describe('a passkey', () => {
  test('opens the account without user name and password, and is listed with its last use', async () => {
    const key = createAuthenticator();
    const { id } = await enrol(key);
    now = new Date(NOW.getTime() + 60_000);

    expect(await signInWith(key)).toMatchObject({ person: li.id, username: 'li.ming' });
    const { call } = await signInLi();
    const { items } = await call(account.listPasskeys);
    expect(items.find((passkey) => passkey.id === id)).toEqual({
      id,
      name: '手机',
      madeAt: NOW.toISOString(),
      usedAt: now.toISOString(),
    });
    expect(logged.join('')).not.toMatch(/li\.ming/);
  });

  test('is made only by whoever knows the password', async () => {
    const { call } = await signInLi();

    await expect(call(account.preparePasskey, { password: 'guess' })).rejects.toMatchObject(refused);
  });

  test('that does not verify its owner is not taken', async () => {
    await expect(enrol(createAuthenticator({ verifies: false }))).rejects.toMatchObject(refused);
  });

  test('is not taken for a challenge that was given to somebody else, or twice', async () => {
    const { call } = await signInLi();
    const options = await call(account.preparePasskey, { password: PASSWORD });
    const answer = createAuthenticator().create(options, ORIGIN);

    await expect(administrator.call(account.addPasskey, { name: '别人', answer })).rejects.toMatchObject(refused);
    await call(account.addPasskey, { name: '手机', answer });
    await expect(call(account.addPasskey, { name: '再来', answer })).rejects.toMatchObject(refused);
  });

  test('is not taken when a page elsewhere made it', async () => {
    const { call } = await signInLi();
    const options = await call(account.preparePasskey, { password: PASSWORD });
    const answer = createAuthenticator().create(options, 'https://elsewhere.example');

    await expect(call(account.addPasskey, { name: '手机', answer })).rejects.toMatchObject(refused);
  });

  test('opens nothing once it was removed, and only its owner removes it', async () => {
    const key = createAuthenticator();
    const { id } = await enrol(key);
    await expect(administrator.call(account.removePasskey, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    await signInWith(key);

    const { call } = await signInLi();
    await call(account.removePasskey, { id });
    await expect(signInWith(key)).rejects.toMatchObject(refused);
  });
});

describe('an answer is refused', () => {
  test('when it is sent again', async () => {
    const key = createAuthenticator();
    await enrol(key);
    const { call } = openBrowser(app);
    const answer = key.get(await call(signIn.preparePasskeySignIn), ORIGIN);
    await call(signIn.signInWithPasskey, { answer });

    await expect(call(signIn.signInWithPasskey, { answer })).rejects.toMatchObject(refused);
  });

  test('when it comes after five minutes', async () => {
    const key = createAuthenticator();
    await enrol(key);
    const { call } = openBrowser(app);
    const answer = key.get(await call(signIn.preparePasskeySignIn), ORIGIN);
    now = new Date(NOW.getTime() + 5 * 60_000);

    await expect(call(signIn.signInWithPasskey, { answer })).rejects.toMatchObject(refused);
  });

  test('when it was made for another page', async () => {
    const key = createAuthenticator();
    await enrol(key);

    await expect(signInWith(key, 'http://gate.elsewhere')).rejects.toMatchObject(refused);
  });

  test('when its signature is another', async () => {
    const key = createAuthenticator();
    await enrol(key);
    const { call } = openBrowser(app);
    const { response, ...answer } = key.get(await call(signIn.preparePasskeySignIn), ORIGIN);
    const signature = `${response.signature.slice(0, -8)}AAAAAAAA`;

    const forged = { ...answer, response: { ...response, signature } };
    await expect(call(signIn.signInWithPasskey, { answer: forged })).rejects.toMatchObject(refused);
  });

  test('when nobody has the key, or nothing can be read', async () => {
    const stranger = createAuthenticator();
    stranger.create({ challenge: 'x', rp: { id: 'gate.example' } }, ORIGIN);
    await expect(signInWith(stranger)).rejects.toMatchObject(refused);

    const nonsense = { clientDataJSON: '%%%', authenticatorData: '', signature: '' };
    const answer = { id: 'x', rawId: 'x', type: 'public-key', response: nonsense } as const;
    await expect(openBrowser(app).call(signIn.signInWithPasskey, { answer })).rejects.toMatchObject(refused);
  });

  test('when its owner was deactivated', async () => {
    const key = createAuthenticator();
    await enrol(key);
    await owner.updateTable('person').set({ deactivatedAt: NOW.toISOString() }).where('id', '=', li.id).execute();
    await expect(signInWith(key)).rejects.toMatchObject(refused);
    await owner.updateTable('person').set({ deactivatedAt: null }).where('id', '=', li.id).execute();
  });
});
