import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { dropCopies, keepCopy, MOST_COPIES, readCopy } from './copies.ts';
import { openDatabase } from './database.ts';
import { keepDeed, readDeed } from './deeds.ts';

vi.stubGlobal('isSecureContext', true);

const AT = '2026-11-22T01:10:00.000Z';
const LIST = { value: { title: '我的清单' }, at: AT };

beforeEach(async () => {
  const database = await openDatabase();
  for (const store of ['key', 'copy', 'deed'] as const) await database.clear(store);
});

test('a copy is read with its time, by the person who made it and nobody else', async () => {
  await keepCopy('wang', 'inbox', LIST);

  expect(await readCopy('wang', 'inbox', new Date(AT))).toEqual(LIST);
  expect(await readCopy('li', 'inbox', new Date(AT))).toBeNull();
});

test.each([
  ['is read on its fourteenth day', '2026-12-06T01:10:00.000Z', LIST],
  ['runs out after fourteen days', '2026-12-06T01:10:00.001Z', null],
])('a copy %s', async (_, now, found) => {
  await keepCopy('wang', 'inbox', LIST);

  expect(await readCopy('wang', 'inbox', new Date(now))).toEqual(found);
  expect(await (await openDatabase()).count('copy')).toBe(found === null ? 0 : 1);
});

test('the oldest copies make room', async () => {
  for (let number = 0; number <= MOST_COPIES; number += 1) {
    await keepCopy('wang', `task-${number}`, { value: number, at: new Date(Date.parse(AT) + number).toISOString() });
  }

  expect(await (await openDatabase()).count('copy')).toBe(MOST_COPIES);
  expect(await readCopy('wang', 'task-0', new Date(AT))).toBeNull();
});

test('who leaves takes copies and key along, but what he has not sent stays readable to him', async () => {
  await keepCopy('wang', 'inbox', LIST);
  await keepCopy('li', 'inbox', LIST);
  const request = { method: 'POST', url: '/a', body: { text: '12 户' } };
  await keepDeed({ id: 'a', person: 'li', subject: 'village/one', name: 'answer', saidAt: AT, request });

  await dropCopies(null);

  const database = await openDatabase();
  expect(await database.count('copy')).toBe(0);
  expect(await database.getAllKeys('key')).toEqual(['li']);
  expect(await readDeed('a')).toEqual(request);
});
