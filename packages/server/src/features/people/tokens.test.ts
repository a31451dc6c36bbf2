import { account, people, signIn } from '@qingzhuang/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, useTestApp } from '../../testing/app.ts';
import { readTable } from '../../testing/db.ts';
import { callWith, type SignedIn } from '../../testing/sign-in.ts';

let now = NOW;
const { app, owner, signInAs } = await useTestApp({ clock: { now: () => now, today: () => '2026-03-05' } });
const administrator = await signInAs('administrator', '130101000000');
const drafter = await signInAs('drafter', '130101000012');

beforeEach(() => {
  now = NOW;
});

async function postsOf({ call }: SignedIn): Promise<string[]> {
  const { posts } = await call(signIn.readMe);
  return posts.map(({ id }) => id);
}

function bearer(token: string): ReturnType<typeof callWith> {
  return callWith(app, { authorization: `Bearer ${token}` });
}

describe('a token', () => {
  test('acts in the posts it was made for, and in no other', async () => {
    const clerk = await signInAs('bearer-clerk', '130101001001');
    const grant = { id: clerk.person, unit: '130101000012', role: 'drafter' } as const;
    const { id } = await administrator.call(people.grantPost, grant);
    const { token } = await clerk.call(account.createToken, { name: '月报程序', days: 30, posts: [id] });

    const me = await bearer(token)(signIn.readMe);
    expect(me).toMatchObject({ person: clerk.person, posts: [{ id, unit: '130101000012', role: 'drafter' }] });
    expect(me.posts).toHaveLength(1);
  });

  test('is shown once, kept as a digest, and listed with its last use', async () => {
    const posts = await postsOf(drafter);
    const made = await drafter.call(account.createToken, { name: '备份', days: 1, posts });
    const { token, ...rest } = made;
    expect(token).toMatch(/^qzt_[\w-]{43}$/);
    await bearer(token)(signIn.readMe);

    const { items } = await drafter.call(account.listTokens);
    expect(items.find(({ id }) => id === made.id)).toEqual({ ...rest, usedAt: NOW.toISOString() });
    expect(await readTable(owner, 'apiToken')).not.toContain(token);
  });

  test('is worth nothing after its days', async () => {
    const plan = { name: '一天', days: 1, posts: await postsOf(drafter) };
    const { token } = await drafter.call(account.createToken, plan);
    now = new Date(NOW.getTime() + 24 * 60 * 60_000);

    await expect(bearer(token)(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('is worth nothing once revoked, which only its owner does', async () => {
    const plan = { name: '作废', days: 1, posts: await postsOf(drafter) };
    const { id, token } = await drafter.call(account.createToken, plan);
    await expect(administrator.call(account.revokeToken, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    await bearer(token)(signIn.readMe);
    await drafter.call(account.revokeToken, { id });

    await expect(bearer(token)(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(drafter.call(account.revokeToken, { id })).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('loses a post with its owner', async () => {
    const clerk = await signInAs('bearer-clerk', '130101001002');
    const posts = await postsOf(clerk);
    const { token } = await clerk.call(account.createToken, { name: '同步', days: 1, posts });
    await administrator.call(people.withdrawPost, { id: posts[0] ?? '' });

    expect((await bearer(token)(signIn.readMe)).posts).toEqual([]);
  });

  test('is not made for a post of somebody else', async () => {
    const plan = { name: '借用', days: 1, posts: await postsOf(administrator) };

    await expect(drafter.call(account.createToken, plan)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('does not touch the account of its owner', async () => {
    const plan = { name: '程序', days: 1, posts: await postsOf(drafter) };
    const { token, id } = await drafter.call(account.createToken, plan);
    const call = bearer(token);

    const denied = { code: 'not-allowed' };
    await expect(call(account.createToken, plan)).rejects.toMatchObject(denied);
    await expect(call(account.listTokens)).rejects.toMatchObject(denied);
    await expect(call(account.revokeToken, { id })).rejects.toMatchObject(denied);
    await expect(call(account.listSessions)).rejects.toMatchObject(denied);
    await expect(call(account.enrolTotp, { password: 'x' })).rejects.toMatchObject(denied);
    await expect(call(account.changePassword, { password: 'x', newPassword: 'y' })).rejects.toMatchObject(denied);
    await expect(call(account.preparePasskey, { password: 'x' })).rejects.toMatchObject(denied);
    await expect(call(signIn.signOut)).rejects.toMatchObject(denied);
  });
});

test.each(['Bearer qzt_nothing', 'Bearer ', 'Basic eDp5', 'nonsense'])(
  'the header "%s" is nobody, even beside the cookie of a session',
  async (authorization) => {
    const call = callWith(app, { cookie: drafter.cookie, authorization });

    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  },
);

test('the cookie of a session is no token', async () => {
  const [, session = ''] = drafter.cookie.split('=');

  await expect(bearer(session)(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
});
