import { Refusal } from '@qingzhuang/contract';
import { afterEach, expect, test } from 'vitest';
import type { TestTask } from '../testing/worker.ts';
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from './worker-pool.ts';

const pools: WorkerPool<TestTask, string>[] = [];

function open(options: Partial<WorkerPoolOptions> = {}): WorkerPool<TestTask, string> {
  const script = new URL('../testing/worker.ts', import.meta.url);
  const limits = { size: 1, mostWaiting: 2, timeLimitMs: 5_000, mostMegabytes: 32 };
  const pool = createWorkerPool<TestTask, string>({ script, ...limits, ...options });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});

test('every task gets its answer, more of them than there are workers', async () => {
  const pool = open({ size: 2, mostWaiting: 10 });

  expect(await Promise.all(Array.from({ length: 10 }, () => pool.run('answer')))).toEqual(Array(10).fill('done'));
});

test('a task over the time limit is refused, and the next one is answered', async () => {
  const pool = open({ timeLimitMs: 300 });

  await expect(pool.run('hang')).rejects.toEqual(new Refusal('took-too-long'));
  expect(await pool.run('answer')).toBe('done');
});

test('a task that needs too much memory is refused, and the next one is answered', async () => {
  const pool = open();

  await expect(pool.run('eat-memory')).rejects.toEqual(new Refusal('too-large'));
  expect(await pool.run('answer')).toBe('done');
});

test('a worker that breaks is a defect of that task only', async () => {
  const pool = open();
  const [broken, next] = await Promise.allSettled([pool.run('crash'), pool.run('answer')]);

  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'broken' } });
  expect(next).toEqual({ status: 'fulfilled', value: 'done' });
});

test('a task that cannot be sent to a worker is rejected and blocks nothing', async () => {
  const pool = open();

  await expect(pool.run(Symbol('unsendable') as never)).rejects.toThrow('could not be cloned');
  expect(await pool.run('answer')).toBe('done');
});

test('when too many wait, the next one is refused with the time to come again', async () => {
  const pool = open({ timeLimitMs: 300 });
  const running = [pool.run('hang'), pool.run('answer'), pool.run('answer')];

  await expect(pool.run('answer')).rejects.toMatchObject({ code: 'busy', facts: { retryAfterSeconds: 2 } });
  expect((await Promise.allSettled(running)).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});

test('stopping refuses what runs, what waits and what comes later', async () => {
  const pool = open();
  const tasks = [pool.run('hang'), pool.run('answer')];
  const settled = Promise.allSettled(tasks);
  await pool.stop();

  expect((await settled).map((result) => result.status === 'rejected' && (result.reason as Refusal).code)).toEqual([
    'busy',
    'busy',
  ]);
  await expect(pool.run('answer')).rejects.toMatchObject({ code: 'busy' });
});
