import { people, signIn, type Role } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { makeSomebody, openBrowser, PASSWORD } from '../../testing/browser.ts';
import { readTable } from '../../testing/db.ts';
import { inCounty } from '../../platform/county.ts';

const { app, db, owner, signInAs } = await useTestApp();
const administrator = await signInAs('administrator', '130101000000');
const colleague = await signInAs('administrator', '130101000000');
const stranger = await signInAs('administrator', '130102000000');
await signInAs('drafter', '130101000012');

async function create(username: string): Promise<string> {
  const { person } = await administrator.call(people.createPerson, { name: '李明', username });
  return person.id;
}

const nobody = '00000000-0000-4000-8000-000000000000';

describe('who may', () => {
  const roles: readonly Role[] = ['drafter', 'unit-lead', 'office', 'leader', 'supervisor', 'bearer-clerk', 'auditor'];

  test.each(roles)('a %s sees and changes nobody', async (role) => {
    const { call } = await signInAs(role, '130101000012');
    const id = administrator.person;
    const denied = { code: 'not-allowed' };

    await expect(call(people.listPeople, {})).rejects.toMatchObject(denied);
    await expect(call(people.readPerson, { id })).rejects.toMatchObject(denied);
    await expect(call(people.createPerson, { name: '甲', username: 'jia' })).rejects.toMatchObject(denied);
    await expect(call(people.changePerson, { id, active: false }, { ifMatch: 1 })).rejects.toMatchObject(denied);
    await expect(call(people.resetPassword, { id })).rejects.toMatchObject(denied);
    await expect(call(people.listPosts, { id })).rejects.toMatchObject(denied);
    await expect(call(people.listPostsAwaiting, {})).rejects.toMatchObject(denied);
    await expect(call(people.grantPost, { id, unit: '130101000012', role })).rejects.toMatchObject(denied);
    await expect(call(people.confirmPost, { id: nobody })).rejects.toMatchObject(denied);
    await expect(call(people.withdrawPost, { id: nobody })).rejects.toMatchObject(denied);
  });

  test('nobody without a session', async () => {
    const { call } = openBrowser(app);

    await expect(call(people.listPeople, {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('an administrator of another county finds none of these people and posts', async () => {
    const id = await create('only.here');
    const grant = { id, unit: '130101000012', role: 'drafter' } as const;
    const post = await administrator.call(people.grantPost, grant);
    const none = { code: 'no-such-record' };

    await expect(stranger.call(people.readPerson, { id })).rejects.toMatchObject(none);
    await expect(stranger.call(people.changePerson, { id, active: false }, { ifMatch: 1 })).rejects.toMatchObject(none);
    await expect(stranger.call(people.resetPassword, { id })).rejects.toMatchObject(none);
    await expect(stranger.call(people.listPosts, { id })).rejects.toMatchObject(none);
    await expect(stranger.call(people.grantPost, { ...grant, unit: '130102000000' })).rejects.toMatchObject(none);
    await expect(stranger.call(people.withdrawPost, { id: post.id })).rejects.toMatchObject(none);
    const { items } = await stranger.call(people.listPeople, { q: 'only' });
    expect(items).toEqual([]);
  });

  test('the wall hides people of other counties from any query inside one', async () => {
    const seen = await inCounty(db, '130102', (tx) => tx.selectFrom('person').select('county').distinct().execute());

    expect(seen).toEqual([{ county: '130102' }]);
  });
});

describe('people', () => {
  test('are listed by user name, page by page, and found by a part of name or user name or by unit', async () => {
    for (const username of ['list.a', 'list.b', 'list.c']) await create(username);
    const { person } = await administrator.call(people.createPerson, { name: '欧阳', username: 'list.d' });
    await administrator.call(people.grantPost, { id: person.id, unit: '130101000012', role: 'unit-lead' });

    const first = await administrator.call(people.listPeople, { q: 'LIST.', limit: 3 });
    expect(first.items.map(({ username }) => username)).toEqual(['list.a', 'list.b', 'list.c']);
    const rest = await administrator.call(people.listPeople, { q: 'LIST.', limit: 3, cursor: first.next ?? '' });
    expect(rest.items.map(({ username }) => username)).toEqual(['list.d']);
    expect(rest.next).toBeNull();
    const byName = await administrator.call(people.listPeople, { q: '欧阳', unit: '130101000012' });
    expect(byName.items).toEqual([{ ...person, posts: [expect.objectContaining({ role: 'unit-lead' })] }]);
    expect((await administrator.call(people.listPeople, { q: '%' })).items).toEqual([]);
  });

  test.each(['twice', 'TWICE', 'ｔｗｉｃｅ'])('%s is a user name once, in whatever county', async (username) => {
    await create('twice').catch(() => undefined);
    const again = stranger.call(people.createPerson, { name: '别人', username });

    await expect(again).rejects.toMatchObject({ code: 'already-exists' });
  });

  test.each(['a', '', 'a b', '-ab', 'a'.repeat(41), 'a\u0000b', 'ab\uFDFA'])('%j is no user name', async (username) => {
    const refused = administrator.call(people.createPerson, { name: '李明', username });

    await expect(refused).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('are renamed in the version that was seen', async () => {
    const id = await create('renamed');
    const changed = await administrator.call(people.changePerson, { id, name: '李明明' }, { ifMatch: 1 });
    expect(changed).toMatchObject({ name: '李明明', username: 'renamed', version: 2, active: true });

    const late = administrator.call(people.changePerson, { id, name: '李' }, { ifMatch: 1 });
    await expect(late).rejects.toMatchObject({ code: 'stale', facts: { version: 2 } });
    expect(await administrator.call(people.readPerson, { id })).toEqual(changed);
  });

  test('who are deactivated are signed out at once and come in no more, until they are active again', async () => {
    const { id, credentials } = await makeSomebody(app, administrator.call, 'leaver');
    const { call } = openBrowser(app);
    await call(signIn.signIn, credentials);
    await administrator.call(people.changePerson, { id, active: false }, { ifMatch: 1 });

    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(call(signIn.signIn, credentials)).rejects.toMatchObject({ code: 'wrong-credentials' });
    const grant = { id, unit: '130101000012', role: 'drafter' } as const;
    await expect(administrator.call(people.grantPost, grant)).rejects.toMatchObject({ code: 'wrong-state' });
    await administrator.call(people.changePerson, { id, active: true }, { ifMatch: 2 });
    await call(signIn.signIn, credentials);
  });

  test('the last administrator of a county can neither leave nor lose his post', async () => {
    const [last] = (await stranger.call(people.readPerson, { id: stranger.person })).posts;
    const founder = await stranger.call(people.listPeople, { q: 'founder' });
    const [{ id, version } = { id: '', version: 0 }] = founder.items;
    await stranger.call(people.changePerson, { id, active: false }, { ifMatch: version });

    const leave = stranger.call(people.changePerson, { id: stranger.person, active: false }, { ifMatch: 1 });
    await expect(leave).rejects.toMatchObject({ code: 'wrong-state' });
    const withdraw = stranger.call(people.withdrawPost, { id: last?.id ?? '' });
    await expect(withdraw).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('a reset password', () => {
  test('opens one sign-in, and ends whatever else opened the account', async () => {
    const { id, credentials } = await makeSomebody(app, administrator.call, 'forgetful');
    const { call } = openBrowser(app);
    await call(signIn.signIn, credentials);
    const { oneTimePassword } = await administrator.call(people.resetPassword, { id });

    await expect(call(signIn.readMe)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(call(signIn.signIn, credentials)).rejects.toMatchObject({ code: 'wrong-credentials' });
    const first = { username: 'forgetful', password: oneTimePassword };
    await expect(call(signIn.signIn, first)).rejects.toMatchObject({ code: 'new-password-needed' });
    await call(signIn.signIn, { ...first, newPassword: PASSWORD });
  });

  test('is not made for oneself', async () => {
    const own = administrator.call(people.resetPassword, { id: administrator.person });

    await expect(own).rejects.toMatchObject({ code: 'four-eyes' });
  });

  test('is never kept for a repeated request', async () => {
    const id = await create('repeated');
    const key = { idempotencyKey: 'reset-1' };
    const first = await administrator.call(people.resetPassword, { id }, key);
    const second = await administrator.call(people.resetPassword, { id }, key);

    expect(second.oneTimePassword).not.toBe(first.oneTimePassword);
    expect(await readTable(owner, 'idempotencyKey')).toBe('');
  });
});

test('what is done about people is written down for good, with who did it, and is in the audit log', async () => {
  const id = await create('recorded');
  const post = await administrator.call(people.grantPost, { id, unit: '130101000012', role: 'drafter' });
  await colleague.call(people.withdrawPost, { id: post.id });
  const change = { id, name: '李某', mayLink: true, active: false };
  await administrator.call(people.changePerson, change, { ifMatch: 1 });
  await administrator.call(people.changePerson, { id, mayLink: false, active: true }, { ifMatch: 2 });
  await colleague.call(people.resetPassword, { id });

  const events = await owner.selectFrom('personEvent').selectAll().where('person', '=', id).execute();
  const [mine, theirs] = [administrator, colleague].map(({ person }) =>
    events.filter(({ by }) => by === person).map(({ event }) => event),
  );
  expect(mine?.toSorted()).toEqual([
    ...['added', 'deactivated', 'link-allowed', 'link-forbidden', 'post-granted', 'reactivated', 'renamed'],
  ]);
  expect(theirs?.toSorted()).toEqual(['password-reset', 'post-withdrawn']);
  const rewrite = owner.updateTable('personEvent').set({ by: null }).where('person', '=', id);
  await expect(rewrite.execute()).rejects.toThrow('only ever added');
  const audited = await owner.selectFrom('auditEntry').select('key').where('source', '=', 'person_event').execute();
  const keys = audited.map(({ key }) => (key as { id: string }).id);
  expect(keys).toEqual(expect.arrayContaining(events.map((event) => event.id)));
});

describe('a post', () => {
  test('is in force at once, once, and its history stays', async () => {
    const id = await create('history');
    const grant = { id, unit: '130101000012', role: 'drafter' } as const;
    const post = await administrator.call(people.grantPost, grant);
    expect(post).toMatchObject({ state: 'in-force', grantedBy: administrator.person, untilAt: null });
    await expect(colleague.call(people.grantPost, grant)).rejects.toMatchObject({ code: 'already-exists' });

    const ended = await colleague.call(people.withdrawPost, { id: post.id });
    expect(ended).toMatchObject({ state: 'ended', withdrawnBy: colleague.person });
    await expect(colleague.call(people.withdrawPost, { id: post.id })).rejects.toMatchObject({ code: 'wrong-state' });
    const again = await administrator.call(people.grantPost, grant);
    const { items } = await administrator.call(people.listPosts, { id });
    expect(items.map((item) => [item.id, item.state]).toSorted()).toEqual(
      [
        [post.id, 'ended'],
        [again.id, 'in-force'],
      ].toSorted(),
    );
    const rewrite = owner.updateTable('post').set({ untilAt: null, withdrawnBy: null }).where('id', '=', post.id);
    await expect(rewrite.execute()).rejects.toThrow('history');
  });

  test('is for a unit that exists', async () => {
    const id = await create('nowhere');
    const grant = administrator.call(people.grantPost, { id, unit: '130101999999', role: 'drafter' });

    await expect(grant).rejects.toMatchObject({ code: 'unknown-unit' });
  });

  test.each(['office', 'supervisor'] as const)('of %s for oneself waits for another administrator', async (role) => {
    const { person: id } = administrator;
    const post = await administrator.call(people.grantPost, { id, unit: '130101000000', role });
    expect(post).toMatchObject({ state: 'awaiting', fromAt: null });
    const me = await administrator.call(signIn.readMe);
    expect(me.posts.map((held) => held.role)).not.toContain(role);

    const { items } = await colleague.call(people.listPostsAwaiting, {});
    expect(items).toContainEqual(post);
    const own = administrator.call(people.confirmPost, { id: post.id });
    await expect(own).rejects.toMatchObject({ code: 'four-eyes' });
    const confirmed = await colleague.call(people.confirmPost, { id: post.id });
    expect(confirmed).toMatchObject({ state: 'in-force', confirmedBy: colleague.person });
    await expect(colleague.call(people.confirmPost, { id: post.id })).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await administrator.call(signIn.readMe)).posts.map((held) => held.role)).toContain(role);
  });

  test('that waits can be turned down, and is in force for nobody', async () => {
    const { person: id } = colleague;
    const post = await colleague.call(people.grantPost, { id, unit: '130101000000', role: 'supervisor' });
    await administrator.call(people.withdrawPost, { id: post.id });

    await expect(administrator.call(people.confirmPost, { id: post.id })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  test('that somebody gave himself is kept out by the database too', async () => {
    const forged = inCounty(db, '130101', (tx) =>
      tx
        .insertInto('post')
        .values({
          county: '130101',
          person: administrator.person,
          unit: '130101000012',
          role: 'office',
          grantedBy: administrator.person,
          grantedAt: '2026-03-05T00:00:00Z',
          fromAt: '2026-03-05T00:00:00Z',
        })
        .execute(),
    );

    await expect(forged).rejects.toThrow('check constraint');
  });
});
