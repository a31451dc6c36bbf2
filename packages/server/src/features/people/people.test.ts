import { expect, test } from 'vitest';
import { createFindActor } from './index.ts';
import { ACCOUNTS } from '../../testing/sign-in.ts';
import { NOW, useTestApp } from '../../testing/app.ts';

const { db, signInAs } = await useTestApp();

test('whoever signs in acts in his posts', async () => {
  const { cookie, actor } = await signInAs('drafter', '130101000012');
  const findActor = createFindActor({ db, clock: { now: () => NOW, today: () => '' } }, ACCOUNTS);

  expect(await findActor(new Request('http://x/', { headers: { cookie } }))).toEqual(actor);
});
