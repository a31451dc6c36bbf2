import { expect, test } from 'vitest';
import { lapsedTasks } from './lapsed.ts';
import type { InboxTask } from './queries.ts';

const TODAY = '2026-03-20';
const EXPIRED = { codeState: 'expired', mayReturn: true, expiresOn: '2026-03-19' } as const;

test.each<[string, Partial<InboxTask>, boolean]>([
  ['what ran out yesterday stands in sight', {}, true],
  ['what ran out two weeks ago stands in sight', { expiresOn: '2026-03-06' }, true],
  ['what nobody chases any more does not', { expiresOn: '2026-03-05' }, false],
  ['what was closed before its last day does not', { expiresOn: '2026-03-20' }, false],
  ['what was answered in time does not', { mayReturn: false }, false],
  ['what was withdrawn does not', { codeState: 'withdrawn' }, false],
])('%s', (_, changes, isShown) => {
  const tasks = [{ ...EXPIRED, ...changes }];

  expect(lapsedTasks(tasks, TODAY)).toEqual(isShown ? tasks : []);
});
