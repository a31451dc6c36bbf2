import { randomUUID } from 'node:crypto';
import { people, signIn } from '@qingzhuang/contract';
import { addPerson } from '../../features/people/persons/operations.ts';
import { grantPost } from '../../features/people/posts/operations.ts';
import { act, actorFor, type CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

/** Somebody with a post for this unit. */
async function personOf(world: CountyWorld, unit: string): Promise<{ id: string; post: string }> {
  const maker = actorFor('administrator', world.units.county);
  const { person: by } = await world.actor('administrator', world.units.county);
  return act(world, { ...maker, person: by }, async (acting) => {
    const { id } = await addPerson(acting, { name: '王小二', username: newUsername() });
    const post = await grantPost(acting, { id, unit, role: 'drafter' });
    return { id, post: post.id };
  });
}

function newUsername(): string {
  return `u${randomUUID().replaceAll('-', '').slice(0, 20)}`;
}

const PASSWORD = '山高水长，春风化雨';
const SOMEBODY_ELSE = { id: '00000000-0000-4000-8000-00000000000f' };

export const peopleRequests = {
  createPerson: () => ({ input: { name: '王小二', username: newUsername() } }),
  listPeople: async (world, unit) => ({ input: { unit, limit: 200 }, trace: (await personOf(world, unit)).id }),
  readPerson: async (world, unit) => ({ input: { id: (await personOf(world, unit)).id } }),
  changePerson: async (world, unit) => ({ input: { id: (await personOf(world, unit)).id, name: '王二' }, ifMatch: 1 }),
  resetPassword: async (world, unit) => ({ input: { id: (await personOf(world, unit)).id } }),
  listPosts: async (world, unit) => ({ input: { id: (await personOf(world, unit)).id } }),
  listPostsAwaiting: () => ({ input: {} }),
  grantPost: async (world, unit) => ({
    input: { id: (await personOf(world, unit)).id, unit, role: 'bearer-clerk' },
  }),
  confirmPost: async (world) => {
    const administrator = await world.signInAs('administrator', world.units.county);
    const grant = { id: administrator.person, unit: world.units.office, role: 'office' } as const;
    return { input: { id: (await administrator.call(people.grantPost, grant)).id } };
  },
  withdrawPost: async (world, unit) => ({ input: { id: (await personOf(world, unit)).post } }),
  readMe: () => ({}),
  signOut: () => ({}),
  changePassword: () => ({ input: { password: PASSWORD, newPassword: `${PASSWORD}，润物无声` } }),
  listSessions: () => ({}),
  'endSession of somebody else': () => ({ input: SOMEBODY_ELSE }),
  enrolTotp: () => ({ input: { password: PASSWORD } }),
  confirmTotp: () => ({ input: { code: '123456' } }),
  removeTotp: () => ({ input: { password: PASSWORD } }),
  preparePasskey: () => ({ input: { password: PASSWORD } }),
  addPasskey: () => ({
    input: {
      name: '手机',
      answer: {
        id: 'a',
        rawId: 'a',
        type: 'public-key',
        response: { clientDataJSON: 'e30', attestationObject: 'oA' },
      },
    },
  }),
  listPasskeys: () => ({}),
  'removePasskey of somebody else': () => ({ input: SOMEBODY_ELSE }),
  createToken: async (_, __, by) => ({
    input: { name: '统计程序', days: 30, posts: (await by.call(signIn.readMe)).posts.map(({ id }) => id) },
  }),
  listTokens: () => ({}),
  'revokeToken of somebody else': () => ({ input: SOMEBODY_ELSE }),
} satisfies Readonly<Record<string, Ask>>;
