import { people } from '@qingzhuang/contract';
import type { Api } from '../../../platform/api.ts';
import { makeOneTimePassword } from '../passwords/operations.ts';
import { changePerson, createPerson, listPeopleWithPosts, readPerson, resetPassword } from './operations.ts';

/** What administrators do about people. */
export function personRoutes(api: Api): void {
  api.onPrepared(
    people.createPerson,
    async (context, plan) => ({ plan, password: await makeOneTimePassword(context) }),
    createPerson,
  );
  api.on(people.listPeople, ({ db }, request) => listPeopleWithPosts(db, request));
  api.on(people.readPerson, ({ db }, { id }) => readPerson(db, id));
  api.on(people.changePerson, changePerson);
  api.onPrepared(
    people.resetPassword,
    async (context, { id }) => ({ id, password: await makeOneTimePassword(context) }),
    resetPassword,
  );
}
