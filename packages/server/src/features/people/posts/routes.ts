import { people } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Api } from '../../../platform/api.ts';
import { readCursor, rowsFor, toPage } from '../../../platform/cursor.ts';
import { getPerson } from '../persons/store.ts';
import { confirmPost, grantPost, withdrawPost } from './operations.ts';
import { listAwaitingPosts, listPostsOf } from './store.ts';

/** What administrators do about posts. */
export function postRoutes(api: Api): void {
  api.on(people.listPosts, async ({ db }, { id }) => {
    await getPerson(db, id);
    return { items: await listPostsOf(db, id) };
  });
  api.on(people.listPostsAwaiting, async ({ db }, request) => {
    const rows = await listAwaitingPosts(db, readCursor(request, z.uuid()), rowsFor(request));
    return toPage(rows, request, ({ id }) => id);
  });
  api.on(people.grantPost, grantPost);
  api.on(people.confirmPost, confirmPost);
  api.on(people.withdrawPost, withdrawPost);
}
